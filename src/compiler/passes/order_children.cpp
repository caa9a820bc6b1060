#include <fmt/format.h>

#include <algorithm>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "ir/order.hpp"

namespace mlpipe::compiler {
namespace {

class Dependencies {
 public:
  explicit Dependencies(Compilation& c) : c_(c), graph_(c.graph) {
    task_place_.resize(graph_.tasks.size());
    scope_place_.resize(graph_.scopes.size());
  }

  void find_in(ir::ScopeId body) {
    ir::for_each_scope(graph_, body, [&](ir::ScopeId id) {
      std::uint32_t place = 0;
      for (const ir::Child& child : graph_[id].children) place_of(child) = place++;
      for_each_value(graph_[id], [&](ir::ValueId value) { add_data(value, id, graph_[id].parent); });
    });
    ir::for_each_task(graph_, body, [&](ir::TaskId id) {
      const ir::Task& task = graph_[id];
      for_each_value(graph_, task, [&](ir::ValueId value) { add_data(value, id, task.scope); });
      for (const ir::Child& after : graph_.options_of(task).after) add_after(after, id);
      if (task.guards) graph_[id].upstream.emplace_back(task.guards);
    });
    ir::for_each_scope(graph_, body, [&](ir::ScopeId id) { order(id); });
  }

 private:
  std::uint32_t& place_of(const ir::Child& child) {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) return task_place_[task->index];
    return scope_place_[std::get<ir::ScopeId>(child).index];
  }

  std::vector<ir::Child>& upstream_of(const ir::Child& child) {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) return graph_[*task].upstream;
    return graph_[std::get<ir::ScopeId>(child)].upstream;
  }

  // `user`, which lies in `scope`, needs a value: it or what holds it waits for what makes that. Values that are out of
  // reach are check_scopes' to report.
  void add_data(ir::ValueId value, const ir::Child& user, ir::ScopeId scope) {
    if (!is_produced(graph_, value)) return;
    const ir::ScopeId home = scope_of(graph_, value);
    if (!is_within(graph_, scope, home)) return;
    upstream_of(lift(graph_, user, scope, home)).push_back(producer_of(graph_, value));
  }

  // In the innermost scope that holds both; one that is in a loop is waited for as the whole loop.
  void add_after(const ir::Child& first, ir::TaskId then) {
    const ir::ScopeId scope = holder_of(graph_, first);
    ir::ScopeId home = scope;
    while (home && !is_within(graph_, graph_[then].scope, home)) home = graph_[home].parent;
    if (!home) return;
    const ir::Child from = lift(graph_, first, scope, home);
    const ir::Child to = lift(graph_, then, graph_[then].scope, home);
    if (from != to) upstream_of(to).push_back(from);
  }

  void order(ir::ScopeId id) {
    const std::vector<ir::Child>& children = graph_[id].children;
    std::vector<ir::Edge> edges;
    for (std::uint32_t to = 0; to < children.size(); ++to) {
      std::vector<ir::Child>& upstream = upstream_of(children[to]);
      const auto by_place = [&](const ir::Child& a, const ir::Child& b) { return place_of(a) < place_of(b); };
      std::sort(upstream.begin(), upstream.end(), by_place);
      upstream.erase(std::unique(upstream.begin(), upstream.end()), upstream.end());
      upstream.shrink_to_fit();
      for (const ir::Child& from : upstream) edges.push_back({place_of(from), to});
    }
    const bool as_written = std::all_of(edges.begin(), edges.end(), [](ir::Edge e) { return e.from < e.to; });
    if (as_written) return;  // what all but hand-made graphs are
    for (const auto& cycle : ir::find_cycles(static_cast<std::uint32_t>(children.size()), edges)) {
      report_cycle(children, cycle);
    }
  }

  void report_cycle(const std::vector<ir::Child>& children, const std::vector<std::uint32_t>& cycle) {
    std::string path;
    for (const std::uint32_t place : cycle) path += fmt::format("{} -> ", name_of(children[place]));
    path += name_of(children[cycle.front()]);
    Diagnostic& diagnostic =
        c_.report(Code::dependency_cycle, location_of_child(children[cycle.front()]),
                  cycle.size() == 1 ? fmt::format("{} waits for itself", name_of(children[cycle.front()]))
                                    : fmt::format("tasks wait for each other: {}", path),
                  "each task can only use or wait for what comes before it; look at the `after` options");
    for (std::size_t i = 1; i < cycle.size(); ++i) {
      diagnostic.with(location_of_child(children[cycle[i]]),
                      fmt::format("{} waits for {}", name_of(children[cycle[i]]), name_of(children[cycle[i - 1]])));
    }
  }

  std::string name_of(const ir::Child& child) const {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) {
      const ir::Task& it = graph_[*task];
      return fmt::format("`{}`", it.named || !it.component ? it.name : graph_[it.component].name);
    }
    return fmt::format("`{}`", call_of(graph_[std::get<ir::ScopeId>(child)].kind));
  }

  SourceLocation location_of_child(const ir::Child& child) const {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) return graph_[*task].location;
    return graph_[std::get<ir::ScopeId>(child)].location;
  }

  Compilation& c_;
  ir::Graph& graph_;
  std::vector<std::uint32_t> task_place_, scope_place_;  // among the children of their scopes
};

}  // namespace

void order_children(Compilation& c) {
  Dependencies dependencies(c);
  for (const ir::ScopeId body : c.bodies) dependencies.find_in(body);
}

}  // namespace mlpipe::compiler
