#include <algorithm>
#include <vector>

#include "compiler/naming.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

// A backend makes a step `x-driver` of its own beside `x`.
bool is_beside_its_driver(const NameGiver& names, const std::string& name) {
  constexpr std::string_view driver = "-driver";
  if (names.is_taken(std::string(name).append(driver))) return true;
  return name.ends_with(driver) && names.is_taken(name.substr(0, name.size() - driver.size()));
}

std::string give(NameGiver& names, const std::string& wish) {
  std::string name = names.give(wish);
  while (is_beside_its_driver(names, name)) name = names.give(wish);
  return name;
}

// All tasks of a pipeline share one namespace with its groups: a task that is called like a group of the same DAG would
// take its place there.
void name_tasks_of(ir::Graph& graph, ir::ScopeId body) {
  NameGiver names;
  ir::for_each_scope(graph, body, [&](ir::ScopeId id) { names.reserve(graph[id].name); });
  ir::for_each_task(graph, body, [&](ir::TaskId id) {
    if (graph[id].named) names.reserve(graph[id].name);
  });
  std::vector<ir::TaskId> tasks;
  ir::for_each_task(graph, body, [&](ir::TaskId id) { tasks.push_back(id); });
  // In the order in which they were made: an exit task was, before what it guards.
  std::sort(tasks.begin(), tasks.end());
  for (const ir::TaskId id : tasks) {
    ir::Task& task = graph[id];
    if (!task.named) task.name = give(names, kebab_name(graph[task.component].name));
  }
}

}  // namespace

void name_tasks(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) name_tasks_of(c.graph, body);
}

}  // namespace mlpipe::compiler
