/// How large a message is as JSON, without writing it.
#pragma once

#include <cstddef>
#include <string_view>

#include "ir/json_emitter.hpp"
#include "ir/write_message.hpp"

namespace mlpipe::ir {

/// A sink that only counts.
struct CountingSink {
  std::size_t bytes = 0;
  void push_back(char) { ++bytes; }
  void append(std::string_view text) { bytes += text.size(); }
  void append(std::size_t count, char) { bytes += count; }
};

/// The bytes of the message as compact proto-JSON.
template <IsMessage M>
std::size_t json_size(const M& message) {
  CountingSink sink;
  JsonEmitter<CountingSink> emitter(sink, JsonLayout::compact);
  MessageWriter<JsonEmitter<CountingSink>>(emitter).value(message);
  return sink.bytes;
}

}  // namespace mlpipe::ir
