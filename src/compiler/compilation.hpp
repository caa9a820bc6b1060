/// What the passes work on.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "mlpipe/compiler/compile.hpp"

namespace mlpipe::compiler {

using ContainerSpec = ir::PipelineDeploymentConfig::PipelineContainerSpec;
using ImporterSpec = ir::PipelineDeploymentConfig::ImporterSpec;

/// A component as the spec will have it: of a task, of a group, or of a pipeline. What is equal in all of it is one.
struct Definition {
  std::string name;  ///< the wish; assemble_spec makes it unique
  ir::ComponentSpec component;
  std::optional<ContainerSpec> container;               ///< the executor; none of a DAG or importer
  std::optional<ImporterSpec> importer;                 ///< the executor of an importer
  std::vector<std::pair<std::string, Json>> platforms;  ///< by platform, sorted
  ir::ScopeId loop;  ///< of a loop's body: KFP's backend fails where two loops have one component

  friend bool operator==(const Definition&, const Definition&) = default;
};

using DefinitionId = ir::Id<struct DefinitionTag>;

/// One compilation: the graph, and what grows beside it. The vectors "by task" and "by scope" are as long as the
/// graph's.
struct Compilation {
  ir::Graph graph;
  CompileOptions options;
  Diagnostics diagnostics;

  std::vector<ir::ScopeId> bodies;  ///< filled by find_pipelines: of the root and all it calls, callers first

  std::vector<ir::PipelineTaskSpec> tasks;   ///< by task: filled by the lower_* passes
  std::vector<ir::PipelineTaskSpec> groups;  ///< by scope: the tasks that groups stand as, filled likewise
  std::vector<ir::ComponentSpec> dags;       ///< by scope: without their tasks until share_components

  /// Filled by check_budgets: the descriptions of all tasks and groups, as JSON.
  struct Described {
    std::size_t count = 0, bytes = 0;
    std::optional<ir::Child> largest;
    std::size_t largest_bytes = 0;
  };
  Described described;

  std::vector<Definition> definitions;         ///< filled by share_components, no two equal
  std::vector<DefinitionId> task_definition;   ///< by task
  std::vector<DefinitionId> scope_definition;  ///< by scope; none for the root's body and lone ifs

  ir::PipelineDocuments documents;  ///< filled by assemble_spec

  Compilation(ir::Graph from, const CompileOptions& with, Diagnostics recorded)
      : graph(std::move(from)), options(with), diagnostics(std::move(recorded)) {}

  Diagnostic& report(Code code, const SourceLocation& at, std::string message, std::string hint = {}) {
    return diagnostics.emplace_back(code, at, std::move(message), std::move(hint));
  }
};

}  // namespace mlpipe::compiler
