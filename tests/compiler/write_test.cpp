#include "mlpipe/compiler/write.hpp"

#include <yaml-cpp/yaml.h>

#include "catch2.hpp"
#include "compiler/nasty_document.hpp"

using namespace mlpipe;
using namespace mlpipe::ir;

namespace {

/// One container step and an option of the platform.
PipelineDocuments example() {
  PipelineDocuments documents;
  PipelineSpec& spec = documents.pipeline;
  spec.pipeline_info.emplace();
  spec.pipeline_info->name = "p0";
  spec.pipeline_info->description = "line one\nline two";
  spec.schema_version = "2.1.0";
  spec.sdk_version = "mlpipe-0.1.0";

  ComponentSpec component;
  component.implementation = ComponentSpec::ExecutorLabel{"exec-say"};
  component.input_definitions.emplace().parameters["msg"].parameter_type = ParameterType::STRING;
  spec.components["comp-say"] = component;

  PipelineDeploymentConfig::PipelineContainerSpec container;
  container.image = "alpine";
  container.command = {"echo"};
  container.args = {"{{$.inputs.parameters['msg']}}", "a\nb"};
  spec.deployment_spec.emplace().executors["exec-say"].spec = container;

  PipelineTaskSpec task;
  task.task_info = PipelineTaskInfo{"say"};
  task.component_ref = ComponentRef{"comp-say"};
  task.caching_options.emplace();
  task.inputs.emplace().parameters["msg"].kind = TaskInputsSpec::InputParameterSpec::ComponentInputParameter{"s"};
  DagSpec dag;
  dag.tasks["say"] = task;
  spec.root.emplace().implementation = dag;
  auto& parameter = spec.root->input_definitions.emplace().parameters["s"];
  parameter.parameter_type = ParameterType::STRING;
  parameter.is_optional = true;
  parameter.default_value = "it's\n1";
  auto& artifact = spec.root->input_definitions->artifacts["data"];
  artifact.artifact_type.emplace().kind = ArtifactTypeSchema::SchemaTitle{"system.Dataset"};
  artifact.artifact_type->schema_version = "0.0.1";

  documents.platform.emplace().platforms["kubernetes"].deployment_spec.emplace().executors["exec-say"] =
      Json::object({{"nodeAffinity", Json::array({Json::object({{"weight", 5}})})}});
  return documents;
}

constexpr const char* example_yaml = R"(# PIPELINE DEFINITION
# Name: p0
# Description: line one
#              line two
# Inputs:
#    data: system.Dataset
#    s: str [Default: 'it's\n1']
components:
  comp-say:
    executorLabel: exec-say
    inputDefinitions:
      parameters:
        msg:
          parameterType: STRING
deploymentSpec:
  executors:
    exec-say:
      container:
        args:
        - "{{$.inputs.parameters['msg']}}"
        - |-
          a
          b
        command:
        - echo
        image: alpine
pipelineInfo:
  description: |-
    line one
    line two
  name: p0
root:
  dag:
    tasks:
      say:
        cachingOptions: {}
        componentRef:
          name: comp-say
        inputs:
          parameters:
            msg:
              componentInputParameter: s
        taskInfo:
          name: say
  inputDefinitions:
    artifacts:
      data:
        artifactType:
          schemaTitle: system.Dataset
          schemaVersion: 0.0.1
    parameters:
      s:
        defaultValue: |-
          it's
          1
        isOptional: true
        parameterType: STRING
schemaVersion: 2.1.0
sdkVersion: mlpipe-0.1.0
---
platforms:
  kubernetes:
    deploymentSpec:
      executors:
        exec-say:
          nodeAffinity:
          - weight: 5.0
)";

/// Whether yaml-cpp, a YAML 1.1 reader, sees this value: a string is no string where it would also be taken for
/// something else.
bool same(const Json& wanted, const YAML::Node& found) {
  if (wanted.is_object()) {
    if (!found.IsMap() || found.size() != wanted.as_object().size()) return false;
    std::map<std::string, YAML::Node> members;
    for (const auto& member : found) members[member.first.Scalar()] = member.second;
    return std::all_of(wanted.as_object().begin(), wanted.as_object().end(), [&](const Json::Member& member) {
      const auto at = members.find(member.key);
      return at != members.end() && same(member.value, at->second);
    });
  }
  if (wanted.is_array()) {
    if (!found.IsSequence() || found.size() != wanted.as_array().size()) return false;
    return std::equal(wanted.as_array().begin(), wanted.as_array().end(), found.begin(), same);
  }
  if (wanted.is_null()) return found.IsNull();
  if (!found.IsScalar()) return false;
  if (wanted.is_boolean()) return found.as<bool>() == wanted.as_boolean();
  if (wanted.is_number()) return found.as<double>() == wanted.as_real();
  const bool plain = found.Tag() == "?";
  bool boolean = false;
  double number = 0;
  if (plain && (YAML::convert<bool>::decode(found, boolean) || YAML::convert<double>::decode(found, number)))
    return false;
  return found.Scalar() == wanted.as_string();
}

}  // namespace

TEST_CASE("YAML is laid out as KFP lays it out, the platform in a second document") {
  CHECK(to_yaml(example()) == example_yaml);
}

TEST_CASE("without options of a platform there is one document") {
  PipelineDocuments documents = example();
  documents.platform.emplace();
  CHECK(to_yaml(documents).find("---") == std::string::npos);
  CHECK(to_yaml(documents) == to_yaml(documents.pipeline));
}

TEST_CASE("JSON leaves what lies beyond U+FFFF as it is: KFP's SDK reads it as YAML 1.1, which takes no surrogates") {
  PipelineSpec spec;
  spec.schema_version = "\xC3\xA9\xF0\x9F\x98\x80";
  CHECK(to_json(spec) == "{\n  \"schemaVersion\": \"\\u00e9\xF0\x9F\x98\x80\"\n}\n");
}

TEST_CASE("JSON is indented by two, sorted, ASCII") {
  PipelineSpec spec;
  spec.schema_version = "2.1.0";
  spec.root.emplace().input_definitions.emplace().parameters["b"].literals = {1, "\xC3\xA9", Json::array(),
                                                                              Json::object()};
  spec.root->input_definitions->parameters["a"];
  CHECK(to_json(spec) == R"({
  "root": {
    "inputDefinitions": {
      "parameters": {
        "a": {},
        "b": {
          "literals": [
            1.0,
            "\u00e9",
            [],
            {}
          ]
        }
      }
    }
  },
  "schemaVersion": "2.1.0"
}
)");
}

TEST_CASE("JSON is refused where a platform has options, as it has room for one document") {
  PipelineDocuments documents = example();
  try {
    to_json(documents);
    FAIL("written");
  } catch (const WriteError& error) {
    CHECK(error.diagnostic.code == Code::platform_options_in_json);
  }
  documents.platform.reset();
  CHECK(to_json(documents) == to_json(documents.pipeline));
}

TEST_CASE("YAML and JSON say the same, whatever the strings are") {
  const PipelineSpec spec = test::nasty_document();
  const std::string yaml = to_yaml(spec);
  const auto wanted = parse_json(to_json(spec));
  REQUIRE(std::holds_alternative<Json>(wanted));
  const YAML::Node found = YAML::Load(yaml);
  const Json& root = std::get<Json>(wanted);
  // Part by part, so that a failure names where.
  for (const Json::Member& member : root.as_object()) {
    INFO(member.key);
    CHECK(same(member.value, found[member.key]));
  }
  const auto& args =
      root.find("deploymentSpec")->find("executors")->find("exec")->find("container")->find("args")->as_array();
  const YAML::Node found_args = found["deploymentSpec"]["executors"]["exec"]["container"]["args"];
  for (std::size_t i = 0; i < args.size(); ++i) {
    INFO(dump(args[i]));
    CHECK(same(args[i], found_args[i]));
  }
  CHECK(to_yaml(spec) == yaml);
}

TEST_CASE("a container that is empty or lies in another one keeps its kind") {
  PipelineSpec spec;
  spec.root.emplace().input_definitions.emplace().parameters["x"].default_value = Json::array(
      {Json::array({1, Json::array()}), Json::object(), Json::object({{"a", Json::array({Json::object()})}})});
  CHECK(to_yaml(spec).ends_with(R"(        defaultValue:
        - - 1.0
          - []
        - {}
        - a:
          - {}
)"));
}

TEST_CASE("numbers keep their dot and sign in YAML 1.1") {
  PipelineSpec spec;
  spec.root.emplace().input_definitions.emplace().parameters["x"].default_value =
      Json::array({3, 1e16, 1.5e-7, -0.0, 9007199254740993});
  CHECK(
      to_yaml(spec).ends_with("        - 3.0\n        - 1.0e+16\n        - 1.5e-07\n        - -0.0\n"
                              "        - 9007199254740992.0\n"));
}

TEST_CASE("numbers in JSON are numbers to YAML 1.1 readers as well") {
  PipelineSpec spec;
  spec.root.emplace().input_definitions.emplace().parameters["x"].default_value = Json::array({3, 1e16, 1.5e-7, 1e-7});
  CHECK(to_json(spec).find("3.0,\n            1.0e+16,\n            1.5e-07,\n            1.0e-07\n") !=
        std::string::npos);
}

TEST_CASE("text arrives in pieces where it is large") {
  struct Pieces final : TextSink {
    void write(std::string_view piece) override {
      ++count;
      text += piece;
    }
    int count = 0;
    std::string text;
  } pieces;
  PipelineDocuments documents;
  documents.pipeline = test::nasty_document();
  write_yaml(documents, pieces);
  CHECK(pieces.count > 2);
  CHECK(pieces.text == to_yaml(documents));
}
