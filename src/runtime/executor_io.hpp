// ExecutorInput and ExecutorOutput as JSON text: what the backend and a step's process tell each other.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::runtime {

/// Why a text was not understood, with the place in it.
struct Unreadable {
  std::string reason;
};

/// Reads the JSON form of the proto, keys in camelCase or snake_case. Keys that are not known are passed over, as
/// backends grow; a value of the wrong kind is an error.
std::variant<ir::ExecutorInput, Unreadable> read_executor_input(std::string_view text);
std::variant<ir::ExecutorOutput, Unreadable> read_executor_output(std::string_view text);

/// Compact JSON, keys in camelCase.
std::string to_text(const ir::ExecutorInput& input);
std::string to_text(const ir::ExecutorOutput& output);

}  // namespace mlpipe::runtime
