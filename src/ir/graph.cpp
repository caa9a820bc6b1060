#include "mlpipe/ir/graph.hpp"

#include <fmt/format.h>

namespace mlpipe::ir {
namespace {

const Interface& interface_of_body(const Graph& graph, const GraphValue& value) {
  return graph[graph.scopes[value.owner].component].interface;
}

const OutputDefinition& output_of_task(const Graph& graph, const GraphValue& value) {
  return graph[graph.tasks[value.owner].component].interface.outputs[value.index];
}

SourceLocation location_at(const Component& component, const std::vector<SourceLocation>& places, std::size_t index) {
  return index < places.size() ? places[index] : component.location;
}

}  // namespace

SourceLocation location_of_input(const Component& component, std::size_t index) {
  return location_at(component, component.input_locations, index);
}

SourceLocation location_of_output(const Component& component, std::size_t index) {
  return location_at(component, component.output_locations, index);
}

const Type& type_of(const Graph& graph, ValueId id) {
  const GraphValue& value = graph[id];
  switch (value.kind) {
    case GraphValue::Kind::pipeline_input:
      return interface_of_body(graph, value).inputs[value.index].type;
    case GraphValue::Kind::task_output:
      return output_of_task(graph, value).type;
    case GraphValue::Kind::branch_result:
      return graph.scopes[value.owner].results[value.index].type;
    case GraphValue::Kind::component_input:
      return graph.components[value.owner].interface.inputs[value.index].type;
    case GraphValue::Kind::component_output:
      break;
  }
  return graph.components[value.owner].interface.outputs[value.index].type;
}

ScopeId scope_of(const Graph& graph, ValueId id) {
  const GraphValue& value = graph[id];
  switch (value.kind) {
    case GraphValue::Kind::pipeline_input:
      return ScopeId(value.owner);
    case GraphValue::Kind::task_output:
      return graph.tasks[value.owner].scope;
    case GraphValue::Kind::branch_result:
      return graph.scopes[value.owner].parent;
    case GraphValue::Kind::component_input:
    case GraphValue::Kind::component_output:
      break;
  }
  return {};
}

SourceLocation location_of(const Graph& graph, ValueId id) {
  const GraphValue& value = graph[id];
  switch (value.kind) {
    case GraphValue::Kind::pipeline_input:
      return location_of_input(graph[graph.scopes[value.owner].component], value.index);
    case GraphValue::Kind::task_output:
      return graph.tasks[value.owner].location;
    case GraphValue::Kind::branch_result:
      return graph.scopes[value.owner].location;
    case GraphValue::Kind::component_input:
    case GraphValue::Kind::component_output:
      break;
  }
  return graph.components[value.owner].location;
}

std::string describe(const Graph& graph, TaskId id) {
  const Task& task = graph[id];
  if (!task.name.empty()) return fmt::format("task `{}`", task.name);
  return task.component ? fmt::format("task `{}`", graph[task.component].name) : "task";
}

std::string describe(const Graph& graph, ValueId id) {
  const GraphValue& value = graph[id];
  switch (value.kind) {
    case GraphValue::Kind::pipeline_input:
      return fmt::format("input `{}`", interface_of_body(graph, value).inputs[value.index].name);
    case GraphValue::Kind::task_output:
      return fmt::format("output `{}` of {}", output_of_task(graph, value).name, describe(graph, TaskId(value.owner)));
    case GraphValue::Kind::branch_result: {
      const Scope& branches = graph.scopes[value.owner];
      if (branches.results.size() == 1) return "the result of `if_`";
      return fmt::format("result {} of `if_`", value.index + 1);
    }
    case GraphValue::Kind::component_input:
    case GraphValue::Kind::component_output:
      break;
  }
  const Component& component = graph.components[value.owner];
  const bool is_input = value.kind == GraphValue::Kind::component_input;
  const std::string& name =
      is_input ? component.interface.inputs[value.index].name : component.interface.outputs[value.index].name;
  return fmt::format("{} `{}` of component `{}`", is_input ? "input" : "output", name, component.name);
}

}  // namespace mlpipe::ir
