#include "program/pipelines.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "json/shown.hpp"

namespace mlpipe::program {
namespace {

using Natives = std::map<std::string, const detail::ComponentDescriptor*>;

std::string cpp_type(const detail::ComponentDescriptor& component) {
  return std::string(detail::type_name(component.type_spelling()));
}

/// Those that came first stay, as `exec` finds the first.
void collect(const ir::Graph& graph, Natives& into) {
  for (const ir::Component& component : graph.components) {
    if (const auto* native = std::get_if<ir::Native>(&component.body))
      into.emplace(component.name, native->implementation);
  }
}

bool holds(const ir::Graph& graph, const detail::ComponentDescriptor& type) {
  return std::any_of(graph.components.begin(), graph.components.end(), [&](const ir::Component& component) {
    const auto* native = std::get_if<ir::Native>(&component.body);
    return native != nullptr && native->implementation == &type;
  });
}

}  // namespace

std::vector<std::string> pipeline_names(const ProgramDescription& program) {
  std::vector<std::string> names;
  for (const auto* pipeline : program.pipelines) names.push_back(detail::component_name(*pipeline));
  return names;
}

const detail::ComponentDescriptor* find_pipeline(const ProgramDescription& program, std::string_view name,
                                                 std::string& error) {
  const std::vector<std::string> names = pipeline_names(program);
  if (name.empty() && names.size() == 1) return program.pipelines.front();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return program.pipelines[i];
  }
  if (names.empty()) {
    error = "this program has no pipeline";
  } else if (name.empty()) {
    error = fmt::format("which pipeline? The word after the command names it: {}", listed(names));
  } else {
    error =
        fmt::format("there is no pipeline `{}`; there {}: {}", name, names.size() == 1 ? "is" : "are", listed(names));
  }
  return nullptr;
}

Diagnostics check_names(const ProgramDescription& program) {
  Diagnostics diagnostics;
  std::map<std::string, const detail::ComponentDescriptor*> known;
  for (const auto* pipeline : program.pipelines) {
    const auto [first, is_new] = known.emplace(detail::component_name(*pipeline), pipeline);
    if (is_new) continue;
    diagnostics.emplace_back(Code::pipeline_name_clash, SourceLocation{},
                             fmt::format("two pipelines of this program have the name `{}`: `{}` and `{}`",
                                         first->first, cpp_type(*first->second), cpp_type(*pipeline)),
                             "give one of the two another: `static constexpr Component component{.name = \"...\"};`");
  }
  return diagnostics;
}

const ir::Component& root_of(const detail::Recording& recording) { return recording.graph[recording.graph.root]; }

Diagnostics check_natives(const ProgramDescription& program, const detail::ComponentDescriptor& pipeline,
                          const detail::Recording& recording) {
  Natives found;
  for (const auto* component : program.components) found.emplace(detail::component_name(*component), component);
  for (const auto* other : program.pipelines) {
    if (other == &pipeline) break;
    collect(detail::try_record_natives(*other).graph, found);
  }
  // `exec` writes the pipeline down with its defaults, which is how it was recorded.
  collect(recording.graph, found);
  Diagnostics diagnostics;
  std::set<const detail::ComponentDescriptor*> seen;
  for (const ir::Component& component : recording.graph.components) {
    const auto* native = std::get_if<ir::Native>(&component.body);
    if (native == nullptr || native->implementation == nullptr) continue;
    const detail::ComponentDescriptor* const runs = found.at(component.name);
    if (!seen.insert(native->implementation).second || runs == native->implementation) continue;
    const std::string_view other = detail::type_name(runs->type_spelling());
    if (holds(recording.graph, *runs) && other != component.cpp_type) continue;  // check_names says it
    diagnostics.emplace_back(
        Code::native_component_not_found, component.location,
        fmt::format("`exec {}` of this program runs `{}`, another component of that name than `{}`", component.name,
                    other, component.cpp_type),
        "give one of the two a name of its own: `static constexpr Component component{.name = \"...\"};`");
  }
  return diagnostics;
}

CompileResult compile_recording(const ProgramDescription& program, const detail::ComponentDescriptor& pipeline,
                                detail::Recording recording, const CompileOptions& options) {
  if (!recording.complete) return {std::nullopt, std::move(recording.diagnostics)};
  Diagnostics natives = check_natives(program, pipeline, recording);
  for (Diagnostic& diagnostic : natives) recording.diagnostics.push_back(std::move(diagnostic));
  return compile_graph(std::move(recording.graph), options, std::move(recording.diagnostics));
}

}  // namespace mlpipe::program
