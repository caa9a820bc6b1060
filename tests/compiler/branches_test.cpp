// Groups from end to end: their names, what is threaded through them, conditions and results.
#include <algorithm>

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using Op = Condition::Op;

namespace {

std::string condition_of(const PipelineSpec& spec, const std::string& path) {
  const PipelineTaskSpec& task = task_at(spec, path);
  REQUIRE(task.trigger_policy);
  return task.trigger_policy->condition;
}

std::vector<std::string> inputs_of(const PipelineSpec& spec, const std::string& path) {
  std::vector<std::string> names;
  const ComponentSpec& component = component_at(spec, path);
  if (!component.input_definitions) return names;
  for (const auto& [name, definition] : component.input_definitions->parameters) names.push_back(name);
  for (const auto& [name, definition] : component.input_definitions->artifacts) names.push_back(name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

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

TEST_CASE("what branches give is one value outside, also through nested branches") {
  GraphBuilder b("p", {in("x")}, {out("model", Type::artifact("system.Model")), out("loss", Type::number)});
  const auto train =
      b.container("train", {}, {out("model", Type::artifact("system.Model")), out("loss", Type::number)});
  const auto use = b.container("use", {in("loss", Type::number), in("model", Type::artifact("system.Model"))});
  const auto outer = b.open_if(equals(b.input(), "a"));
  const auto first = b.add(train);
  b.otherwise();
  const auto inner = b.open_if(equals(b.input(), "b"));
  const auto second = b.add(train);
  b.otherwise();
  const auto third = b.add(train);
  b.end_if();
  const auto nested_model = b.result(inner, Type::artifact("system.Model"), {b.output(second), b.output(third)});
  const auto nested_loss = b.result(inner, Type::number, {b.output(second, 1), b.output(third, 1)});
  b.end_if();
  const auto model = b.result(outer, Type::artifact("system.Model"), {b.output(first), nested_model});
  const auto loss = b.result(outer, Type::number, {b.output(first, 1), nested_loss});
  const auto unused = b.result(outer, Type::number, {b.output(first, 1), nested_loss});
  (void)unused;
  b.add(use, {{"loss", value(loss)}, {"model", value(model)}});
  b.open_if(compare(loss, Op::less, Json(0.5)));
  b.add(use, {{"loss", value(loss)}, {"model", value(model)}});
  b.end_if();
  b.give(model);
  b.give(loss);
  const PipelineSpec spec = compiled(b.graph).pipeline;

  const auto& outputs = *std::get<DagSpec>(component_at(spec, "condition-branches-1").implementation).outputs;
  const auto& selectors = outputs.artifacts.at("pipelinechannel--condition-branches-1-oneof-1").artifact_selectors;
  REQUIRE(selectors.size() == 2);
  CHECK(selectors[0].producer_subtask == "condition-2");
  CHECK(selectors[0].output_artifact_key == "pipelinechannel--train-model");
  CHECK(selectors[1].producer_subtask == "condition-3");
  CHECK(selectors[1].output_artifact_key == "pipelinechannel--condition-branches-4-oneof-1");
  CHECK(outputs.parameters.size() == 1);  // the unused result stays inside
  const auto& inner_outputs =
      *std::get<DagSpec>(component_at(spec, "condition-branches-1.condition-3").implementation).outputs;
  CHECK(inner_outputs.artifacts.at("pipelinechannel--condition-branches-4-oneof-1")
            .artifact_selectors.at(0)
            .producer_subtask == "condition-branches-4");
  const auto& first_outputs =
      *std::get<DagSpec>(component_at(spec, "condition-branches-1.condition-2").implementation).outputs;
  const auto& given =
      std::get<DagOutputsSpec::ParameterSelectorSpec>(first_outputs.parameters.at("pipelinechannel--train-loss").kind);
  CHECK(given.producer_subtask == "train");
  CHECK(given.output_parameter_key == "loss");

  CHECK(source_of(task_at(spec, "use"), "model") ==
        "condition-branches-1.pipelinechannel--condition-branches-1-oneof-1");
  CHECK(task_at(spec, "use").dependent_tasks == Names{"condition-branches-1"});
  const std::string threaded = "pipelinechannel--condition-branches-1-pipelinechannel--condition-branches-1-oneof-2";
  CHECK(source_of(task_at(spec, "condition-7"), threaded) ==
        "condition-branches-1.pipelinechannel--condition-branches-1-oneof-2");
  CHECK(source_of(task_at(spec, "condition-7.use-2"), "loss") == "input " + threaded);
  CHECK(condition_of(spec, "condition-7") == "inputs.parameter_values['" + threaded + "'] < 0.5");
  const auto& root = *std::get<DagSpec>(spec.root->implementation).outputs;
  CHECK(root.artifacts.at("model").artifact_selectors.at(0).producer_subtask == "condition-branches-1");
  CHECK(component_at(spec, "condition-branches-1").output_definitions->artifacts.size() == 1);
}

TEST_CASE("conditions as CEL") {
  GraphBuilder b("p", {in("s"), in("i", Type::integer), in("d", Type::number), in("t", Type::boolean)});
  const auto say = b.container("say");
  const auto s = b.input(0), i = b.input(1), d = b.input(2), t = b.input(3);
  const auto text_of = [&](Condition condition) {
    GraphBuilder copy = b;
    copy.open_if(std::move(condition));
    copy.add(say);
    copy.end_if();
    return condition_of(compiled(copy.graph).pipeline, "condition-1");
  };
  const auto v = [](const char* name) {
    return std::string("inputs.parameter_values['pipelinechannel--") + name + "']";
  };

  CHECK(text_of(equals(s, "it's\\ \"x\"\n\x01")) == v("s") + R"( == 'it\'s\\ "x"\n\x01')");
  CHECK(text_of(equals(i, 3)) == "int(" + v("i") + ") == 3");
  CHECK(text_of(compare(Json(3), Op::greater, i)) == "int(" + v("i") + ") < 3");
  CHECK(text_of(compare(Json(3), Op::less_equal, i)) == "int(" + v("i") + ") >= 3");
  CHECK(text_of(equals(i, 1.5)) == "double(int(" + v("i") + ")) == 1.5");
  CHECK(text_of(compare(d, Op::not_equal, Json(1))) == v("d") + " != double(1)");
  CHECK(text_of(compare(d, Op::greater_equal, i)) == v("d") + " >= double(int(" + v("i") + "))");
  CHECK(text_of(equals(d, 1e-7)) == v("d") + " == 1e-07");
  CHECK(text_of(equals(t, false)) == v("t") + " == false");
  CHECK(text_of(is_true(t)) == v("t") + " == true");
  CHECK(text_of(combine(Op::negation, {is_true(t)})) == "!(" + v("t") + " == true)");
  const auto a = is_true(t), e = equals(i, 1);
  CHECK(text_of(combine(Op::both, {combine(Op::either, {a, e}), combine(Op::both, {e, a})})) ==
        "(" + v("t") + " == true || int(" + v("i") + ") == 1) && int(" + v("i") + ") == 1 && " + v("t") + " == true");
  CHECK(text_of(combine(Op::either, {combine(Op::both, {a, e}), a})) ==
        v("t") + " == true && int(" + v("i") + ") == 1 || " + v("t") + " == true");
}
