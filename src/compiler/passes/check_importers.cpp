#include <fmt/format.h>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

// KFP's launcher of importers reads a URI that is no constant from the inputs of the DAG that the importer is in: what
// a task beside it gives, or a text that is to be put together, it does not find.
std::optional<std::string> problem_of_uri(const ir::Graph& graph, const ir::Task& task) {
  const ir::Argument& uri = task.arguments.front().argument;
  if (std::holds_alternative<Json>(uri.content)) return std::nullopt;
  const auto* value = std::get_if<ir::ValueId>(&uri.content);
  if (!value) return "is put together";
  if (!*value) return std::nullopt;
  if (graph[*value].kind == ir::GraphValue::Kind::field) return fmt::format("is {}", describe(graph, *value));
  const bool beside = host_of(graph, scope_of(graph, *value)) == host_of(graph, task.scope);
  if (beside && is_produced(graph, *value)) return fmt::format("is {}", describe(graph, *value));
  return std::nullopt;
}

void check_uri(Compilation& c, const ir::Task& task) {
  const auto problem = problem_of_uri(c.graph, task);
  if (!problem) return;
  c.report(Code::importer_uri_of_task, task.location,
           fmt::format("the URI of this importer {}; Kubeflow Pipelines finds constants and inputs of the pipeline "
                       "around it alone",
                       *problem),
           "import in a sub-pipeline that has the URI as an input, and give it there");
}

void check_workspace(Compilation& c, const ir::Importer& importer, const ir::Task& task) {
  const auto& configuration = c.graph[c.graph.root].configuration;
  if (!importer.download_to_workspace || (configuration && configuration->workspace)) return;
  c.report(Code::no_workspace, task.location,
           "this importer copies into the run's workspace, but the pipeline has none",
           "say how large one is: `p.configure({.workspace = {.size = \"5Gi\"}})`");
}

}  // namespace

void check_importers(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      const ir::Task& task = c.graph[id];
      const auto* importer = task.component ? std::get_if<ir::Importer>(&c.graph[task.component].body) : nullptr;
      if (!importer) return;
      check_uri(c, task);
      check_workspace(c, *importer, task);
    });
  }
}

}  // namespace mlpipe::compiler
