#include "ir/proto_json.hpp"

#include <limits>

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::ir;

TEST_CASE("an executor input is written as the launcher writes it") {
  ExecutorInput input;
  auto& inputs = input.inputs.emplace();
  inputs.parameter_values = {{"epochs", 3}, {"name", "h\xC3\xA9"}, {"none", nullptr}, {"flag", false}};
  RuntimeArtifact data;
  data.name = "data";
  data.uri = "gs://b/d";
  data.type.emplace();
  data.type->kind = ArtifactTypeSchema::SchemaTitle{"system.Dataset"};
  data.type->schema_version = "0.0.1";
  inputs.artifacts["data"].artifacts.push_back(data);
  input.outputs.emplace().output_file = "/tmp/out.json";
  input.outputs->parameters["loss"].output_file = "/tmp/loss";
  CHECK(
      proto_json(input) ==
      R"({"inputs":{"artifacts":{"data":{"artifacts":[{"name":"data","type":{"schemaTitle":"system.Dataset",)"
      R"("schemaVersion":"0.0.1"},"uri":"gs://b/d"}]}},"parameterValues":{"epochs":3.0,"flag":false,"name":"h)"
      "\xC3\xA9"
      R"(","none":null}},"outputs":{"outputFile":"/tmp/out.json","parameters":{"loss":{"outputFile":"/tmp/loss"}}}})");
}

TEST_CASE("zeros are absent, explicit presence is kept") {
  CHECK(proto_json(RuntimeArtifact{}) == "{}");
  RuntimeArtifact artifact;
  artifact.custom_path = "";
  artifact.metadata = Json::object();
  CHECK(proto_json(artifact) == R"({"customPath":"","metadata":{}})");

  PipelineTaskSpec task;
  task.caching_options.emplace();
  task.iterator = Box<ParameterIteratorSpec>(ParameterIteratorSpec{});
  CHECK(proto_json(task) == R"({"cachingOptions":{},"parameterIterator":{}})");

  ComponentInputsSpec::ParameterSpec parameter;
  parameter.default_value = Json(false);
  CHECK(proto_json(parameter) == R"({"defaultValue":false})");

  ValueOrRuntimeParameter value;
  value.value = ValueOrRuntimeParameter::RuntimeParameter{""};
  CHECK(proto_json(value) == R"({"runtimeParameter":""})");
  value.value = Json();
  CHECK(proto_json(value) == R"({"constant":null})");
}

TEST_CASE("an empty box in a oneof is an empty message") {
  PipelineDeploymentConfig::ExecutorSpec executor;
  executor.spec = Box<PipelineDeploymentConfig::ImporterSpec>();
  CHECK(proto_json(executor) == R"({"importer":{}})");
}

TEST_CASE("64-bit integers are strings, 32-bit ones numbers, and doubles inside a Struct") {
  Value value;
  value.value = std::int64_t{-5};
  CHECK(proto_json(value) == R"({"intValue":"-5"})");

  PipelineTaskSpec::RetryPolicy retry;
  retry.max_retry_count = 3;
  retry.backoff_factor = 2;
  CHECK(proto_json(retry) == R"({"backoffFactor":2.0,"maxRetryCount":3})");

  PipelineDeploymentConfig::ResolverSpec resolver;
  resolver.output_artifact_queries["a"].limit = 2;
  PipelineSpec spec;
  spec.deployment_spec.emplace().executors["e"].spec = Box(resolver);
  CHECK(proto_json(spec) ==
        R"({"deploymentSpec":{"executors":{"e":{"resolver":{"outputArtifactQueries":{"a":{"limit":2.0}}}}}}})");
}

TEST_CASE("numbers that JSON lacks are words") {
  ExecutorOutput output;
  output.parameter_values = {{"a", std::numeric_limits<double>::quiet_NaN()},
                             {"b", -std::numeric_limits<double>::infinity()},
                             {"c", std::numeric_limits<double>::infinity()}};
  CHECK(proto_json(output) == R"({"parameterValues":{"a":"NaN","b":"-Infinity","c":"Infinity"}})");
}

TEST_CASE("durations are seconds with as many digits as they need") {
  const auto text = [](std::int64_t seconds, std::int32_t nanos) {
    PipelineTaskSpec::RetryPolicy retry;
    retry.backoff_duration = Duration{seconds, nanos};
    return proto_json(retry).substr(19);
  };
  CHECK(text(0, 0) == R"("0s"})");
  CHECK(text(3600, 0) == R"("3600s"})");
  CHECK(text(1, 500'000'000) == R"("1.500s"})");
  CHECK(text(0, 1'000) == R"("0.000001s"})");
  CHECK(text(0, 1) == R"("0.000000001s"})");
  CHECK(text(-1, -500'000'000) == R"("-1.500s"})");
  CHECK(text(0, -500'000'000) == R"("-0.500s"})");
}

TEST_CASE("enumerators are written by name") {
  TaskConfigPassthrough passthrough;
  passthrough.field = TaskConfigPassthroughType::KUBERNETES_VOLUMES;
  passthrough.apply_to_task = true;
  CHECK(proto_json(passthrough) == R"({"applyToTask":true,"field":"KUBERNETES_VOLUMES"})");
}
