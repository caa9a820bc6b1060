/// How scopes, tasks and values lie to each other.
#pragma once

#include <algorithm>
#include <string>

#include "ir/walk.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe::compiler {

/// The scope whose DAG holds the children of `scope`: itself, or the one around a lone if_.
inline ir::ScopeId host_of(const ir::Graph& graph, ir::ScopeId scope) {
  return ir::is_lone_if(graph[scope]) ? graph[scope].parent : scope;
}

/// The scope that stands as one task in the DAG around: itself, or the one branch of a lone if_.
inline ir::ScopeId group_of(const ir::Graph& graph, ir::ScopeId scope) {
  return ir::is_lone_if(graph[scope]) ? std::get<ir::ScopeId>(graph[scope].children.front()) : scope;
}

/// Whether an input of a pipeline that was made around one component says just what the component's own does: then what
/// is wrong with it is said of that.
inline bool is_of_lone(const ir::Graph& graph, const ir::Component& pipeline, const ir::InputDefinition& input) {
  if (!pipeline.lone) return false;
  const auto& inputs = graph[pipeline.lone].interface.inputs;
  return std::find(inputs.begin(), inputs.end(), input) != inputs.end();
}

/// What authors call to make such a scope.
inline const char* call_of(ir::Scope::Kind kind) {
  switch (kind) {
    case ir::Scope::Kind::loop:
      return "parallel_for";
    case ir::Scope::Kind::handler:
      return "exit_handler";
    case ir::Scope::Kind::pipeline:
      return "define";
    default:
      return "if_";
  }
}

/// For people: what such a scope is.
inline const char* word_for(ir::Scope::Kind kind) {
  switch (kind) {
    case ir::Scope::Kind::loop:
      return "loop";
    case ir::Scope::Kind::handler:
      return "exit handler";
    case ir::Scope::Kind::pipeline:
      return "pipeline";
    default:
      return "branch";
  }
}

/// Whether `inner` is `outer` or lies in it.
inline bool is_within(const ir::Graph& graph, ir::ScopeId inner, ir::ScopeId outer) {
  while (inner && inner != outer) inner = graph[inner].parent;
  return inner == outer;
}

/// The child of `around` that is `child` or holds it; `child` lies in `scope`, and that in `around`.
inline ir::Child lift(const ir::Graph& graph, ir::Child child, ir::ScopeId scope, ir::ScopeId around) {
  while (scope != around) {
    child = scope;
    scope = graph[scope].parent;
  }
  return child;
}

/// The scope that a task or group is a child of.
inline ir::ScopeId holder_of(const ir::Graph& graph, const ir::Child& child) {
  if (const auto* task = std::get_if<ir::TaskId>(&child)) return graph[*task].scope;
  return graph[std::get<ir::ScopeId>(child)].parent;
}

/// Whether a task or group makes the value: then who uses it waits for that. Inputs and items are there from the start.
inline bool is_produced(const ir::Graph& graph, ir::ValueId id) {
  const auto kind = graph[ir::base_of(graph, id)].kind;
  return kind == ir::GraphValue::Kind::task_output || kind == ir::GraphValue::Kind::group_result;
}

/// The task or group that makes a value; only of what is_produced().
inline ir::Child producer_of(const ir::Graph& graph, ir::ValueId id) {
  const ir::GraphValue& value = graph[ir::base_of(graph, id)];
  if (value.kind == ir::GraphValue::Kind::task_output) return ir::TaskId(value.owner);
  return ir::ScopeId(value.owner);
}

/// Whether a run may find nothing behind the value: an optional input of a pipeline, without a default.
inline bool may_be_absent(const ir::Graph& graph, ir::ValueId id) {
  const ir::GraphValue& value = graph[ir::base_of(graph, id)];
  if (value.kind != ir::GraphValue::Kind::pipeline_input) return false;
  const ir::InputDefinition& input = graph[graph.scopes[value.owner].component].interface.inputs[value.index];
  return input.optional && !input.default_value;
}

/// The key of a child in the DAG that it stands in.
inline const std::string& key_of(const ir::Graph& graph, const ir::Child& child) {
  if (const auto* task = std::get_if<ir::TaskId>(&child)) return graph[*task].name;
  return graph[group_of(graph, std::get<ir::ScopeId>(child))].name;
}

/// The body of the pipeline that a task calls; none for a component that is no pipeline.
inline ir::ScopeId body_called_by(const ir::Graph& graph, const ir::Task& task) {
  if (!task.component) return {};
  const auto* body = std::get_if<ir::ScopeId>(&graph[task.component].body);
  return body ? *body : ir::ScopeId();
}

}  // namespace mlpipe::compiler
