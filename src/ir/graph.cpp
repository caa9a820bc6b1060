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

ValueId base_of(const Graph& graph, ValueId id) {
  while (graph[id].kind == GraphValue::Kind::field) id = ValueId(graph[id].owner);
  return id;
}

const Type& type_of(const Graph& graph, ValueId id) {
  const GraphValue& value = graph[id];
  switch (value.kind) {
    case GraphValue::Kind::pipeline_input:
      return interface_of_body(graph, value).inputs[value.index].type;
    case GraphValue::Kind::task_output:
      return output_of_task(graph, value).type;
    case GraphValue::Kind::group_result:
      return graph.scopes[value.owner].results[value.index].type;
    case GraphValue::Kind::loop_item:
      return graph.scopes[value.owner].loop->item_type;
    case GraphValue::Kind::field:
      return graph.fields[value.index].type;
    case GraphValue::Kind::component_input:
      return graph.components[value.owner].interface.inputs[value.index].type;
    case GraphValue::Kind::component_output:
      break;
  }
  return graph.components[value.owner].interface.outputs[value.index].type;
}

ScopeId scope_of(const Graph& graph, ValueId id) {
  const GraphValue& value = graph[base_of(graph, id)];
  switch (value.kind) {
    case GraphValue::Kind::pipeline_input:
      return ScopeId(value.owner);
    case GraphValue::Kind::task_output:
      return graph.tasks[value.owner].scope;
    case GraphValue::Kind::group_result:
      return graph.scopes[value.owner].parent;
    case GraphValue::Kind::loop_item:
      return ScopeId(value.owner);
    case GraphValue::Kind::field:
    case GraphValue::Kind::component_input:
    case GraphValue::Kind::component_output:
      break;
  }
  return {};
}

SourceLocation location_of(const Graph& graph, ValueId id) {
  const GraphValue& value = graph[base_of(graph, id)];
  switch (value.kind) {
    case GraphValue::Kind::pipeline_input:
      return location_of_input(graph[graph.scopes[value.owner].component], value.index);
    case GraphValue::Kind::task_output:
      return graph.tasks[value.owner].location;
    case GraphValue::Kind::loop_item:
    case GraphValue::Kind::group_result:
      return graph.scopes[value.owner].location;
    case GraphValue::Kind::field:
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
    case GraphValue::Kind::group_result: {
      const Scope& group = graph.scopes[value.owner];
      const char* const what = group.kind == Scope::Kind::loop ? "parallel_for" : "if_";
      if (group.results.size() == 1) return fmt::format("the result of `{}`", what);
      return fmt::format("result {} of `{}`", value.index + 1, what);
    }
    case GraphValue::Kind::loop_item:
      return "the item of `parallel_for`";
    case GraphValue::Kind::field:
      return fmt::format("field `{}` of {}", graph.fields[value.index].name, describe(graph, ValueId(value.owner)));
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
