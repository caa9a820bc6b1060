/// Components that the backend carries out itself, known by their images: they make and delete claims on volumes.
#pragma once

#include <vector>

#include "compiler/check_kubernetes.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe::compiler {

/// Whether no container is started for it.
bool is_done_by_backend(const ir::Container& container);

/// What the backend would refuse of a task that makes a claim, as far as it is constant. Nothing for other tasks.
std::vector<KubernetesProblem> check_claim(const ir::Graph& graph, const ir::Task& task);

}  // namespace mlpipe::compiler
