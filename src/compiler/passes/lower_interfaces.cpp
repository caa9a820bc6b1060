#include <utility>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"

namespace mlpipe::compiler {
namespace {

using Outputs = ir::DagOutputsSpec;

// Where a value is found among the children of its scope: which child, and under which key.
std::pair<std::string, std::string> selector_of(const ir::Graph& graph, ir::ValueId id) {
  const ir::GraphValue& value = graph[id];
  if (value.kind == ir::GraphValue::Kind::group_result) return {graph.scopes[value.owner].name, output_key(graph, id)};
  const ir::Task& task = graph.tasks[value.owner];
  return {task.name, graph[task.component].interface.outputs[value.index].name};
}

Outputs& outputs_of(ir::ComponentSpec& dag) {
  auto& outputs = std::get<ir::DagSpec>(dag.implementation).outputs;
  return outputs ? *outputs : outputs.emplace();
}

void give(const ir::Graph& graph, ir::ComponentSpec& dag, const std::string& key, ir::ValueId value) {
  auto [task, output] = selector_of(graph, value);
  if (type_of(graph, value).is_artifact()) {
    outputs_of(dag).artifacts[key].artifact_selectors = {{std::move(task), std::move(output)}};
  } else {
    outputs_of(dag).parameters[key].kind = Outputs::ParameterSelectorSpec{std::move(task), std::move(output)};
  }
}

// One selector a branch: the first that ran gives the value.
void give_result(const ir::Graph& graph, ir::ScopeId id, ir::ComponentSpec& dag, ir::ValueId result) {
  const ir::Scope& branches = graph[id];
  const ir::GroupResult& given = branches.results[graph[result].index];
  const std::string key = output_key(graph, result);
  define_output(dag, key, given.type, {});
  Outputs::ParameterSelectorsSpec parameters;
  std::vector<Outputs::ArtifactSelectorSpec> artifacts;
  for (std::size_t i = 0; i < branches.children.size(); ++i) {
    const std::string& branch = graph[std::get<ir::ScopeId>(branches.children[i])].name;
    const std::string branch_key = output_key(graph, given.given[i]);
    if (given.type.is_artifact())
      artifacts.push_back({branch, branch_key});
    else
      parameters.parameter_selectors.push_back({branch, branch_key});
  }
  if (given.type.is_artifact())
    outputs_of(dag).artifacts[key].artifact_selectors = std::move(artifacts);
  else
    outputs_of(dag).parameters[key].kind = std::move(parameters);
}

// What the body gives in each iteration leaves the loop as a list.
void give_list(const ir::Graph& graph, ir::ScopeId id, ir::ComponentSpec& dag, ir::ValueId result) {
  const ir::GroupResult& collected = graph[id].results[graph[result].index];
  const std::string key = output_key(graph, result);
  define_output(dag, key, collected.type, {});
  give(graph, dag, key, collected.given.front());
}

// An optional input of the pipeline without a default may have no value at all. KFP's SDK leaves that out where it
// hands the input on to a group; then the group requires what nobody gives, and fails.
void define_inflow(const ir::Graph& graph, ir::ComponentSpec& dag, ir::ValueId value) {
  if (!dag.input_definitions) dag.input_definitions.emplace();
  const Type& type = type_of(graph, value);
  std::string key = channel_name(full_name(graph, value));
  if (type.is_artifact()) {
    auto& input = dag.input_definitions->artifacts[std::move(key)] = input_artifact(type);
    input.is_optional = may_be_absent(graph, value);
  } else {
    auto& input = dag.input_definitions->parameters[std::move(key)] = input_parameter(type);
    input.is_optional = may_be_absent(graph, value);
  }
}

void lower_group(const ir::Graph& graph, ir::ScopeId id, ir::ComponentSpec& dag) {
  const ir::Scope& scope = graph[id];
  for (const ir::ValueId value : scope.inflow) define_inflow(graph, dag, value);
  if (scope.loop) define_inflow(graph, dag, scope.loop->item);
  for (const ir::ValueId value : scope.outflow) {
    if (scope.kind == ir::Scope::Kind::branches) {
      give_result(graph, id, dag, value);
    } else if (scope.kind == ir::Scope::Kind::loop) {
      give_list(graph, id, dag, value);
    } else {
      define_output(dag, output_key(graph, value), type_of(graph, value), {});
      give(graph, dag, output_key(graph, value), value);
    }
  }
}

void lower_body(const ir::Graph& graph, ir::ScopeId id, ir::ComponentSpec& dag) {
  const ir::Interface& interface = graph[graph[id].component].interface;
  define_interface(dag, interface);
  for (std::size_t i = 0; i < interface.outputs.size(); ++i) {
    give(graph, dag, interface.outputs[i].name, graph[id].outputs[i]);
  }
}

}  // namespace

void lower_interfaces(Compilation& c) {
  c.dags.resize(c.graph.scopes.size());
  const auto lower = [&](ir::ScopeId id) {
    ir::ComponentSpec& dag = c.dags[id.index];
    dag.implementation = ir::DagSpec{};
    if (c.graph[id].kind == ir::Scope::Kind::pipeline)
      lower_body(c.graph, id, dag);
    else
      lower_group(c.graph, id, dag);
  };
  for (const ir::ScopeId body : c.bodies) ir::for_each_scope(c.graph, body, lower);
}

}  // namespace mlpipe::compiler
