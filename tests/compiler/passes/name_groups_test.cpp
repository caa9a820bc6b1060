#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using Op = Condition::Op;

TEST_CASE("loops over constants draw a number for the items; who names a loop draws none") {
  GraphBuilder b("p", {in("l", Type::list_of(Type::integer))});
  const auto say = b.container("say", {in("i", Type::integer)});
  const auto loop = [&](std::variant<Json, ValueId> items, const std::string& name) {
    const ScopeId id = b.open_loop(std::move(items));
    b.add(say, {{"i", value(b.item(id))}});
    b.end_group();
    b.graph[id].name = name;
    b.graph[id].named = !name.empty();
  };
  loop(Json::array({1}), "");
  loop(Json::array({1}), "mine");
  loop(b.input(), "");
  const auto handler = b.open_handler();
  b.add(say, {{"i", value(b.input(0))}});
  b.graph.tasks.back().arguments = {{0, {Json(1)}}};
  b.end_handler(handler, b.container("bye"));
  const PipelineSpec spec = compiled(b.graph).pipeline;
  const auto item_of = [&](const std::string& path) {
    return std::get<Box<ParameterIteratorSpec>>(task_at(spec, path).iterator)->item_input;
  };
  CHECK(item_of("for-loop-2") == "pipelinechannel--loop-item-param-1");
  CHECK(item_of("mine") == "pipelinechannel--loop-item-param-mine");
  CHECK(item_of("for-loop-3") == "pipelinechannel--l-loop-item");
  CHECK(task_at(spec, "exit-handler-4").task_info->name == "exit-handler-4");
}

TEST_CASE("branches are wrapped, numbered as by the Python SDK, and negate what was before") {
  GraphBuilder b("p", {in("x")});
  const auto say = b.container("say");
  b.open_if(equals(b.input(), "a"));
  b.open_if(equals(b.input(), "aa"));
  b.add(say);
  b.end_if();
  b.elif (combine(Op::either, {equals(b.input(), "b"), equals(b.input(), "c")}));
  b.add(say);
  b.otherwise();
  b.add(say);
  b.end_if();
  b.open_if(equals(b.input(), "z"));
  b.add(say);
  b.end_if();
  const PipelineSpec spec = compiled(b.graph).pipeline;

  const std::string x = "inputs.parameter_values['pipelinechannel--x']";
  CHECK_FALSE(task_at(spec, "condition-branches-1").trigger_policy);
  CHECK(condition_of(spec, "condition-branches-1.condition-3") == x + " == 'a'");
  CHECK(condition_of(spec, "condition-branches-1.condition-3.condition-2") == x + " == 'aa'");
  CHECK(condition_of(spec, "condition-branches-1.condition-4") ==
        "!(" + x + " == 'a') && (" + x + " == 'b' || " + x + " == 'c')");
  CHECK(condition_of(spec, "condition-branches-1.condition-5") ==
        "!(" + x + " == 'a') && !(" + x + " == 'b' || " + x + " == 'c')");
  CHECK(condition_of(spec, "condition-6") == x + " == 'z'");
  CHECK(task_at(spec, "condition-6.say-4").task_info->name == "say-4");
  CHECK(inputs_of(spec, "condition-branches-1.condition-5") == Names{"pipelinechannel--x"});
}
