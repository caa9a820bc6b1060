#include "compiler/naming.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

// All tasks of a pipeline share one namespace with its groups: a task that is called like a group of the same DAG would
// take its place there.
void name_tasks_of(ir::Graph& graph, ir::ScopeId body) {
  NameGiver names;
  ir::for_each_scope(graph, body, [&](ir::ScopeId id) { names.reserve(graph[id].name); });
  ir::for_each_task(graph, body, [&](ir::TaskId id) {
    if (graph[id].named) names.reserve(graph[id].name);
  });
  ir::for_each_task(graph, body, [&](ir::TaskId id) {
    ir::Task& task = graph[id];
    if (!task.named) task.name = names.give(kebab_name(graph[task.component].name));
  });
}

}  // namespace

void name_tasks(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) name_tasks_of(c.graph, body);
}

}  // namespace mlpipe::compiler
