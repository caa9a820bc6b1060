// Values of a pipeline's inputs, as a person types them.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "mlpipe/dsl/descriptor.hpp"
#include "mlpipe/ir/graph.hpp"
#include "program/command_line.hpp"

namespace mlpipe::program {

struct BadValue {
  std::string reason;  ///< `--epochs: int is wanted, and "x" is given`
};

/// Reads the text given to an input: strings as they are, `true` or `false`, numbers, lists and objects as JSON. The
/// value fits the input's type, its elements' types, its literals, and what the member of the pipeline's struct holds.
std::variant<Json, BadValue> read_input_value(const detail::ComponentDescriptor& pipeline,
                                              const ir::InputDefinition& input, const InputText& given);

}  // namespace mlpipe::program
