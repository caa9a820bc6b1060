#include "runtime/executor_io.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::runtime;

namespace {

ir::ExecutorInput read(std::string_view text) {
  const auto result = read_executor_input(text);
  if (const auto* error = std::get_if<Unreadable>(&result)) FAIL(error->reason);
  return std::get<ir::ExecutorInput>(result);
}

std::string error_of(std::string_view text) {
  const auto result = read_executor_input(text);
  if (!std::holds_alternative<Unreadable>(result)) FAIL("was read: " << text);
  return std::get<Unreadable>(result).reason;
}

constexpr std::string_view camel = R"({
  "inputs": {"parameterValues": {"n": 5.0, "none": null},
             "artifacts": {"a": {"artifacts": [{"name": "7", "uri": "gs://b/x", "metadata": {"k": 1},
                                                "type": {"schemaTitle": "system.Model", "schemaVersion": "0.0.1"},
                                                "customPath": "/p"}]}}},
  "outputs": {"parameters": {"o": {"outputFile": "/tmp/o"}}, "artifacts": {"b": {}}, "outputFile": "/tmp/out.json"},
  "unknown": [1]})";
constexpr std::string_view snake = R"({
  "inputs": {"parameter_values": {"n": 5.0, "none": null},
             "artifacts": {"a": {"artifacts": [{"name": "7", "uri": "gs://b/x", "metadata": {"k": 1},
                                                "type": {"schema_title": "system.Model", "schema_version": "0.0.1"},
                                                "custom_path": "/p"}]}}},
  "outputs": {"parameters": {"o": {"output_file": "/tmp/o"}}, "artifacts": {"b": {}}, "output_file": "/tmp/out.json"}})";

}  // namespace

TEST_CASE("an ExecutorInput is read in both spellings") {
  const ir::ExecutorInput input = read(camel);
  CHECK(input.inputs->parameter_values.at("n") == Json(5));
  CHECK(input.inputs->parameter_values.at("none").is_null());
  const ir::RuntimeArtifact& artifact = input.inputs->artifacts.at("a").artifacts.front();
  CHECK(artifact.name == "7");
  CHECK(std::get<ir::ArtifactTypeSchema::SchemaTitle>(artifact.type->kind).value == "system.Model");
  CHECK(artifact.custom_path == "/p");
  CHECK(input.outputs->parameters.at("o").output_file == "/tmp/o");
  CHECK(input.outputs->artifacts.at("b").artifacts.empty());
  CHECK(input.outputs->output_file == "/tmp/out.json");
  CHECK(read(snake) == input);
}

TEST_CASE("what is written is read back the same") {
  const ir::ExecutorInput input = read(camel);
  CHECK(read(to_text(input)) == input);
  ir::ExecutorOutput output;
  output.parameter_values["x"] = "é";
  output.artifacts["m"].artifacts.emplace_back().uri = "u";
  const auto again = read_executor_output(to_text(output));
  REQUIRE(std::holds_alternative<ir::ExecutorOutput>(again));
  CHECK(std::get<ir::ExecutorOutput>(again) == output);
}

TEST_CASE("what is no ExecutorInput says where") {
  CHECK_THAT(error_of(""), Catch::StartsWith("no JSON: "));
  CHECK_THAT(error_of(camel.substr(0, 100)), Catch::StartsWith("no JSON: "));
  CHECK_THAT(error_of(std::string(100000, '[')), Catch::StartsWith("no JSON: "));
  CHECK(error_of("[]") == "no JSON object");
  CHECK(error_of(R"({"inputs": 1})") == "`inputs` is no JSON object");
  CHECK(error_of(R"({"inputs": {"parameterValues": []}})") == "`inputs.parameterValues` is no JSON object");
  CHECK(error_of(R"({"inputs": {"artifacts": {"a": {"artifacts": {}}}}})") ==
        "`inputs.artifacts.a.artifacts` is no JSON array");
  CHECK(error_of(R"({"inputs": {"artifacts": {"a": {"artifacts": [{"uri": 1}]}}}})") ==
        "`inputs.artifacts.a.artifacts[0].uri` is no string");
  CHECK(error_of(R"({"outputs": {"outputFile": true}})") == "`outputs.outputFile` is no string");
  CHECK(error_of(R"({"outputs": {"parameters": {"o": "x"}}})") == "`outputs.parameters.o` is no JSON object");
}
