#include "catch2.hpp"
#include "compiler/diagnose.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("a condition longer than cel-go reads is refused, however it came to be") {
  const auto of_elif = [](std::size_t characters, Target target = Target::vertex) {
    const std::string around =
        "!(inputs.parameter_values['pipelinechannel--x'] == 'a') && "
        "inputs.parameter_values['pipelinechannel--x'] == ''";
    std::string constant;
    for (std::size_t i = around.size(); i < characters; ++i) constant += "\u00e9";
    GraphBuilder b("p", {in("x")});
    const auto say = b.container("say");
    b.open_if(equals(b.input(), "a"));
    b.add(say);
    b.elif (equals(b.input(), constant), line(7));
    b.add(say);
    b.otherwise();
    b.add(say);
    b.end_if();
    return diagnose(b.graph, {.target = target});
  };
  CHECK(of_elif(99'000).empty());
  const Diagnostics on_argo = of_elif(99'000, Target::kfp);  // of two bytes each: more than an argument holds
  REQUIRE(on_argo.size() == 2);                              // and the else_, which holds its negation
  for (const Diagnostic& found : on_argo) {
    CHECK(found.code == Code::text_too_long);
    CHECK(found.message.find("its condition takes 19") != std::string::npos);
  }
  CHECK(lines_of(the_only(of_elif(100'001), Code::condition_too_large,
                          "the condition of this branch, with the negations of those before it, has 100001 characters; "
                          "backends read 100000",
                          "else_")) == Lines{7});
}

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
