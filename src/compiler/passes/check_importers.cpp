#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "compiler/check_constant.hpp"
#include "compiler/passes.hpp"
#include "compiler/placeholders.hpp"
#include "compiler/scopes.hpp"
#include "compiler/workspace.hpp"
#include "json/shown.hpp"

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

// `gs:` and what follows; of what a placeholder begins, only a run knows.
bool has_scheme(std::string_view uri) {
  if (const auto placeholder = find_placeholder(uri); placeholder && placeholder->at == 0) return true;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto goes_on = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || std::string_view("+-.").find(c) != std::string_view::npos;
  };
  const std::string_view scheme = uri.substr(0, std::min(uri.find(':'), uri.size()));
  return scheme.size() < uri.size() && !scheme.empty() && is_letter(scheme.front()) &&
         std::all_of(scheme.begin(), scheme.end(), goes_on);
}

void check_constant_uri(Compilation& c, const ir::Task& task) {
  const Json* constant = std::get_if<Json>(&task.arguments.front().argument.content);
  if (constant == nullptr || !constant->is_string()) return;  // anything else is not of the input's type
  const std::string& uri = constant->as_string();
  if (has_scheme(uri) || is_in_workspace(uri)) return;
  c.report(Code::bad_importer_uri, task.location,
           uri.empty() ? "the URI of this importer is empty"
                       : fmt::format("{}, the URI of this importer, has no scheme", shown(*constant)),
           "say where the artifact is, with a scheme: `gs://models/base`");
}

void check_type(Compilation& c, const ir::Task& task) {
  const Type& type = c.graph[task.component].interface.outputs.front().type;
  if (type.is_artifact() && !type.is_artifact_list()) return;
  c.report(Code::bad_importer_type, task.location,
           fmt::format("an importer gives a single artifact, and none of type `{}`", to_string(type)),
           type.is_artifact() ? "make an importer for each of them"
                              : "name an artifact's type: `Type::artifact(\"system.Model\")`");
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

// It is recorded with the artifact: what travels as an input does, and null does not.
void check_metadata(Compilation& c, const ir::Importer& importer, const ir::Task& task) {
  if (importer.metadata.is_null()) return;  // there is none
  const auto problem = check_constant(importer.metadata, Type::structure);
  if (!problem) return;
  c.report(problem->code, task.location, fmt::format("the metadata of this importer is {}", problem->reason),
           problem->code == Code::null_constant ? "backends cannot record it; leave it out" : problem->hint);
}

void check_workspace(Compilation& c, const ir::Importer& importer, const ir::Task& task) {
  if (!importer.download_to_workspace || has_workspace(c.graph)) return;
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
      check_type(c, task);
      check_uri(c, task);
      check_constant_uri(c, task);
      check_metadata(c, *importer, task);
      check_workspace(c, *importer, task);
    });
  }
}

}  // namespace mlpipe::compiler
