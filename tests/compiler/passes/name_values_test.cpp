#include <string>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

ComponentId giving(GraphBuilder& b, const char* component, const char* output) {
  return b.container(component, {}, {out(output)},
                     {{literal(component)}, {word("run")}, {word(part(SegmentKind::output_path, output))}, {}});
}
ComponentId saying(GraphBuilder& b, const char* name = "say") {
  return b.container(name, {in("x", Type::list)}, {out("o")});
}

}  // namespace

TEST_CASE("values that would have one name in a group have two") {
  GraphBuilder b("p", {in("a-b-c")});
  const auto one = b.add(giving(b, "a", "b-c")), other = b.add(giving(b, "a-b", "c"));
  const auto say = b.container("say", {in("x")});
  b.open_if(equals(b.input(), "x"));
  b.add(say, {{"x", value(b.input())}});
  b.add(say, {{"x", value(b.output(one))}});
  b.add(say, {{"x", value(b.output(other))}});
  b.end_if();
  const auto spec = compiled(b.graph).pipeline;
  const PipelineTaskSpec& group = task_at(spec, "condition-1");
  CHECK(source_of(group, "pipelinechannel--a-b-c") == "input a-b-c");
  CHECK(source_of(group, "pipelinechannel--a-b-c-2") == "a.b-c");
  CHECK(source_of(group, "pipelinechannel--a-b-c-3") == "a-b.c");
  CHECK(source_of(task_at(spec, "condition-1.say"), "x") == "input pipelinechannel--a-b-c");
  CHECK(source_of(task_at(spec, "condition-1.say-2"), "x") == "input pipelinechannel--a-b-c-2");
  CHECK(source_of(task_at(spec, "condition-1.say-3"), "x") == "input pipelinechannel--a-b-c-3");
}

TEST_CASE("the items of loops over one list within each other are two") {
  GraphBuilder b("p", {in("l", Type::list_of(Type::integer))});
  const auto say = b.container("say", {in("x", Type::integer), in("y", Type::integer)});
  const auto outer = b.open_loop(b.input());
  const auto inner = b.open_loop(b.input());
  b.add(say, {{"x", value(b.item(outer))}, {"y", value(b.item(inner))}});
  b.end_group();
  b.end_group();
  b.open_loop(b.input());  // and beside them it is called as ever
  b.add(say, {{"x", constant(1)}, {"y", constant(2)}});
  b.end_group();
  const auto spec = compiled(b.graph).pipeline;
  CHECK(task_at(spec, "for-loop-1").iterator.index() != 0);
  const PipelineTaskSpec& task = task_at(spec, "for-loop-1.for-loop-2.say");
  CHECK(source_of(task, "x") == "input pipelinechannel--l-loop-item");
  CHECK(source_of(task, "y") == "input pipelinechannel--l-loop-item-2");
  CHECK(source_of(task_at(spec, "for-loop-1.for-loop-2"), "pipelinechannel--l-loop-item") ==
        "input pipelinechannel--l-loop-item");
  const auto& last = component_at(spec, "for-loop-3").input_definitions->parameters;
  CHECK(last.contains("pipelinechannel--l-loop-item"));
}

TEST_CASE("values that would have one name in a text have two") {
  GraphBuilder b;
  const auto one = b.add(giving(b, "a", "b-c")), other = b.add(giving(b, "a-b", "c"));
  b.add(b.container("say", {in("x")}), {{"x", text({of_value(b.output(one)), of_value(b.output(other))})}});
  const auto spec = compiled(b.graph).pipeline;
  CHECK(source_of(task_at(spec, "say"), "pipelinechannel--a-b-c") == "a.b-c");
  CHECK(source_of(task_at(spec, "say"), "pipelinechannel--a-b-c-2") == "a-b.c");
}

TEST_CASE("values that would leave a loop under one name leave it under two") {
  GraphBuilder b;
  const auto loop = b.open_loop(Json::array({1, 2}));
  const auto one = b.add(giving(b, "a", "b-c")), other = b.add(giving(b, "a-b", "c"));
  b.end_group();
  const Type list = Type::list_of(Type::string);
  const auto ones = b.result(loop, list, {b.output(one)}), others = b.result(loop, list, {b.output(other)});
  const auto say = saying(b);
  b.add(say, {{"x", value(ones)}});
  b.add(say, {{"x", value(others)}});
  const auto spec = compiled(b.graph).pipeline;
  CHECK(source_of(task_at(spec, "say"), "x") == "for-loop-2.pipelinechannel--a-b-c");
  CHECK(source_of(task_at(spec, "say-2"), "x") == "for-loop-2.pipelinechannel--a-b-c-2");
  CHECK(component_at(spec, "for-loop-2").output_definitions->parameters.size() == 2);
}

TEST_CASE("a name that is given anew is no other value's") {
  GraphBuilder b("p", {in("a-b-c"), in("a-b-c-2")});
  const auto one = b.add(giving(b, "a", "b-c"));
  const auto say = b.container("say", {in("x")});
  b.open_if(equals(b.input(0), "x"));
  b.add(say, {{"x", value(b.input(1))}});
  b.add(say, {{"x", value(b.output(one))}});
  b.end_if();
  const auto spec = compiled(b.graph).pipeline;
  const auto& inputs = task_at(spec, "condition-1").inputs->parameters;
  CHECK(inputs.size() == 3);
  CHECK(inputs.contains("pipelinechannel--a-b-c-3"));
}
