#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

InputDefinition config() { return in("config", Type::task_config); }

Diagnostics of_component(TaskConfigPassthroughs passed, std::vector<InputDefinition> inputs = {config()},
                         TaskOptions options = {}) {
  GraphBuilder b;
  const auto c =
      b.container("launch", std::move(inputs), {}, running({word(part(SegmentKind::executor_input))}), line(3));
  b.graph[c].task_config = passed;
  b.add(c, {}, options, line(7));
  b.add(c, {}, {}, line(8));
  return diagnose(b.graph);
}

TaskOptions with_cores_and_variable() {
  TaskOptions options;
  options.cpu_limit = constant("2");
  options.env = {{"A", constant("1")}};
  return options;
}

}  // namespace

TEST_CASE("a component that hands configuration on has an input for it") {
  using enum TaskConfigField;
  CHECK(of_component({{resources}, {.field = env, .apply_to_task = true}}).empty());
  CHECK(of_component({}, {}).empty());
  CHECK(lines_of(the_only(of_component({{resources}}, {}), Code::bad_passthrough,
                          "component `launch` hands its tasks' configuration on, but has no input that takes it",
                          "`In<TaskConfig> config = {};`")) == Lines{3});
  the_only(of_component({{env}, {resources}, {.field = env, .apply_to_task = true}}), Code::bad_passthrough,
           "component `launch` hands on ENV twice", "once");

  GraphBuilder b;
  const auto inner = b.open_pipeline("inner", {}, {}, line(3));
  b.add(b.container("c"));
  b.close();
  b.graph[inner].task_config = {{env}};
  b.add(inner);
  the_only(diagnose(b.graph), Code::bad_passthrough,
           "pipeline `inner` hands its tasks' configuration on, but has no program to give it to", "inside");
}

TEST_CASE("a task of a component that hands configuration on sets nothing else of it") {
  using enum TaskConfigField;
  CHECK(of_component({{resources}, {env}}, {config()}, with_cores_and_variable()).empty());
  CHECK(of_component({}, {}, with_cores_and_variable()).empty());
  CHECK(
      lines_of(the_only(of_component({{resources}}, {config()}, with_cores_and_variable()), Code::option_not_passed_on,
                        "task `launch`: its options set ENV, which component `launch` does not hand on",
                        "`.task_config`")) == Lines{7, 3});
  CHECK(of_component({{kubernetes_volumes}}, {config()}, with_cores_and_variable()).size() == 2);
}
