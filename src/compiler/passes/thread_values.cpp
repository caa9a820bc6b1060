#include <algorithm>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

using Kind = ir::Scope::Kind;

void sort_once_each(std::vector<ir::ValueId>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  values.shrink_to_fit();
}

class Threads {
 public:
  explicit Threads(ir::Graph& graph) : graph_(graph) {}

  void run(ir::ScopeId body) {
    surface_results(body);
    ir::walk(
        graph_, body, [&](ir::ScopeId id) { enter(id); },
        [&](ir::TaskId id) {
          for_each_value(graph_, graph_[id], [&](ir::ValueId value) { bring_in(value, graph_[id].scope); });
        },
        [&](ir::ScopeId id) { leave(id); });
    ir::for_each_scope(graph_, body, [&](ir::ScopeId id) {
      sort_once_each(graph_[id].inflow);
      sort_once_each(graph_[id].outflow);
    });
  }

 private:
  // Into every group from `scope` outward, up to the one that makes the value. Of a field, what it is a field of comes
  // in: who uses it picks it out.
  void bring_in(ir::ValueId used, ir::ScopeId scope) {
    const ir::ValueId value = ir::base_of(graph_, used);
    for (const ir::ScopeId home = scope_of(graph_, value); scope != home; scope = graph_[scope].parent) {
      std::vector<ir::ValueId>& inflow = graph_[scope].inflow;
      if (inflow.empty() || inflow.back() != value) inflow.push_back(value);
    }
  }

  // A branch tests its own condition and those of the branches before it. The Python SDK hands what is tested further,
  // to every group within; so that the two can be compared, we do too.
  void enter(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    if (scope.kind == Kind::pipeline) return;
    marks_.push_back(tested_.size());
    if (scope.kind == Kind::branch) {
      for (const ir::Child& child : graph_[scope.parent].children) {
        const auto branch = std::get<ir::ScopeId>(child);
        for_each_value(graph_[branch], [&](ir::ValueId value) { decide_by(value, id); });
        if (branch == id) break;
      }
    }
    if (scope.kind == Kind::loop) for_each_value(scope, [&](ir::ValueId value) { give_to(value, id); });
    std::vector<ir::ValueId>& inflow = graph_[id].inflow;
    inflow.insert(inflow.end(), tested_.begin(), tested_.end());
  }

  void decide_by(ir::ValueId value, ir::ScopeId id) {
    give_to(value, id);
    if (graph_[value].kind != ir::GraphValue::Kind::field) tested_.push_back(value);
  }

  // The group itself gets a field as an input of its own: conditions and iterators name inputs.
  void give_to(ir::ValueId value, ir::ScopeId id) {
    if (graph_[value].kind != ir::GraphValue::Kind::field) return bring_in(value, id);
    graph_[id].inflow.push_back(value);
    bring_in(value, graph_[id].parent);
  }

  void leave(ir::ScopeId id) {
    if (graph_[id].kind == Kind::pipeline) return;
    tested_.resize(marks_.back());
    marks_.pop_back();
  }

  // Only results that something uses leave their groups.
  void surface_results(ir::ScopeId body) {
    const auto surface = [&](ir::ValueId value) { surface_result(value); };
    ir::for_each_task(graph_, body, [&](ir::TaskId id) { for_each_value(graph_, graph_[id], surface); });
    ir::for_each_scope(graph_, body, [&](ir::ScopeId id) {
      for_each_value(graph_[id], surface);
      for (const ir::ValueId output : graph_[id].outputs) surface(output);
    });
    while (!found_.empty()) {
      const ir::GraphValue result = graph_[found_.back()];
      found_.pop_back();
      const ir::Scope& group = graph_.scopes[result.owner];
      const std::vector<ir::ValueId>& given = group.results[result.index].given;
      for (std::size_t i = 0; i < given.size(); ++i) {
        if (group.kind == Kind::branches) graph_[std::get<ir::ScopeId>(group.children[i])].outflow.push_back(given[i]);
        surface(given[i]);
      }
    }
  }

  void surface_result(ir::ValueId used) {
    const ir::ValueId value = ir::base_of(graph_, used);
    if (graph_[value].kind != ir::GraphValue::Kind::group_result) return;
    if (surfaced_.size() != graph_.values.size()) surfaced_.resize(graph_.values.size(), false);
    if (surfaced_[value.index]) return;
    surfaced_[value.index] = true;
    graph_.scopes[graph_[value].owner].outflow.push_back(value);
    found_.push_back(value);
  }

  ir::Graph& graph_;
  std::vector<ir::ValueId> tested_;  // by the branches around
  std::vector<std::size_t> marks_;   // how many of these were there when each open scope was entered
  std::vector<bool> surfaced_;
  std::vector<ir::ValueId> found_;
};

}  // namespace

void thread_values(Compilation& c) {
  Threads threads(c.graph);
  for (const ir::ScopeId body : c.bodies) threads.run(body);
}

}  // namespace mlpipe::compiler
