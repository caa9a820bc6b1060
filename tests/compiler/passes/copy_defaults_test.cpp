#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

using Inputs = std::vector<InputDefinition>;

Container with_args(std::vector<ContainerArgument> args) {
  return {{literal("img")}, {word("run")}, std::move(args), {}};
}

}  // namespace

// Before the launcher fills in defaults, the driver replaces placeholders: what it does not find there fails the task.
TEST_CASE("defaults that a container's placeholders need are given to the task") {
  GraphBuilder b;
  const Inputs inputs = {in_or("a", Type::integer, 1), in_or("b", Type::integer, 2), in_or("c", Type::integer, 3)};
  const auto c = b.container("c", inputs, {},
                             with_args({word(part(SegmentKind::input_value, "a")), if_present("b", {word("--b")})}));
  b.add(c);
  b.add(c, {{"a", constant(7)}});
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(source_of(task_at(spec, "c"), "a") == "= 1");
  CHECK(source_of(task_at(spec, "c"), "b") == "= 2");
  CHECK(source_of(task_at(spec, "c"), "c") == "-");  // nothing mentions it
  CHECK(source_of(task_at(spec, "c-2"), "a") == "= 7");
  CHECK(component_at(spec, "c").input_definitions->parameters.at("a").default_value == Json(1));
}

TEST_CASE("native steps find their defaults in the executor input, pipelines are given theirs") {
  GraphBuilder b;
  b.add(b.native("n", {in_or("a", Type::integer, 1)}));
  const auto inner = b.open_pipeline("inner", {in_or("a", Type::integer, 1), maybe("none")});
  b.add(b.container("c"));
  b.close();
  b.add(inner);
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(source_of(task_at(spec, "n"), "a") == "-");
  CHECK(source_of(task_at(spec, "inner"), "a") == "= 1");
  CHECK(source_of(task_at(spec, "inner"), "none") == "-");
}
