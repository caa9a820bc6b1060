#include "compiler/header_comment.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::ir;

namespace {

std::string with_default(ParameterType::ParameterTypeEnum type, const Json& value) {
  PipelineSpec spec;
  auto& parameter = spec.root.emplace().input_definitions.emplace().parameters["x"];
  parameter.parameter_type = type;
  parameter.default_value = value;
  std::string text = header_comment(spec);
  text.erase(0, text.find("x: ") + 3);
  text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("inputs and outputs stand sorted, parameters and artifacts mixed") {
  PipelineSpec spec;
  spec.pipeline_info.emplace();
  spec.pipeline_info->name = "p";
  auto& root = spec.root.emplace();
  root.input_definitions.emplace().parameters["b"].parameter_type = ParameterType::NUMBER_INTEGER;
  root.input_definitions->parameters["s"].parameter_type = ParameterType::TASK_FINAL_STATUS;
  root.input_definitions->parameters["t"].parameter_type = ParameterType::TASK_CONFIG;
  root.input_definitions->parameters["f"].parameter_type = ParameterType::NUMBER_DOUBLE;
  auto& artifact = root.input_definitions->artifacts["c"];
  artifact.artifact_type.emplace().kind = ArtifactTypeSchema::SchemaTitle{"system.Model"};
  auto& list = root.input_definitions->artifacts["l"];
  list = artifact;
  list.is_artifact_list = true;
  root.output_definitions.emplace().parameters["a"].parameter_type = ParameterType::BOOLEAN;
  CHECK(header_comment(spec) ==
        "# PIPELINE DEFINITION\n# Name: p\n# Inputs:\n#    b: int\n#    c: system.Model\n#    f: float\n"
        "#    l: system.Model\n#    s: PipelineTaskFinalStatus\n#    t: TaskConfig\n# Outputs:\n#    a: bool\n");
}

TEST_CASE("defaults look as in Python, numbers after their trip through double") {
  CHECK(with_default(ParameterType::NUMBER_INTEGER, 3) == "int [Default: 3.0]");
  CHECK(with_default(ParameterType::NUMBER_DOUBLE, 1e16) == "float [Default: 1e+16]");
  CHECK(with_default(ParameterType::NUMBER_DOUBLE, 1e-7) == "float [Default: 1e-07]");
  CHECK(with_default(ParameterType::BOOLEAN, true) == "bool [Default: True]");
  CHECK(with_default(ParameterType::STRING, "") == "str [Default: '']");
  CHECK(with_default(ParameterType::STRING, "it's \\") == "str [Default: 'it's \\']");
  CHECK(with_default(ParameterType::STRUCT, Json::object({{"k", 1}})) == "dict [Default: {'k': 1.0}]");
  CHECK(with_default(ParameterType::LIST, Json::array({"it's", "a\\b", false, nullptr})) ==
        R"(list [Default: ["it's", 'a\\b', False, None]])");
}

TEST_CASE("nothing can end a comment line") {
  CHECK(with_default(ParameterType::STRING, "a\nb\r\tc\x01\xC2\x85\xE2\x80\xA8\xFF\xC3\xA9") ==
        "str [Default: 'a\\nb\\r\\tc\\x01\\x85\\u2028\\ufffd\xC3\xA9']");
  PipelineSpec spec;
  spec.pipeline_info.emplace();
  spec.pipeline_info->name = "a\nb";
  spec.pipeline_info->description = "one\ntwo\r\xE2\x80\xA9three";
  CHECK(header_comment(spec) ==
        "# PIPELINE DEFINITION\n# Name: a\\nb\n# Description: one\n#              two\\r\\u2029three\n");
}
