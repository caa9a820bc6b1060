#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("of a field, what it is a field of goes down; a group that decides by it gets the field itself") {
  GraphBuilder b("p", {in("r", Type::structure), in("e")});
  const auto say = b.container("say", {in("n", Type::number), in("e")});
  const ValueId rate = b.field(b.input(), "rate");
  const auto loop = b.open_loop(Json::array({Json::object({{"k", 1.5}})}), Type::structure);
  const ValueId k = b.field(b.item(loop), "k");
  b.open_if(compare(k, Condition::Op::less, Json(2.0)));
  b.add(say, {{"n", value(rate)}, {"e", value(b.input(1))}});
  b.end_if();
  b.end_group();
  const PipelineSpec spec = compiled(b.graph).pipeline;
  const std::string item = "pipelinechannel--loop-item-param-1";
  CHECK(inputs_of(spec, "for-loop-2") == Names{"pipelinechannel--e", item, "pipelinechannel--r"});
  // KFP's SDK loses an input called `e` here: its name is within the item's.
  CHECK(inputs_of(spec, "for-loop-2.condition-3") ==
        Names{"pipelinechannel--e", item + "-subvar-k", "pipelinechannel--r"});
  const PipelineTaskSpec& condition = task_at(spec, "for-loop-2.condition-3");
  CHECK(condition.inputs->parameters.at(item + "-subvar-k").parameter_expression_selector ==
        "parseJson(string_value)[\"k\"]");
  const PipelineTaskSpec& said = task_at(spec, "for-loop-2.condition-3.say");
  CHECK(source_of(said, "n") == "input pipelinechannel--r");
  CHECK(said.inputs->parameters.at("n").parameter_expression_selector == "parseJson(string_value)[\"rate\"]");
}

TEST_CASE("a lone if is one group, and its condition and values are threaded in") {
  GraphBuilder b("p", {in("who"), in("n", Type::integer)});
  const auto flip = b.container("flip", {}, {out("side")});
  const auto say = b.container("say", {in("what"), maybe("to")});
  const auto side = b.output(b.add(flip));
  b.open_if(equals(side, "heads"));
  b.add(say, {{"what", value(b.input(0))}, {"to", value(side)}});
  b.end_if();
  const PipelineSpec spec = compiled(b.graph).pipeline;

  CHECK(condition_of(spec, "condition-1") == "inputs.parameter_values['pipelinechannel--flip-side'] == 'heads'");
  CHECK(task_at(spec, "condition-1").dependent_tasks == Names{"flip"});
  CHECK_FALSE(task_at(spec, "condition-1").caching_options);
  CHECK(source_of(task_at(spec, "condition-1"), "pipelinechannel--flip-side") == "flip.side");
  CHECK(source_of(task_at(spec, "condition-1"), "pipelinechannel--who") == "input who");
  CHECK(inputs_of(spec, "condition-1") == Names{"pipelinechannel--flip-side", "pipelinechannel--who"});
  CHECK(source_of(task_at(spec, "condition-1.say"), "what") == "input pipelinechannel--who");
  CHECK(source_of(task_at(spec, "condition-1.say"), "to") == "input pipelinechannel--flip-side");
  CHECK(task_at(spec, "condition-1.say").dependent_tasks.empty());
  CHECK(task_at(spec, "condition-1").component_ref->name == "comp-condition-1");
}
