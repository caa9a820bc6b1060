#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

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
