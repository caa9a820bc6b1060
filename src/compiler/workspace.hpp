/// A run's workspace: a volume that all of its steps see.
#pragma once

#include <string_view>

#include "mlpipe/ir/graph.hpp"

namespace mlpipe::compiler {

/// Whether the pipeline that is compiled has one.
inline bool has_workspace(const ir::Graph& graph) {
  const auto& configuration = graph[graph.root].configuration;
  return configuration && configuration->workspace;
}

/// Whether a path lies where KFP's backend mounts it.
inline bool is_in_workspace(std::string_view path) {
  constexpr std::string_view workspace = "/kfp-workspace";
  return path == workspace || (path.starts_with(workspace) && path[workspace.size()] == '/');
}

}  // namespace mlpipe::compiler
