#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("branches have conditions; what is around them, and tasks, have none") {
  GraphBuilder b("p", {in("x")});
  const auto say = b.container("say");
  b.open_if(equals(b.input(), "a"));
  b.add(say);
  b.otherwise();
  b.add(say);
  b.end_if();
  b.open_if(equals(b.input(), "b"));
  b.add(say);
  b.end_if();
  const PipelineSpec spec = compiled(b.graph).pipeline;
  const std::string x = "inputs.parameter_values['pipelinechannel--x']";
  CHECK_FALSE(task_at(spec, "condition-branches-1").trigger_policy);
  CHECK(condition_of(spec, "condition-branches-1.condition-2") == x + " == 'a'");
  CHECK(condition_of(spec, "condition-branches-1.condition-3") == "!(" + x + " == 'a')");
  CHECK(condition_of(spec, "condition-4") == x + " == 'b'");
  CHECK_FALSE(task_at(spec, "condition-4.say-3").trigger_policy);
  CHECK(task_at(spec, "condition-4").trigger_policy->strategy ==
        PipelineTaskSpec::TriggerPolicy::TRIGGER_STRATEGY_UNSPECIFIED);
}
