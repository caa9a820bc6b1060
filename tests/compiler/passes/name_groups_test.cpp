#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using Op = Condition::Op;

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
