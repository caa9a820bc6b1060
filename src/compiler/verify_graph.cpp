#include "compiler/verify_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

using Kind = ir::GraphValue::Kind;

class Verifier {
 public:
  explicit Verifier(const ir::Graph& graph) : graph_(graph) {}

  std::vector<std::string> run() {
    if (!in_range(graph_.root) || !graph_[graph_.root].is_pipeline()) {
      rule(false, "the root is no pipeline");
      return std::move(problems_);
    }
    for (std::uint32_t i = 0; i < graph_.components.size(); ++i) verify_component(ir::ComponentId(i));
    for (std::uint32_t i = 0; i < graph_.scopes.size(); ++i) verify_scope(ir::ScopeId(i));
    for (std::uint32_t i = 0; i < graph_.tasks.size(); ++i) verify_task(ir::TaskId(i));
    for (std::uint32_t i = 0; i < graph_.values.size(); ++i) verify_value(ir::ValueId(i));
    return std::move(problems_);
  }

 private:
  template <class... Args>
  bool rule(bool holds, fmt::format_string<Args...> text, Args&&... args) {
    if (!holds) problems_.push_back(fmt::format(text, std::forward<Args>(args)...));
    return holds;
  }

  bool in_range(ir::ComponentId id) const { return id.index < graph_.components.size(); }
  bool in_range(ir::ScopeId id) const { return id.index < graph_.scopes.size(); }
  bool in_range(ir::TaskId id) const { return id.index < graph_.tasks.size(); }
  bool in_range(ir::ValueId id) const { return id.index < graph_.values.size(); }
  bool in_range(const ir::Child& child) const {
    return std::visit([this](auto id) { return in_range(id); }, child);
  }
  template <class Id>
  bool none_or_in_range(Id id) const {
    return !id || in_range(id);
  }

  void verify_component(ir::ComponentId id) {
    const auto* body = std::get_if<ir::ScopeId>(&graph_[id].body);
    if (!body) return;
    if (!rule(in_range(*body), "component {} has no body {}", id.index, body->index)) return;
    rule(graph_[*body].component == id && !graph_[*body].parent, "scope {} is not the body of component {}",
         body->index, id.index);
    rule(graph_[*body].outputs.size() == graph_[id].interface.outputs.size() || graph_[*body].outputs.empty(),
         "scope {} does not give the outputs of component {}", body->index, id.index);
  }

  void verify_scope(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    rule(in_range(scope.component), "scope {} belongs to no pipeline", id.index);
    rule(none_or_in_range(scope.parent), "scope {} has no parent {}", id.index, scope.parent.index);
    rule((scope.kind == ir::Scope::Kind::pipeline) == !scope.parent, "scope {} is of the wrong kind", id.index);
    for (const ir::Child& child : scope.children) {
      if (!rule(in_range(child), "scope {} has a child that is not there", id.index)) continue;
      const auto* task = std::get_if<ir::TaskId>(&child);
      const ir::ScopeId parent = task ? graph_[*task].scope : graph_[std::get<ir::ScopeId>(child)].parent;
      rule(parent == id, "a child of scope {} has another parent", id.index);
      if (scope.kind == ir::Scope::Kind::branches) rule(!task, "branches {} hold a task", id.index);
    }
    for (const auto* values : {&scope.outputs, &scope.inflow, &scope.outflow})
      verify_values(*values, "scope", id.index);
    for (const ir::Child& child : scope.upstream) {
      rule(in_range(child), "scope {} waits for what is not there", id.index);
    }
    for_each_value(scope, [&](ir::ValueId value) {
      rule(in_range(value), "what decides about scope {} has no value {}", id.index, value.index);
    });
    if (rule((scope.kind == ir::Scope::Kind::loop) == scope.loop.has_value(), "scope {} is no loop", id.index) &&
        scope.loop) {
      rule(in_range(scope.loop->item) && graph_[scope.loop->item].kind == Kind::loop_item &&
               graph_[scope.loop->item].owner == id.index,
           "loop {} has no item of its own", id.index);
    }
    for (const ir::GroupResult& result : scope.results) verify_values(result.given, "scope", id.index);
  }

  void verify_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    rule(in_range(task.scope), "task {} is in no scope", id.index);
    rule(task.options < graph_.options.size(), "task {} has no options {}", id.index, task.options);
    rule(none_or_in_range(task.guards), "task {} guards no scope {}", id.index, task.guards.index);
    rule(none_or_in_range(task.component), "task {} has no component {}", id.index, task.component.index);
    if (task.options >= graph_.options.size() || !none_or_in_range(task.component)) return;
    for (const ir::Child& after : graph_.options_of(task).after) {
      rule(in_range(after), "task {} waits for what is not there", id.index);
    }
    for (const ir::Child& child : task.upstream) rule(in_range(child), "task {} waits for what is not there", id.index);
    for_each_value(graph_, task, [&](ir::ValueId value) {
      rule(in_range(value), "task {} uses value {}, which is not there", id.index, value.index);
    });
    if (!task.component) return;
    std::int64_t last = -1;
    for (const ir::TaskArgument& argument : task.arguments) {
      rule(argument.input > last && argument.input < graph_[task.component].interface.inputs.size(),
           "argument {} of task {} is out of order or for no input", argument.input, id.index);
      last = argument.input;
    }
  }

  void verify_value(ir::ValueId id) {
    const ir::GraphValue& value = graph_[id];
    const bool owned = [&] {
      switch (value.kind) {
        case Kind::pipeline_input:
          return value.owner < graph_.scopes.size() && in_range(graph_.scopes[value.owner].component) &&
                 value.index < graph_[graph_.scopes[value.owner].component].interface.inputs.size();
        case Kind::task_output:
          return value.owner < graph_.tasks.size() && in_range(graph_.tasks[value.owner].component) &&
                 value.index < graph_[graph_.tasks[value.owner].component].interface.outputs.size();
        case Kind::group_result:
          return value.owner < graph_.scopes.size() && value.index < graph_.scopes[value.owner].results.size();
        case Kind::loop_item:
          return value.owner < graph_.scopes.size() && graph_.scopes[value.owner].loop.has_value();
        case Kind::field:
          return value.owner < id.index && value.index < graph_.fields.size();
        case Kind::component_input:
          return value.owner < graph_.components.size() &&
                 value.index < graph_.components[value.owner].interface.inputs.size();
        case Kind::component_output:
          break;
      }
      return value.owner < graph_.components.size() &&
             value.index < graph_.components[value.owner].interface.outputs.size();
    }();
    rule(owned, "value {} is of nothing that is there", id.index);
  }

  void verify_values(const std::vector<ir::ValueId>& values, const char* what, std::uint32_t index) {
    for (const ir::ValueId value : values) {
      rule(none_or_in_range(value), "{} {} uses value {}, which is not there", what, index, value.index);
    }
  }

  const ir::Graph& graph_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> verify_graph(const Compilation& compilation) { return Verifier(compilation.graph).run(); }

}  // namespace mlpipe::compiler
