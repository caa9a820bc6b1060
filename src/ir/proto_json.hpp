// Any message as proto-JSON on one line, the form in which messages travel in arguments and files of a step.
#pragma once

#include <string>

#include "ir/json_emitter.hpp"
#include "ir/write_message.hpp"

namespace mlpipe::ir {

template <IsMessage M>
std::string proto_json(const M& message) {
  std::string text;
  JsonEmitter<std::string> emitter(text, JsonLayout::compact);
  MessageWriter<JsonEmitter<std::string>>(emitter).value(message);
  return text;
}

}  // namespace mlpipe::ir
