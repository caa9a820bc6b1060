#include <fmt/format.h>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "ir/order.hpp"

namespace mlpipe::compiler {
namespace {

struct Call {
  ir::ScopeId caller;
  ir::ScopeId callee;
  ir::TaskId task;
};

std::vector<Call> find_calls(const ir::Graph& graph) {
  std::vector<Call> calls;
  for (std::size_t i = 0; i < graph.tasks.size(); ++i) {
    const ir::Task& task = graph.tasks[i];
    const ir::ScopeId callee = body_called_by(graph, task);
    if (callee)
      calls.push_back({std::get<ir::ScopeId>(graph[graph[task.scope].component].body), callee, ir::TaskId(i)});
  }
  return calls;
}

// Says who adds whom, from the lowest pipeline around to itself.
void report_cycle(Compilation& c, const std::vector<std::uint32_t>& cycle, const std::vector<Call>& calls) {
  const auto name = [&](std::uint32_t body) { return c.graph[c.graph.scopes[body].component].name; };
  const auto task_of = [&](std::uint32_t from, std::uint32_t to) {
    for (const Call& call : calls) {
      if (call.caller.index == from && call.callee.index == to) return c.graph[call.task].location;
    }
    return SourceLocation();
  };
  std::string chain = fmt::format("`{}`", name(cycle.front()));
  for (std::size_t i = 1; i <= cycle.size(); ++i) chain += fmt::format(" -> `{}`", name(cycle[i % cycle.size()]));
  Diagnostic& diagnostic =
      c.report(Code::pipeline_adds_itself, task_of(cycle.front(), cycle[1 % cycle.size()]),
               fmt::format("pipeline `{}` adds itself: {}", name(cycle.front()), chain),
               "a pipeline must end somewhere; steps that repeat until a condition holds belong into one component");
  for (std::size_t i = 1; i < cycle.size(); ++i) {
    const std::uint32_t next = cycle[(i + 1) % cycle.size()];
    diagnostic.with(task_of(cycle[i], next), fmt::format("`{}` adds `{}` here", name(cycle[i]), name(next)));
  }
}

}  // namespace

void find_pipelines(Compilation& c) {
  const std::vector<Call> calls = find_calls(c.graph);
  std::vector<ir::Edge> edges;
  edges.reserve(calls.size());
  for (const Call& call : calls) edges.push_back({call.caller.index, call.callee.index});

  const auto scopes = static_cast<std::uint32_t>(c.graph.scopes.size());
  const std::uint32_t root = std::get<ir::ScopeId>(c.graph[c.graph.root].body).index;
  const std::vector<std::uint32_t> reached = ir::reachable_from(root, scopes, edges);
  std::vector<bool> is_reached(scopes, false);
  for (const std::uint32_t body : reached) is_reached[body] = true;
  std::erase_if(edges, [&](const ir::Edge& edge) { return !is_reached[edge.from]; });

  for (const auto& cycle : ir::find_cycles(scopes, edges)) report_cycle(c, cycle, calls);
  std::vector<std::uint32_t> order = ir::topological_order(scopes, edges);
  if (order.empty()) order = reached;  // the other checks still want to see them all
  for (const std::uint32_t body : order) {
    if (is_reached[body]) c.bodies.emplace_back(body);
  }
}

}  // namespace mlpipe::compiler
