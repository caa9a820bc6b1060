#include <unordered_set>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

// One counter a pipeline, shared by all kinds of groups. Where an if_ turns out to have more branches, the number that
// it drew first goes to the group around them and it draws another when its body is done: so does the Python SDK, which
// meets the elif_ only then.
class GroupNumbers {
 public:
  GroupNumbers(ir::Graph& graph, ir::ScopeId body) : graph_(graph) {
    ir::for_each_task(graph, body, [&](ir::TaskId id) {
      if (graph[id].named) taken_.insert(graph[id].name);
    });
    ir::for_each_scope(graph, body, [&](ir::ScopeId id) {
      if (graph[id].named) taken_.insert(graph[id].name);
    });
  }

  void enter(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    if (scope.kind == ir::Scope::Kind::branches && !ir::is_lone_if(scope)) name(id, "condition-branches-");
    if (scope.kind == ir::Scope::Kind::branch && !is_first_of_several(id)) name(id, "condition-");
    if (scope.kind == ir::Scope::Kind::handler) name(id, "exit-handler-");
    if (scope.kind == ir::Scope::Kind::loop) {
      if (std::holds_alternative<Json>(scope.loop->items)) name_item(id);
      name(id, "for-loop-");
    }
  }

  void leave(ir::ScopeId id) {
    if (graph_[id].kind == ir::Scope::Kind::branch && is_first_of_several(id)) name(id, "condition-");
  }

 private:
  bool is_first_of_several(ir::ScopeId id) const {
    const ir::Scope& around = graph_[graph_[id].parent];
    return !ir::is_lone_if(around) && around.children.front() == ir::Child(id);
  }

  // The Python SDK draws a number for constants that are gone over, and then one for the loop itself.
  void name_item(ir::ScopeId id) {
    ir::Scope& scope = graph_[id];
    scope.loop->item_name = "loop-item-param-" + (scope.named ? scope.name : std::to_string(++last_));
  }

  void name(ir::ScopeId id, const std::string& prefix) {
    ir::Scope& scope = graph_[id];
    if (scope.named) return;
    const ir::Scope* around = scope.parent ? &graph_[scope.parent] : nullptr;
    if (around && ir::is_lone_if(*around) && around->named) {  // the name of the whole is the name of its one branch
      scope.name = around->name;
      return;
    }
    do {
      scope.name = prefix + std::to_string(++last_);
    } while (taken_.contains(scope.name));
  }

  ir::Graph& graph_;
  std::unordered_set<std::string> taken_;
  unsigned last_ = 0;
};

}  // namespace

void name_groups(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) {
    GroupNumbers numbers(c.graph, body);
    ir::walk(
        c.graph, body, [&](ir::ScopeId id) { numbers.enter(id); }, [](ir::TaskId) {},
        [&](ir::ScopeId id) { numbers.leave(id); });
  }
}

}  // namespace mlpipe::compiler
