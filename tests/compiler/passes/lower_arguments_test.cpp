#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("text, lists and options with values in them") {
  GraphBuilder b("p", {in("bucket"), in("cpu")});
  const auto c = b.container("say", {in("x"), maybe("xs", Type::list_of(Type::string)), maybe("id")}, {out("o")});
  TaskOptions cpu;
  cpu.cpu_limit = value(b.input(1));
  const auto first =
      b.add(c,
            {{"x", text({literal("gs://"), of_value(b.input()), literal("/"), of_run(RunPlaceholder::job_id)})},
             {"id", text({of_run(RunPlaceholder::job_id)})}},
            cpu);
  b.add(c, {{"x", constant("k")}, {"xs", list({constant("a"), value(b.output(first))})}});
  const PipelineSpec spec = compiled(b.graph).pipeline;
  const auto& task = task_at(spec, "say");
  CHECK(source_of(task, "x") ==
        R"(= "gs://{{$.inputs.parameters['pipelinechannel--bucket']}}/{{$.inputs.parameters['run--job-id']}}")");
  CHECK(source_of(task, "pipelinechannel--bucket") == "input bucket");
  CHECK(source_of(task, "run--job-id") == R"(= "{{$.pipeline_job_uuid}}")");
  CHECK(source_of(task, "id") == R"(= "{{$.pipeline_job_uuid}}")");
  CHECK(source_of(task, "cpu_limit") == R"(= "{{$.inputs.parameters['pipelinechannel--cpu']}}")");
  CHECK(source_of(task, "pipelinechannel--cpu") == "input cpu");
  CHECK(container_at(spec, "say").resources->resource_cpu_limit == "{{$.inputs.parameters['pipelinechannel--cpu']}}");
  CHECK(source_of(task_at(spec, "say-2"), "xs") == R"(= ["a","{{$.inputs.parameters['pipelinechannel--say-o']}}"])");
  CHECK(source_of(task_at(spec, "say-2"), "pipelinechannel--say-o") == "say.o");
  CHECK(task_at(spec, "say-2").dependent_tasks == std::vector<std::string>{"say"});
}

TEST_CASE("a text of one string alone is that string") {
  GraphBuilder b("p", {in("s"), in("n", Type::integer)});
  const auto c = b.container("say", {in("x"), in("xs", Type::list_of(Type::string))});
  b.add(c, {{"x", text({of_value(b.input())})}, {"xs", list({text({of_run(RunPlaceholder::job_id)})})}});
  b.add(c, {{"x", text({of_value(b.input(1))})}, {"xs", constant(Json::array({}))}});
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(source_of(task_at(spec, "say"), "x") == "input s");
  // Within a list the backend does not replace it, so that it comes by an input.
  CHECK(source_of(task_at(spec, "say"), "xs") == R"(= ["{{$.inputs.parameters['run--job-id']}}"])");
  CHECK(source_of(task_at(spec, "say"), "run--job-id") == R"(= "{{$.pipeline_job_uuid}}")");
  CHECK(source_of(task_at(spec, "say-2"), "x") == R"(= "{{$.inputs.parameters['pipelinechannel--n']}}")");
}

TEST_CASE("cores may be a number of the pipeline") {
  GraphBuilder b("p", {in("n", Type::integer), in("d", Type::number)});
  TaskOptions cpu;
  cpu.cpu_limit = value(b.input());
  cpu.cpu_request = value(b.input(1));
  b.add(b.container("say"), {}, cpu);
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(source_of(task_at(spec, "say"), "pipelinechannel--n") == "input n");
  CHECK(container_at(spec, "say").resources->resource_cpu_limit == "{{$.inputs.parameters['pipelinechannel--n']}}");
  CHECK(container_at(spec, "say").resources->resource_cpu_request == "{{$.inputs.parameters['pipelinechannel--d']}}");
}
