// What --help says.
#pragma once

#include <string>

#include "mlpipe/ir/graph.hpp"
#include "mlpipe/program/main.hpp"

namespace mlpipe::program {

/// An input in one line: type, default, allowed values, description.
std::string describe_input(const ir::InputDefinition& input);
/// The same without the type.
std::string describe_input_value(const ir::InputDefinition& input);

/// All commands, exit codes, and every pipeline with its inputs and outputs; of one that cannot be written down, why.
std::string help_text(const std::string& name, const ProgramDescription& program);

}  // namespace mlpipe::program
