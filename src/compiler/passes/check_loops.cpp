#include <fmt/format.h>

#include <limits>

#include "compiler/check_constant.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "json/shown.hpp"

namespace mlpipe::compiler {
namespace {

class Checker {
 public:
  Checker(Compilation& c, const ir::Scope& scope) : c_(c), loop_(*scope.loop), at_(scope.location) {}

  void check() {
    check_parallelism();
    if (const auto* constants = std::get_if<Json>(&loop_.items))
      check_constants(*constants);
    else if (const ir::ValueId items = std::get<ir::ValueId>(loop_.items))
      check_list(items);
  }

 private:
  void check_parallelism() {
    if (loop_.parallelism >= 0 && loop_.parallelism <= std::numeric_limits<std::int32_t>::max()) return;
    c_.report(Code::bad_parallelism, at_, fmt::format("a parallelism of {} is none", loop_.parallelism),
              "say how many iterations may run at once, from 1; 0 is no limit");
  }

  void check_constants(const Json& constants) {
    if (!constants.is_array() || constants.as_array().empty()) {
      c_.report(Code::nothing_to_loop_over, at_,
                constants.is_array() ? "this loop has no items"
                                     : fmt::format("this loop goes over {}, which is no list", shown(constants)),
                "a loop over constants has at least one; lists that a run knows may be empty");
      return;
    }
    for (const Json& item : constants.as_array()) {
      if (const auto problem = check_constant(item, loop_.item_type)) {
        c_.report(problem->code, at_, fmt::format("item {} of this loop is {}", shown(item), problem->reason),
                  problem->hint);
      }
    }
  }

  void check_list(ir::ValueId items) {
    const Type& type = type_of(c_.graph, items);
    if (type.kind() == Type::list || type.is_artifact_list()) {
      if (!may_be_absent(c_.graph, items)) return;
      c_.report(Code::optional_to_required, at_,
                fmt::format("this loop needs its list, but {} may be absent", describe(c_.graph, items)),
                "give the pipeline's input a default")
          .with(location_of(c_.graph, items), fmt::format("{} is declared here", describe(c_.graph, items)));
      return;
    }
    c_.report(
          Code::nothing_to_loop_over, at_,
          fmt::format("this loop goes over {}, which is {} and no list", describe(c_.graph, items), to_string(type)),
          "go over a list of values or of artifacts")
        .with(location_of(c_.graph, items), fmt::format("{} comes from here", describe(c_.graph, items)));
  }

  Compilation& c_;
  const ir::Loop& loop_;
  SourceLocation at_;
};

// An exit task that guards nothing is in no body: no walk meets it.
void check_exit_tasks(Compilation& c) {
  std::vector<bool> is_body(c.graph.scopes.size(), false);
  for (const ir::ScopeId body : c.bodies) is_body[body.index] = true;
  for (std::size_t i = 0; i < c.graph.tasks.size(); ++i) {
    const ir::Task& task = c.graph.tasks[i];
    if (!task.at_exit || task.guards || !is_body[task.scope.index]) continue;
    c.report(Code::exit_task_unused, task.location,
             fmt::format("exit {} guards nothing", describe(c.graph, ir::TaskId(i))),
             "give it to `exit_handler`, with the body that it guards");
  }
}

}  // namespace

void check_loops(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_scope(c.graph, body, [&](ir::ScopeId id) {
      if (c.graph[id].loop) Checker(c, c.graph[id]).check();
    });
  }
  check_exit_tasks(c);
}

}  // namespace mlpipe::compiler
