/// Conditions as CEL, the language of the backends.
#pragma once

#include <string>
#include <vector>

#include "mlpipe/ir/graph.hpp"

namespace mlpipe::compiler {

/// `inputs.parameter_values['pipelinechannel--x'] == 'a'`, for the inputs of the group that is tested.
std::string condition_text(const ir::Graph& graph, const ir::Condition& condition);

/// What holds for the branch at `index`: none of the conditions before, and its own.
std::string branch_text(const ir::Graph& graph, const ir::Scope& branches, std::size_t index);

}  // namespace mlpipe::compiler
