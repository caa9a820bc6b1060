// Values of a pipeline's inputs, as a person types them.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "mlpipe/ir/graph.hpp"

namespace mlpipe::program {

struct BadValue {
  std::string reason;  ///< `--epochs: int is wanted, and "x" is given`
};

/// Reads the text given to an input: strings as they are, `true` or `false`, numbers, lists and objects as JSON.
std::variant<Json, BadValue> read_input_value(const ir::InputDefinition& input, std::string_view text);

}  // namespace mlpipe::program
