// Writes ir::Graphs in a few words, for tests of the compiler. It checks nothing: wrong graphs are what many tests
// need. Every call takes the place where it is written, so that tests can ask for the lines that diagnostics name.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "mlpipe/compiler/compile.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe::testing {

using namespace mlpipe::ir;

inline Argument constant(Json value) { return {std::move(value)}; }
inline Argument value(ValueId id) { return {id}; }
inline Argument list(std::initializer_list<Argument> items) { return {Argument::List(items)}; }
inline Argument map(std::initializer_list<Argument::Entry> entries) { return {Argument::Map(entries)}; }
inline Argument text(std::initializer_list<Segment> segments) { return {Text(segments)}; }

inline Segment literal(std::string words) { return {SegmentKind::literal, {}, {}, std::move(words), {}}; }
inline Segment of_value(ValueId id) { return {SegmentKind::value, {}, id, {}, {}}; }
inline Segment of_run(RunPlaceholder what) { return {SegmentKind::run, what, {}, {}, {}}; }
inline Segment part(SegmentKind kind, std::string name = {}, std::string key = {}) {
  return {kind, {}, {}, std::move(name), std::move(key)};
}

inline ContainerArgument word(std::string words) { return {Text{literal(std::move(words))}}; }
inline ContainerArgument word(Segment segment) { return {Text{std::move(segment)}}; }
inline ContainerArgument words(std::initializer_list<Segment> segments) { return {Text(segments)}; }
inline ContainerArgument if_present(std::string input, std::vector<ContainerArgument> then,
                                    std::vector<ContainerArgument> otherwise = {}) {
  return {std::vector<ContainerArgument::IfPresent>{{std::move(input), std::move(then), std::move(otherwise)}}};
}

inline InputDefinition in(std::string name, Type type = Type::string) {
  InputDefinition input;
  input.name = std::move(name);
  input.type = std::move(type);
  return input;
}
inline InputDefinition in_or(std::string name, Type type, Json otherwise) {
  InputDefinition input = in(std::move(name), std::move(type));
  input.optional = true;
  input.default_value = std::move(otherwise);
  return input;
}
inline InputDefinition maybe(std::string name, Type type = Type::string) {
  InputDefinition input = in(std::move(name), std::move(type));
  input.optional = true;
  return input;
}
inline OutputDefinition out(std::string name, Type type = Type::string) {
  return {std::move(name), std::move(type), {}};
}

class GraphBuilder {
 public:
  using Inputs = std::vector<InputDefinition>;
  using Outputs = std::vector<OutputDefinition>;
  using Arguments = std::vector<std::pair<std::string, Argument>>;
  using Place = SourceLocation;

  explicit GraphBuilder(std::string name = "p", Inputs inputs = {}, Outputs outputs = {}, Place at = Place::current()) {
    graph.root = open_pipeline(std::move(name), std::move(inputs), std::move(outputs), at);
  }

  /// Opens a sub-pipeline: what follows is recorded into it until close().
  ComponentId open_pipeline(std::string name, Inputs inputs = {}, Outputs outputs = {}, Place at = Place::current()) {
    const ComponentId id = add_component(std::move(name), std::move(inputs), std::move(outputs), at);
    const ScopeId body = open(Scope::Kind::pipeline, {}, id, at);
    graph[id].body = body;
    graph[body].first_input = ValueId(graph.values.size());
    for (std::uint32_t i = 0; i < graph[id].interface.inputs.size(); ++i) {
      graph.values.push_back({GraphValue::Kind::pipeline_input, body.index, i});
    }
    return id;
  }

  void close() { open_.pop_back(); }

  ComponentId container(std::string name, Inputs inputs = {}, Outputs outputs = {},
                        Container body = {{literal("img")}, {word("run")}, {}, {}}, Place at = Place::current()) {
    const ComponentId id = add_component(std::move(name), std::move(inputs), std::move(outputs), at);
    graph[id].body = std::move(body);
    return id;
  }

  ComponentId native(std::string name, Inputs inputs = {}, Outputs outputs = {}, Place at = Place::current()) {
    const ComponentId id = add_component(std::move(name), std::move(inputs), std::move(outputs), at);
    graph[id].body = Native{};
    return id;
  }

  TaskId add(ComponentId component, Arguments arguments = {}, TaskOptions options = {}, Place at = Place::current()) {
    const TaskId id(graph.tasks.size());
    Task task;
    task.component = component;
    task.scope = here();
    task.location = at;
    if (!(options == TaskOptions{})) {
      task.options = static_cast<std::uint32_t>(graph.options.size());
      graph.options.push_back(std::move(options));
    }
    const Interface& interface = graph[component].interface;
    for (std::uint32_t i = 0; i < interface.inputs.size(); ++i) {
      for (auto& [name, argument] : arguments) {
        if (name == interface.inputs[i].name) task.arguments.push_back({i, argument});
      }
    }
    task.first_output = ValueId(graph.values.size());
    for (std::uint32_t i = 0; i < interface.outputs.size(); ++i) {
      graph.values.push_back({GraphValue::Kind::task_output, id.index, i});
    }
    graph.tasks.push_back(std::move(task));
    graph[here()].children.emplace_back(id);
    return id;
  }

  TaskId add_named(std::string name, ComponentId component, Arguments arguments = {}, TaskOptions options = {},
                   Place at = Place::current()) {
    const TaskId id = add(component, std::move(arguments), std::move(options), at);
    graph[id].name = std::move(name);
    graph[id].named = true;
    return id;
  }

  ValueId input(std::uint32_t index = 0) const { return ValueId(graph[body()].first_input.index + index); }
  ValueId output(TaskId task, std::uint32_t index = 0) const { return ValueId(graph[task].first_output.index + index); }
  void give(ValueId id) { graph[body()].outputs.push_back(id); }

  /// if_: opens the group and its first branch. Then elif(...), otherwise(), and end_if().
  ScopeId open_if(Condition condition, Place at = Place::current()) {
    const ScopeId branches = open(Scope::Kind::branches, here(), graph[here()].component, at);
    open_branch(std::move(condition), at);
    return branches;
  }
  void elif (Condition condition, Place at = Place::current()) {
    close();
    open_branch(std::move(condition), at);
  }
  void otherwise(Place at = Place::current()) {
    close();
    open_branch(std::nullopt, at);
  }
  void end_if() {
    close();
    close();
  }
  /// parallel_for: opens the loop. Then item(), and end_group().
  ScopeId open_loop(std::variant<Json, ValueId> items, Type item_type = Type::integer, std::int64_t parallelism = 0,
                    Place at = Place::current()) {
    const ScopeId id = open(Scope::Kind::loop, here(), graph[here()].component, at);
    graph.values.push_back({GraphValue::Kind::loop_item, id.index, 0});
    graph[id].loop = Loop{std::move(items), std::move(item_type), ValueId(graph.values.size() - 1), parallelism, {}};
    return id;
  }
  ValueId item(ScopeId loop) const { return graph[loop].loop->item; }
  /// A field of a value that is an object.
  ValueId field(ValueId of, std::string name, Type type = Type::number) {
    graph.values.push_back({GraphValue::Kind::field, of.index, static_cast<std::uint32_t>(graph.fields.size())});
    graph.fields.push_back({std::move(name), std::move(type)});
    return ValueId(graph.values.size() - 1);
  }
  /// exit_handler: opens what the exit task guards; end_handler() closes it.
  ScopeId open_handler(Place at = Place::current()) {
    return open(Scope::Kind::handler, here(), graph[here()].component, at);
  }
  /// Closes the handler and adds its exit task.
  void end_handler(ScopeId handler, ComponentId exit, Arguments arguments = {}, TaskOptions options = {},
                   Place at = Place::current()) {
    close();
    const TaskId id = add(exit, std::move(arguments), std::move(options), at);
    graph[id].at_exit = true;
    graph[id].guards = handler;
  }
  void end_group() { close(); }

  /// A result of closed branches: one value of each; of a loop, the one of its body.
  ValueId result(ScopeId branches, Type type, std::vector<ValueId> of_each) {
    const auto index = static_cast<std::uint32_t>(graph[branches].results.size());
    graph[branches].results.push_back({std::move(type), std::move(of_each)});
    graph.values.push_back({GraphValue::Kind::group_result, branches.index, index});
    const ValueId id(graph.values.size() - 1);
    if (index == 0) graph[branches].first_result = id;
    return id;
  }

  ScopeId here() const { return open_.back(); }

  Graph graph;

 private:
  ComponentId add_component(std::string name, Inputs inputs, Outputs outputs, Place at) {
    Component component;
    component.name = std::move(name);
    component.interface = {std::move(inputs), std::move(outputs)};
    component.location = at;
    graph.components.push_back(std::move(component));
    return ComponentId(graph.components.size() - 1);
  }

  ScopeId open(Scope::Kind kind, ScopeId parent, ComponentId component, Place at) {
    const ScopeId id(graph.scopes.size());
    Scope scope;
    scope.kind = kind;
    scope.parent = parent;
    scope.component = component;
    scope.location = at;
    graph.scopes.push_back(std::move(scope));
    if (parent) graph[parent].children.emplace_back(id);
    open_.push_back(id);
    return id;
  }

  void open_branch(std::optional<Condition> condition, Place at) {
    const ScopeId id = open(Scope::Kind::branch, here(), graph[here()].component, at);
    graph[id].condition = std::move(condition);
  }

  ScopeId body() const { return std::get<ScopeId>(graph[graph[here()].component].body); }

  std::vector<ScopeId> open_;
};

inline Condition compare(Condition::Operand left, Condition::Op op, Condition::Operand right) {
  Condition condition;
  condition.op = op;
  condition.left = std::move(left);
  condition.right = std::move(right);
  return condition;
}
inline Condition is_true(ValueId id) { return compare(id, Condition::Op::truth, Json()); }
inline Condition equals(ValueId id, Json what) { return compare(id, Condition::Op::equal, std::move(what)); }
inline Condition combine(Condition::Op op, std::vector<Condition> operands) {
  Condition condition;
  condition.op = op;
  condition.operands = std::move(operands);
  return condition;
}

/// The documents, or a failure that says why there are none.
PipelineDocuments compiled(const Graph& graph, const CompileOptions& options = {});

/// `path` leads through components by task keys from the root: `inner.condition-1.say`. The task there.
const PipelineTaskSpec& task_at(const PipelineSpec& spec, const std::string& path);
/// The component that the task at `path` calls; of "" the root.
const ComponentSpec& component_at(const PipelineSpec& spec, const std::string& path);
/// The container that the task at `path` runs.
const PipelineDeploymentConfig::PipelineContainerSpec& container_at(const PipelineSpec& spec, const std::string& path);

/// Where an input comes from, in short: `= 3`, `input x`, `task.output`, `-` where there is none. Artifacts likewise.
std::string source_of(const PipelineTaskSpec& task, const std::string& input);

}  // namespace mlpipe::testing
