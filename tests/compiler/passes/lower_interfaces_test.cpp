#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using Op = Condition::Op;

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
