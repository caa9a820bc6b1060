#include "compiler/spec_parts.hpp"

#include <algorithm>

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using namespace mlpipe::compiler;

TEST_CASE("names of values that pass through DAGs") {
  GraphBuilder b("p", {in("x")});
  const auto made = b.add_named("first", b.container("make", {}, {out("v")}));
  CHECK(channel_name("x") == "pipelinechannel--x");
  CHECK(full_name(b.graph, b.input()) == "x");
  CHECK(full_name(b.graph, b.output(made)) == "first-v");
}

TEST_CASE("placeholders of containers") {
  const Interface interface {
    {in("x"), in("d", Type::artifact("system.Dataset"))}, { out("o"), out("m", Type::artifact("system.Model")) }
  };
  const auto segment = [&](SegmentKind kind, std::string name = {}, std::string key = {}) {
    return container_segment(interface, part(kind, std::move(name), std::move(key)));
  };
  CHECK(container_segment(interface, literal("a")) == "a");
  CHECK(segment(SegmentKind::input_value, "x") == "{{$.inputs.parameters['x']}}");
  CHECK(segment(SegmentKind::input_path, "d") == "{{$.inputs.artifacts['d'].path}}");
  CHECK(segment(SegmentKind::input_uri, "d") == "{{$.inputs.artifacts['d'].uri}}");
  CHECK(segment(SegmentKind::input_metadata, "d") == "{{$.inputs.artifacts['d'].metadata}}");
  CHECK(segment(SegmentKind::input_metadata, "d", "k") == "{{$.inputs.artifacts['d'].metadata['k']}}");
  CHECK(segment(SegmentKind::output_path, "o") == "{{$.outputs.parameters['o'].output_file}}");
  CHECK(segment(SegmentKind::output_path, "m") == "{{$.outputs.artifacts['m'].path}}");
  CHECK(segment(SegmentKind::output_uri, "m") == "{{$.outputs.artifacts['m'].uri}}");
  CHECK(segment(SegmentKind::executor_input) == "{{$}}");
  CHECK(container_segment(interface, of_run(RunPlaceholder::job_id)) == "{{$.inputs.parameters['run--job-id']}}");
  CHECK(container_segment(interface, of_run(RunPlaceholder::workspace_path)) == "{{$.workspace_path}}");
}

TEST_CASE("each run placeholder has a text, and what stands alone an input of its own") {
  std::vector<std::string> texts, inputs;
  for (int i = 0; i <= static_cast<int>(RunPlaceholder::persistent_resource_id); ++i) {
    const auto placeholder = static_cast<RunPlaceholder>(i);
    texts.emplace_back(run_placeholder(placeholder));
    CHECK(texts.back().starts_with("{{$."));
    CHECK(run_input_name(placeholder).starts_with("run--") == stands_alone(placeholder));
    if (stands_alone(placeholder)) inputs.push_back(run_input_name(placeholder));
  }
  CHECK(inputs.size() == 7);
  std::sort(texts.begin(), texts.end());
  std::sort(inputs.begin(), inputs.end());
  CHECK(std::unique(texts.begin(), texts.end()) == texts.end());
  CHECK(std::unique(inputs.begin(), inputs.end()) == inputs.end());
}

TEST_CASE("an interface as the spec defines it") {
  InputDefinition optimizer = in_or("optimizer", Type::string, "sgd");
  optimizer.literals = {"sgd", "adam"};
  optimizer.description = "how";
  ComponentSpec component;
  define_interface(component, {{optimizer, in("rows", Type::artifact("system.Dataset")),
                                in("models", Type::artifact_list("system.Model"))},
                               {out("loss", Type::number), out("model", Type::artifact("system.Model"))}});
  const auto& parameter = component.input_definitions->parameters.at("optimizer");
  CHECK(parameter.parameter_type == ParameterType::STRING);
  CHECK(parameter.is_optional);
  CHECK(parameter.default_value == Json("sgd"));
  CHECK(parameter.literals == std::vector<Json>{"sgd", "adam"});
  CHECK(parameter.description == "how");
  const auto& rows = component.input_definitions->artifacts.at("rows");
  CHECK(std::get<ArtifactTypeSchema::SchemaTitle>(rows.artifact_type->kind).value == "system.Dataset");
  CHECK(rows.artifact_type->schema_version == "0.0.1");
  CHECK_FALSE(rows.is_artifact_list);
  CHECK(component.input_definitions->artifacts.at("models").is_artifact_list);
  CHECK(component.output_definitions->parameters.at("loss").parameter_type == ParameterType::NUMBER_DOUBLE);
  CHECK(component.output_definitions->artifacts.contains("model"));
  ComponentSpec bare;
  define_interface(bare, {});
  CHECK_FALSE(bare.input_definitions);
  CHECK_FALSE(bare.output_definitions);
}
