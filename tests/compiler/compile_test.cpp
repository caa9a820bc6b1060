#include "mlpipe/compiler/compile.hpp"

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("a linear pipeline becomes a spec") {
  GraphBuilder b("My Pipeline", {in("uri"), in_or("epochs", Type::integer, 10)},
                 {out("model", Type::artifact("system.Model"))});
  const auto prepare = b.container("prepare-data", {in("uri")}, {out("rows", Type::artifact("system.Dataset"))},
                                   {{literal("prep:1")},
                                    {word("prep")},
                                    {word("--uri"), word(part(SegmentKind::input_value, "uri")), word("--to"),
                                     word(part(SegmentKind::output_path, "rows"))},
                                    {{"THREADS", {literal("4")}}}});
  const auto train =
      b.native("train", {in("rows", Type::artifact("system.Dataset")), in_or("epochs", Type::integer, 3)},
               {out("model", Type::artifact("system.Model"))});
  const auto rows = b.add(prepare, {{"uri", value(b.input(0))}});
  const auto model = b.add(train, {{"rows", value(b.output(rows))}, {"epochs", value(b.input(1))}});
  b.give(b.output(model));

  const PipelineDocuments documents = compiled(b.graph, {.image = "acme/p:1", .program = "p"});
  const PipelineSpec& spec = documents.pipeline;
  CHECK_FALSE(documents.platform);
  CHECK(spec.pipeline_info->name == "my-pipeline");
  CHECK(spec.schema_version == "2.1.0");
  CHECK(spec.sdk_version.starts_with("mlpipe-"));

  CHECK(source_of(task_at(spec, "prepare-data"), "uri") == "input uri");
  CHECK(source_of(task_at(spec, "train"), "rows") == "prepare-data.rows");
  CHECK(source_of(task_at(spec, "train"), "epochs") == "input epochs");
  CHECK(task_at(spec, "train").dependent_tasks == std::vector<std::string>{"prepare-data"});
  CHECK(task_at(spec, "train").caching_options->enable_cache);
  CHECK(task_at(spec, "train").task_info->name == "train");
  CHECK(task_at(spec, "train").component_ref->name == "comp-train");

  const auto& foreign = container_at(spec, "prepare-data");
  CHECK(foreign.image == "prep:1");
  CHECK(foreign.args == std::vector<std::string>{"--uri", "{{$.inputs.parameters['uri']}}", "--to",
                                                 "{{$.outputs.artifacts['rows'].path}}"});
  CHECK(foreign.env.at(0).name == "THREADS");
  const auto& native = container_at(spec, "train");
  CHECK(native.image == "acme/p:1");
  CHECK(native.command == std::vector<std::string>{"p"});
  CHECK(native.args == std::vector<std::string>{"exec", "train", "--executor_input", "{{$}}"});

  const auto& inputs = spec.root->input_definitions->parameters;
  CHECK_FALSE(inputs.at("uri").is_optional);
  CHECK(inputs.at("epochs").is_optional);
  CHECK(inputs.at("epochs").default_value == Json(10));
  const auto& outputs = std::get<DagSpec>(spec.root->implementation).outputs->artifacts;
  CHECK(outputs.at("model").artifact_selectors.at(0).producer_subtask == "train");
  CHECK(spec.root->output_definitions->artifacts.contains("model"));
}
