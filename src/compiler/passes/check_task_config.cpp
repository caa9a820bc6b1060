#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/task_config.hpp"

namespace mlpipe::compiler {
namespace {

void check_component(Compilation& c, const ir::Component& component) {
  const auto refuse = [&](std::string problem, const char* hint) {
    c.report(Code::bad_passthrough, component.location, std::move(problem), hint);
  };
  if (component.is_pipeline()) {
    return refuse(fmt::format("pipeline `{}` hands its tasks' configuration on, but has no program to give it to",
                              component.name),
                  "say it of the components inside the pipeline");
  }
  const auto& inputs = component.interface.inputs;
  const bool has_input = std::any_of(inputs.begin(), inputs.end(),
                                     [](const auto& input) { return input.type.kind() == Type::task_config; });
  if (!has_input) {
    refuse(
        fmt::format("component `{}` hands its tasks' configuration on, but has no input that takes it", component.name),
        "add one, which nobody gives: `In<TaskConfig> config = {};`");
  }
  TaskConfigPassthroughs seen;
  for (const TaskConfigPassthrough& one : component.task_config) {
    if (!seen.has(one.field)) {
      seen.add(one);
      continue;
    }
    refuse(fmt::format("component `{}` hands on {} twice", component.name, task_config_field_name(one.field)),
           "list it once");
    return;
  }
}

// KFP's backend applies nothing of it to the pod of such a component that is not listed, and says nothing.
void check_task(Compilation& c, ir::TaskId id) {
  const ir::Task& task = c.graph[id];
  const ir::Component& component = c.graph[task.component];
  for (const TaskConfigField field : fields_set_by(c.graph.options_of(task))) {
    if (component.task_config.has(field)) continue;
    const std::string_view name = task_config_field_name(field);
    c.report(Code::option_not_passed_on, task.location,
             fmt::format("{}: its options set {}, which component `{}` does not hand on", describe(c.graph, id), name,
                         component.name),
             "list it in the component's `.task_config`, or leave the option out")
        .with(component.location, "what it hands on is said here");
  }
}

}  // namespace

void check_task_config(Compilation& c) {
  std::vector<bool> checked(c.graph.components.size(), false);
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      const ir::ComponentId component = c.graph[id].component;
      if (!component || c.graph[component].task_config.empty()) return;
      if (!checked[component.index]) check_component(c, c.graph[component]);
      checked[component.index] = true;
      check_task(c, id);
    });
  }
}

}  // namespace mlpipe::compiler
