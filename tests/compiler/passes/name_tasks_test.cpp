#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

Names names_of(const Graph& graph) {
  const PipelineSpec spec = compiled(graph).pipeline;
  Names names;
  for (const auto& [name, task] : std::get<DagSpec>(spec.root->implementation).tasks) names.push_back(name);
  return names;
}

}  // namespace

TEST_CASE("an exit task is numbered as it was made: before what it guards") {
  GraphBuilder b;
  const auto say = b.container("say");
  const TaskId exit = b.add(say);
  b.graph[b.here()].children.pop_back();
  const auto handler = b.open_handler();
  b.add(say);
  b.end_group();
  b.graph[exit].at_exit = true;
  b.graph[exit].guards = handler;
  b.graph[b.here()].children.emplace_back(exit);
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(task_at(spec, "say").dependent_tasks == std::vector<std::string>{"exit-handler-1"});
  CHECK(task_at(spec, "say").trigger_policy->strategy == PipelineTaskSpec::TriggerPolicy::ALL_UPSTREAM_TASKS_COMPLETED);
  CHECK(task_at(spec, "exit-handler-1.say-2").task_info->name == "say-2");
}

TEST_CASE("tasks are called like their components, and numbered from the second on") {
  GraphBuilder b;
  const auto say = b.container("Say_It");
  b.add(say);
  b.add_named("say-it-2", say);
  b.add(say);
  b.add(say);
  CHECK(names_of(b.graph) == Names{"say-it", "say-it-2", "say-it-3", "say-it-4"});
}

TEST_CASE("no task is called like a group of its pipeline") {
  GraphBuilder b("p", {in("x")});
  b.add(b.container("condition-1"));
  b.open_if(equals(b.input(), "a"));
  b.add(b.container("say"));
  b.end_if();
  CHECK(names_of(b.graph) == Names{"condition-1", "condition-1-2"});
}

// The backend makes a step `x-driver` beside each step `x`.
TEST_CASE("no task has the name of another's driver") {
  GraphBuilder b;
  const auto train = b.container("train"), driver = b.container("train-driver");
  b.add(driver);
  b.add(train);
  b.add(driver);
  CHECK(names_of(b.graph) == Names{"train-2", "train-driver", "train-driver-2"});
  GraphBuilder named;
  const auto other = named.container("x-driver");
  named.add(other);
  named.add_named("x", named.container("c"));
  CHECK(names_of(named.graph) == Names{"x", "x-driver-2"});
  GraphBuilder alone;
  alone.add(alone.container("disk-driver"));
  CHECK(names_of(alone.graph) == Names{"disk-driver"});
}
