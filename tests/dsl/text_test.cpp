#include "mlpipe/dsl/text.hpp"

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/dsl/in_out.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;
using ir::SegmentKind;

TEST_CASE("text is composed of its arguments") {
  const In<int> width = 3;
  const Text composed = text("a{}b{}{{}}{}", 1, "x", width);
  REQUIRE(composed.segments().size() == 1);
  CHECK(composed.segments()[0].text == "a1bx{}3");
}

TEST_CASE("placeholders of the run stay segments") {
  const Text composed = text("gs://b/run-{}/x", run::job_id);
  REQUIRE(composed.segments().size() == 3);
  CHECK(composed.segments()[1].kind == SegmentKind::run);
  CHECK(composed.segments()[1].run == ir::RunPlaceholder::job_id);
  CHECK(composed.segments()[2].text == "/x");
}

TEST_CASE("an empty pattern is an empty text") {
  CHECK(text("").segments().empty());
  CHECK(text("{}", "").segments().empty());
}

TEST_CASE("numbers and booleans print as JSON does") {
  CHECK(Text(0.5).segments()[0].text == "0.5");
  CHECK(Text(true).segments()[0].text == "true");
  CHECK(Text(-3).segments()[0].text == "-3");
}

namespace {

struct All {
  In<std::string> text;
  In<Dataset> rows;
  In<std::vector<Dataset>> list;
  In<std::optional<std::string>> note = {};
  struct Outputs {
    Out<Model> model;
    Out<double> score;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "i", .command = {"c"}, .args = {run::job_name,        run::job_resource_name,
                                                     run::job_id,          run::task_name,
                                                     run::task_id,         executor_output(),
                                                     executor_input(),     run::pipeline_root,
                                                     run::create_time,     run::schedule_time,
                                                     run::workspace_path,  text,
                                                     rows.path(),          rows.uri(),
                                                     rows.metadata("k"),   list,
                                                     out.score.path(),     out.model.path(),
                                                     out.model.uri(),      out.model.metadata("k"),
                                                     concat({"a-", text}), if_present(note, {"--note", note})}};
  }
};

DynamicComponent all_by_name() {
  return {.name = "all",
          .inputs = {{"text", Type::string},
                     {"rows", Type::artifact("system.Dataset")},
                     {"list", Type::artifact_list("system.Dataset")},
                     {"note", Type::string, {.optional = true}}},
          .outputs = {{"model", Type::artifact("system.Model")}, {"score", Type::number}},
          .container = {.image = "i",
                        .command = {"c"},
                        .args = {run::job_name,
                                 run::job_resource_name,
                                 run::job_id,
                                 run::task_name,
                                 run::task_id,
                                 executor_output(),
                                 executor_input(),
                                 run::pipeline_root,
                                 run::create_time,
                                 run::schedule_time,
                                 run::workspace_path,
                                 input_value("text"),
                                 input_path("rows"),
                                 input_uri("rows"),
                                 input_metadata("rows", "k"),
                                 input_list("list"),
                                 output_path("score"),
                                 output_path("model"),
                                 output_uri("model"),
                                 output_metadata("model", "k"),
                                 concat({"a-", input_value("text")}),
                                 if_present("note", {"--note", input_value("note")})}}};
}

struct OfAll {
  In<std::string> text;
  In<Dataset> rows;
  In<std::vector<Dataset>> list;
  bool typed = true;
  void define(Pipeline& p) const {
    p.configure({.workspace = {.size = "1Gi"}});
    if (typed)
      p.add(All{.text = text, .rows = rows, .list = list});
    else
      p.add(all_by_name(), {{"text", text}, {"rows", rows}, {"list", list}});
  }
};

}  // namespace

TEST_CASE("each of KFP's placeholders can be said, by a struct and by names") {
  for (const bool typed : {true, false}) {
    OfAll pipeline;
    pipeline.typed = typed;
    // What Kubeflow Pipelines leaves as it is: executor output, root, two of metadata, a list.
    const Result refused = try_compile(pipeline);
    CHECK(refused.diagnostics().size() == 5);
    for (const Diagnostic& diagnostic : refused.diagnostics()) CHECK(diagnostic.code == Code::unreplaced_placeholder);
    const Result result = try_compile(pipeline, {.target = Target::local});  // which has a workspace as well
    REQUIRE(result);
    CHECK(std::get<ir::PipelineDeploymentConfig::PipelineContainerSpec>(
              result->pipeline.deployment_spec->executors.at("exec-all").spec)
              .args ==
          std::vector<std::string>{
              "{{$.inputs.parameters['run--job-name']}}",
              "{{$.inputs.parameters['run--job-resource-name']}}",
              "{{$.inputs.parameters['run--job-id']}}",
              "{{$.inputs.parameters['run--task-name']}}",
              "{{$.inputs.parameters['run--task-id']}}",
              "{{$.outputs.output_file}}",
              "{{$}}",
              "{{$.pipeline_root}}",
              "{{$.inputs.parameters['run--create-time']}}",
              "{{$.inputs.parameters['run--schedule-time']}}",
              "{{$.workspace_path}}",
              "{{$.inputs.parameters['text']}}",
              "{{$.inputs.artifacts['rows'].path}}",
              "{{$.inputs.artifacts['rows'].uri}}",
              "{{$.inputs.artifacts['rows'].metadata['k']}}",
              "{{$.inputs.artifacts['list']}}",
              "{{$.outputs.parameters['score'].output_file}}",
              "{{$.outputs.artifacts['model'].path}}",
              "{{$.outputs.artifacts['model'].uri}}",
              "{{$.outputs.artifacts['model'].metadata['k']}}",
              "a-{{$.inputs.parameters['text']}}",
              R"({"IfPresent": {"InputName": "note", "Then": ["--note", "{{$.inputs.parameters['note']}}"]}})"});
    const auto& task = std::get<ir::DagSpec>(result->pipeline.root->implementation).tasks.at("all");
    const auto& job = task.inputs->parameters.at("run--job-id").kind;
    CHECK(std::get<Json>(std::get<ir::ValueOrRuntimeParameter>(job).value) == Json("{{$.pipeline_job_uuid}}"));
  }
}
