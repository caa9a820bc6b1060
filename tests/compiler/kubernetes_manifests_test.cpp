#include "mlpipe/compiler/kubernetes_manifests.hpp"

#include <yaml-cpp/yaml.h>

#include "catch2.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

using namespace mlpipe;

namespace {

ir::PipelineDocuments example() {
  ir::PipelineDocuments documents;
  documents.pipeline.pipeline_info.emplace();
  documents.pipeline.pipeline_info->name = "p0";
  documents.pipeline.pipeline_info->description = "what it does";
  documents.pipeline.schema_version = "2.1.0";
  return documents;
}

std::string written(const ir::PipelineDocuments& documents, const KubernetesManifestOptions& options = {}) {
  auto result = to_kubernetes_manifests(documents, options);
  if (const auto* problems = std::get_if<Diagnostics>(&result)) FAIL(problems->front().message);
  return std::get<std::string>(result);
}

Diagnostics refused(const KubernetesManifestOptions& options) {
  const auto result = to_kubernetes_manifests(example(), options);
  if (!std::holds_alternative<Diagnostics>(result)) FAIL("was written");
  return std::get<Diagnostics>(result);
}

}  // namespace

TEST_CASE("a version of a pipeline, with the names that stand for what is left out") {
  CHECK(written(example()) == R"(apiVersion: pipelines.kubeflow.org/v2beta1
kind: PipelineVersion
metadata:
  name: p0
spec:
  description: what it does
  displayName: p0
  pipelineName: p0
  pipelineSpec:
    pipelineInfo:
      description: what it does
      name: p0
    schemaVersion: 2.1.0
)");
}

TEST_CASE("a pipeline stands before its version, each with what is said of it") {
  ir::PipelineDocuments documents = example();
  documents.pipeline.pipeline_info->display_name = "Pipeline zero";
  documents.platform.emplace().platforms["kubernetes"].deployment_spec.emplace().executors["exec-a"] =
      Json::object({{"imagePullPolicy", "Always"}});
  const std::vector<YAML::Node> both = YAML::LoadAll(written(documents, {.pipeline_name = "named",
                                                                         .pipeline_version_name = "named-2",
                                                                         .namespace_name = "team-a",
                                                                         .include_pipeline_manifest = true}));
  REQUIRE(both.size() == 2);
  CHECK(both[0]["kind"].as<std::string>() == "Pipeline");
  CHECK(both[0]["metadata"]["name"].as<std::string>() == "named");
  CHECK(both[0]["metadata"]["namespace"].as<std::string>() == "team-a");
  CHECK(both[0]["spec"]["displayName"].as<std::string>() == "Pipeline zero");
  CHECK(both[0]["spec"]["description"].as<std::string>() == "what it does");
  CHECK(both[1]["metadata"]["name"].as<std::string>() == "named-2");
  CHECK(both[1]["metadata"]["namespace"].as<std::string>() == "team-a");
  const YAML::Node& version = both[1]["spec"];
  CHECK(version["displayName"].as<std::string>() == "named-2");
  CHECK(version["pipelineName"].as<std::string>() == "named");
  CHECK(version["platformSpec"]["platforms"]["kubernetes"]["deploymentSpec"]["executors"]["exec-a"]["imagePullPolicy"]
            .as<std::string>() == "Always");

  const auto shown = YAML::LoadAll(
      written(documents,
              {.pipeline_display_name = "A", .pipeline_version_display_name = "B", .include_pipeline_manifest = true}));
  CHECK(shown[0]["spec"]["displayName"].as<std::string>() == "A");
  CHECK(shown[1]["spec"]["displayName"].as<std::string>() == "B");
}

TEST_CASE("strings stay strings") {
  const auto documents = YAML::LoadAll(written(example(), {.pipeline_version_name = "1.10", .namespace_name = "007"}));
  CHECK(documents[0]["metadata"]["name"].Tag() == "!");
  CHECK(documents[0]["metadata"]["namespace"].Tag() == "!");
}

TEST_CASE("names are those that Kubernetes takes, told all at once") {
  const Diagnostics problems = refused({.pipeline_name = "Bad Name",
                                        .pipeline_display_name = std::string(129, 'x'),
                                        .pipeline_version_name = std::string(128, 'v'),
                                        .namespace_name = "a.b"});
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].code == Code::bad_resource_name);
  CHECK(problems[0].message == "\"Bad Name\" is no name of a Pipeline");
  CHECK(problems[0].hint == "it has up to 128 lower-case letters, digits, `-` and `.`, the last two not at the ends");
  CHECK_THAT(problems[1].message, Catch::Contains("is no name of a PipelineVersion"));
  CHECK(problems[2].code == Code::text_too_long);
  CHECK(problems[2].message == "the display name of the Pipeline has more than 128 bytes");
  CHECK(problems[3].message == "\"a.b\" is no name of a namespace");
  // One name for both is told once.
  CHECK(refused({.pipeline_name = "-a"}).size() == 1);
  CHECK_FALSE(written(example(), {.pipeline_version_name = "v2.1"}).empty());
}
