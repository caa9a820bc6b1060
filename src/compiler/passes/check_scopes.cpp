#include <fmt/format.h>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

using Kind = ir::GraphValue::Kind;

class Checker {
 public:
  explicit Checker(Compilation& c) : c_(c), graph_(c.graph) {}

  void check(ir::ScopeId body) {
    ir::for_each_task(graph_, body, [&](ir::TaskId id) { check_task(id); });
    ir::for_each_scope(graph_, body, [&](ir::ScopeId id) { check_scope(id); });
  }

 private:
  void check_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    for_each_value(graph_, task,
                   [&](ir::ValueId value) { check_use(value, task.scope, task.location, describe(graph_, id)); });
    for (const ir::Child& after : graph_.options_of(task).after) check_after(after, task);
    if (task.at_exit) check_exit_task(id);
  }

  // It stands beside what it guards, and does not wait for anything else: it is to run whatever fails.
  void check_exit_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    const auto refuse = [&](const std::string& what, const SourceLocation& at) {
      c_.report(Code::exit_task_waits, task.location,
                fmt::format("exit {} {}; it is to run whatever fails", describe(graph_, id), what),
                "give it inputs of the pipeline and constants; its `TaskFinalStatus` input says what happened")
          .with(at, "this is what it waits for");
    };
    for_each_value(graph_, task, [&](ir::ValueId value) {
      if (is_produced(graph_, value))
        refuse(fmt::format("uses {}", describe(graph_, value)), location_of(graph_, value));
    });
    for (const ir::Child& after : graph_.options_of(task).after) {
      refuse(fmt::format("waits for {}", name_of(after)), location_of_child(after));
    }
  }

  void check_scope(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    if (scope.children.empty() && !gives_something(scope)) report_empty(scope);
    for_each_value(scope, [&](ir::ValueId value) {
      if (scope.loop)
        check_use(value, scope.parent, scope.location, "the loop");
      else
        check_use(value, graph_[scope.parent].parent, scope.location, "the condition");
    });
    if (scope.kind == ir::Scope::Kind::branches) check_results(scope);
    if (scope.loop) check_collected(id);
    for (std::size_t i = 0; i < scope.outputs.size(); ++i) check_output(id, i);
  }

  // Without tasks it cannot have made what it gives, and that is said of the value.
  bool gives_something(const ir::Scope& scope) const {
    if (scope.kind == ir::Scope::Kind::pipeline) return !scope.outputs.empty();
    if (scope.kind == ir::Scope::Kind::loop) return scope.first_result && !scope.results.empty();
    return scope.kind == ir::Scope::Kind::branch && graph_[scope.parent].first_result;
  }

  void report_empty(const ir::Scope& scope) {
    if (scope.kind == ir::Scope::Kind::pipeline) {
      c_.report(Code::no_tasks, scope.location, fmt::format("pipeline `{}` has no tasks", graph_[scope.component].name),
                "add at least one; backends refuse pipelines without");
    } else {
      const char* const what = word_for(scope.kind);
      c_.report(Code::no_tasks, scope.location, fmt::format("this {} has no tasks", what),
                scope.kind == ir::Scope::Kind::branch
                    ? "leave the branch out, or negate the condition; backends refuse branches without tasks"
                    : fmt::format("leave the {} out; backends refuse groups without tasks", what));
    }
  }

  // Whether a value can be seen from `scope`; `user` is who wants it.
  void check_use(ir::ValueId value, ir::ScopeId scope, const SourceLocation& at, const std::string& user) {
    const ir::ScopeId home = scope_of(graph_, value);
    if (!home || graph_[home].component != graph_[scope].component) return report_foreign(value, scope, at, user);
    if (is_within(graph_, scope, home)) return;
    const ir::Scope& ended = graph_[outermost_ended(home, scope)];
    const char* const what = word_for(ended.kind);
    c_.report(Code::value_out_of_scope, at,
              fmt::format("{} uses {}, which is made inside {} {} that has ended", user, describe(graph_, value),
                          article(what), what),
              hint_for(ended.kind))
        .with(location_of(graph_, value), fmt::format("{} is made here", describe(graph_, value)))
        .with(ended.location, fmt::format("in this {}", what));
  }

  static const char* article(const char* noun) { return noun[0] == 'e' ? "an" : "a"; }

  static const char* hint_for(ir::Scope::Kind kind) {
    if (kind == ir::Scope::Kind::loop) return "return it from the body: what `parallel_for` gives is the list of all";
    if (kind == ir::Scope::Kind::handler) return "use it inside, where a failure of what makes it is handled";
    return "return it from the branch: what `else_` gives can be used outside";
  }

  // Of the groups around `inner`, the outermost that does not hold `scope`: that is where the way out begins.
  ir::ScopeId outermost_ended(ir::ScopeId inner, ir::ScopeId scope) const {
    ir::ScopeId ended = inner;
    for (ir::ScopeId at = inner; at && !is_within(graph_, scope, at); at = graph_[at].parent) {
      if (graph_[at].kind != ir::Scope::Kind::branches) ended = at;
    }
    return ended;
  }

  void report_foreign(ir::ValueId value, ir::ScopeId scope, const SourceLocation& at, const std::string& user) {
    const ir::ScopeId home = scope_of(graph_, value);
    const std::string owner = home ? fmt::format("pipeline `{}`", graph_[graph_[home].component].name)
                                   : fmt::format("component `{}`", graph_.components[graph_[value].owner].name);
    c_.report(Code::value_of_another_pipeline, at,
              fmt::format("{} in pipeline `{}` uses {}, which belongs to {}", user,
                          graph_[graph_[scope].component].name, describe(graph_, value), owner),
              "pass it on as an input or output of the pipeline")
        .with(location_of(graph_, value), fmt::format("{} is made here", describe(graph_, value)));
  }

  void check_after(const ir::Child& first, const ir::Task& then) {
    const ir::ScopeId scope = holder_of(graph_, first);
    if (graph_[scope].component != graph_[then.scope].component) {
      c_.report(Code::value_of_another_pipeline, then.location,
                fmt::format("task `{}` waits for {}, which belongs to pipeline `{}`", name_of(then), name_of(first),
                            graph_[graph_[scope].component].name),
                "wait for the task that adds that pipeline")
          .with(location_of_child(first), fmt::format("{} is added here", name_of(first)));
    } else if (!is_within(graph_, then.scope, scope)) {
      check_after_closed(first, then);
    } else if (const auto* group = std::get_if<ir::ScopeId>(&first); group && is_within(graph_, then.scope, *group)) {
      c_.report(Code::dependency_cycle, then.location,
                fmt::format("task `{}` waits for {}, which it is in", name_of(then), name_of(first)),
                "wait for a task of it, or do so outside")
          .with(graph_[*group].location, fmt::format("{} is here", name_of(first)));
    }
  }

  // To wait for one task of a loop is to wait for the loop; a branch may never run, and what is guarded may fail.
  void check_after_closed(const ir::Child& target, const ir::Task& then) {
    const ir::Scope& ended = graph_[outermost_ended(holder_of(graph_, target), then.scope)];
    if (ended.kind == ir::Scope::Kind::loop) return;
    const char* const what = word_for(ended.kind);
    c_.report(Code::after_closed_branch, then.location,
              fmt::format("task `{}` waits for {}, which is inside {} {} that has ended", name_of(then),
                          name_of(target), article(what), what),
              ended.kind == ir::Scope::Kind::handler
                  ? "wait for the handler as a whole: `.after = {handler}`"
                  : "use what the branches return, or wait for a task outside of them")
        .with(location_of_child(target), fmt::format("{} is added here", name_of(target)))
        .with(ended.location, fmt::format("in this {}", what));
  }

  std::string name_of(const ir::Child& child) const {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) return fmt::format("`{}`", name_of(graph_[*task]));
    return fmt::format("the {}", word_for(graph_[std::get<ir::ScopeId>(child)].kind));
  }

  SourceLocation location_of_child(const ir::Child& child) const {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) return graph_[*task].location;
    return graph_[std::get<ir::ScopeId>(child)].location;
  }

  const std::string& name_of(const ir::Task& task) const {
    return task.named || !task.component ? task.name : graph_[task.component].name;
  }

  // A group gives what is made directly in it: the backends select outputs among its own tasks only.
  bool check_given(ir::ValueId value, ir::ScopeId from, const SourceLocation& at, const std::string& who) {
    const ir::ScopeId home = scope_of(graph_, value);
    if (!home || graph_[home].component != graph_[from].component) {
      report_foreign(value, from, at, who);
      return false;
    }
    const bool is_input = graph_[ir::base_of(graph_, value)].kind == Kind::pipeline_input;
    if (home == from && is_produced(graph_, value) && graph_[value].kind != Kind::field) return true;
    if (home != from && !is_input && is_within(graph_, home, from)) {
      check_use(value, from, at, who);
      return false;
    }
    c_.report(Code::value_passed_through, at,
              fmt::format("{} gives {}, which no task in it made", who, describe(graph_, value)),
              is_input
                  ? "backends give only what tasks made; use the input itself where its value is wanted, or copy it in "
                    "a component"
                  : "backends give only what tasks inside made; use the outer value itself, or copy it in a component")
        .with(location_of(graph_, value), fmt::format("{} comes from here", describe(graph_, value)));
    return false;
  }

  void check_output(ir::ScopeId id, std::size_t index) {
    const ir::Scope& scope = graph_[id];
    const ir::Component& component = graph_[scope.component];
    const ir::ValueId value = scope.outputs[index];
    if (!value) return;
    const std::string who =
        fmt::format("output `{}` of pipeline `{}`", component.interface.outputs[index].name, component.name);
    const SourceLocation at = location_of_output(component, index);
    if (!check_given(value, id, at, who)) return;
    const Type& wanted = component.interface.outputs[index].type;
    const Type& given = type_of(graph_, value);
    if (feeds(given, wanted)) return;
    c_.report(Code::type_mismatch, at,
              fmt::format("{} is {}, but {} is {}", who, to_string(wanted), describe(graph_, value), to_string(given)))
        .with(location_of(graph_, value), fmt::format("{} comes from here", describe(graph_, value)));
  }

  void check_results(const ir::Scope& branches) {
    if (!branches.first_result || branches.children.empty()) return;
    const ir::Scope& last = graph_[std::get<ir::ScopeId>(branches.children.back())];
    if (last.condition) {
      c_.report(Code::result_without_else, branches.location, "these branches give a value, but none of them need run",
                "add .else_(...): backends cannot carry \"nothing\"");
      return;
    }
    for (const ir::GroupResult& result : branches.results) check_result(branches, result);
  }

  void check_collected(ir::ScopeId id) {
    const ir::Scope& loop = graph_[id];
    for (const ir::GroupResult& result : loop.results) {
      if (loop.first_result && result.given.front()) {
        check_given(result.given.front(), id, loop.location, "the body of this loop");
      }
    }
  }

  void check_result(const ir::Scope& branches, const ir::GroupResult& result) {
    for (std::size_t i = 0; i < branches.children.size() && i < result.given.size(); ++i) {
      const auto branch = std::get<ir::ScopeId>(branches.children[i]);
      const ir::ValueId value = result.given[i];
      if (!value || !check_given(value, branch, graph_[branch].location, "this branch")) continue;
      const Type& given = type_of(graph_, value);
      if (given == result.type) continue;
      c_.report(Code::branch_type_mismatch, graph_[branch].location,
                fmt::format("this branch gives {}, which is {}, but the `if_` gives {}", describe(graph_, value),
                            to_string(given), to_string(result.type)),
                "all branches must give the same type")
          .with(branches.location, "the `if_` is here");
    }
  }

  Compilation& c_;
  const ir::Graph& graph_;
};

}  // namespace

void check_scopes(Compilation& c) {
  Checker checker(c);
  for (const ir::ScopeId body : c.bodies) checker.check(body);
}

}  // namespace mlpipe::compiler
