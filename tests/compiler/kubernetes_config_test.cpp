#include "compiler/kubernetes_config.hpp"

#include <variant>

#include "catch2.hpp"

using mlpipe::Json;
using mlpipe::compiler::KubernetesConfig;
using mlpipe::compiler::read_kubernetes_config;
namespace compiler = mlpipe::compiler;
namespace ir = mlpipe::ir;

namespace {

Json parsed(const char* text) { return std::get<Json>(mlpipe::parse_json(text)); }

// No value of the pipeline stands in what these tests read.
ir::TaskInputsSpec::InputParameterSpec no_parameter(ir::ValueId) { return {}; }

std::variant<KubernetesConfig, ir::ReadProblem> read(const char* text) {
  return read_kubernetes_config({parsed(text)}, no_parameter);
}

std::string problem_of(const char* text) {
  const auto config = read(text);
  const auto* problem = std::get_if<ir::ReadProblem>(&config);
  return problem ? problem->message : "";
}

std::string rewritten(const char* text) { return dump(compiler::to_json(std::get<KubernetesConfig>(read(text)))); }

}  // namespace

TEST_CASE("what KFP's Python SDK writes for Kubernetes is fine") {
  for (const char* config : {
           R"({})",
           R"({"secretAsEnv":[{"keyToEnv":[{"envVar":"A","secretKey":"a"}],"optional":false,"secretName":"s"}]})",
           R"({"secretAsVolume":[{"mountPath":"/m","secretNameParameter":{"runtimeValue":{"constant":"s"}}}]})",
           R"({"configMapAsEnv":[{"configMapName":"s","keyToEnv":[{"configMapKey":"a","envVar":"A"}]}]})",
           R"({"configMapAsVolume":[{"configMapName":"s","mountPath":"/m","optional":true}]})",
           R"({"pvcMount":[{"taskOutputParameter":{"outputParameterKey":"o","producerTask":"t"},"mountPath":"/m"}]})",
           R"({"genericEphemeralVolume":[{"accessModes":["ReadWriteOnce"],"defaultStorageClass":true,"size":"5Gi"}]})",
           R"({"emptyDirMounts":[{"medium":"Memory","mountPath":"/m","sizeLimit":"1Gi","volumeName":"v"}]})",
           R"({"fieldPathAsEnv":[{"fieldPath":"metadata.name","name":"POD"}],"imagePullPolicy":"Always"})",
           R"({"initContainers":[{"name":"i","command":["c"],"env":[{"name":"E","value":"v"}],
               "resources":{"limits":{"cpu":"2"}},"volumeMounts":[{"mountPath":"/m","volumeName":"v"}]}]})",
           R"({"nodeSelector":{"labels":{"k":"v"}}})",
           R"({"nodeSelector":{"nodeSelectorJson":{"runtimeValue":{"constant":{"a":["any",1,null]}}}}})",
           R"({"nodeAffinity":[{"matchExpressions":[{"key":"a","operator":"In","values":["x"]}],"weight":5}]})",
           R"({"podMetadata":{"labels":{"k":"v"},"annotations":{"k":"v"}}})",
           R"({"securityContext":{"runAsGroup":"7","runAsNonRoot":false,"runAsUser":0}})",
           R"({"activeDeadlineSeconds":"20","tolerations":[{}, {"tolerationSeconds":10}]})",
           R"({"node_selector":{"labels":{}}})",
       }) {
    CAPTURE(config);
    CHECK(problem_of(config).empty());
  }
}

TEST_CASE("fields that there are not, at any depth") {
  CHECK(problem_of(R"({"imagePullPolicy":"Always","typo":1})") == "`typo` is no field that there is");
  CHECK(problem_of(R"({"secretAsVolume":[{},{"mountpath":"/m"}]})") ==
        "`secretAsVolume[1].mountpath` is no field that there is");
  const auto problem = read(R"({"nodeSelector":{"label":{}}})");
  REQUIRE(problem.index() == 1);
  CHECK(std::get<ir::ReadProblem>(problem).hint == "there are `labels`, `nodeSelectorJson`");
}

TEST_CASE("fields that hold what they cannot") {
  CHECK(problem_of(R"([])") == "it is a list, no object");
  CHECK(problem_of(R"({"nodeSelector":3})") == "`nodeSelector` is an integer, not an object");
  CHECK(problem_of(R"({"tolerations":{}})") == "`tolerations` is a map, not a list");
  CHECK(problem_of(R"({"tolerations":["a"]})") == "`tolerations[0]` is a string, not an object");
  CHECK(problem_of(R"({"imagePullPolicy":true})") == "`imagePullPolicy` is a boolean, not a string");
  CHECK(problem_of(R"({"activeDeadlineSeconds":"soon"})") == "`activeDeadlineSeconds` is a string, not an integer");
  CHECK(problem_of(R"({"activeDeadlineSeconds":1.5})") == "`activeDeadlineSeconds` is a real number, not an integer");
  CHECK(problem_of(R"({"securityContext":{"runAsNonRoot":"yes"}})") ==
        "`securityContext.runAsNonRoot` is a string, not a boolean");
  CHECK(problem_of(R"({"podMetadata":{"labels":{"k":1}}})") == "`podMetadata.labels.k` is an integer, not a string");
  CHECK(problem_of(R"({"podMetadata":{"labels":[]}})") == "`podMetadata.labels` is a list, not a map of strings");
}

TEST_CASE("fields that exclude each other") {
  CHECK(problem_of(R"({"pvcMount":[{"constant":"a","componentInputParameter":"b"}]})") ==
        "`pvcMount[0].constant` stands beside `componentInputParameter`");
  CHECK(problem_of(R"({"nodeSelector":{},"node_selector":{}})") == "`node_selector` stands beside `nodeSelector`");
}

TEST_CASE("a config is written as KFP's SDK writes it") {
  CHECK(rewritten(R"({"active_deadline_seconds":20,"tolerations":[{}],"imagePullPolicy":""})") ==
        R"({"activeDeadlineSeconds":"20","tolerations":[{}]})");
  CHECK(rewritten(R"({"nodeAffinity":[{"weight":5.0}],"secretAsVolume":[{"optional":false}],"pvcMount":null})") ==
        R"({"nodeAffinity":[{"weight":5}],"secretAsVolume":[{"optional":false}]})");
  CHECK(problem_of(R"({"nodeAffinity":[{"weight":5000000000}]})") ==
        "`nodeAffinity[0].weight` is 5000000000, beyond 32 bits");
}

TEST_CASE("names are told in the fields of older backends, too") {
  const auto filled = [](const char* text) {
    auto config = std::get<KubernetesConfig>(read(text));
    compiler::fill_deprecated_fields(config);
    return dump(compiler::to_json(config));
  };
  for (const char* kind : {"secretAsEnv", "secretAsVolume", "imagePullSecret"}) {
    const std::string given =
        std::string("{\"") + kind + R"(":[{"secretNameParameter":{"runtimeValue":{"constant":"s"}}}]})";
    CHECK(filled(given.c_str()).find(R"("secretName":"s")") != std::string::npos);
  }
  for (const char* kind : {"configMapAsEnv", "configMapAsVolume"}) {
    const std::string given =
        std::string("{\"") + kind + R"(":[{"configMapNameParameter":{"runtimeValue":{"constant":"s"}}}]})";
    CHECK(filled(given.c_str()).find(R"("configMapName":"s")") != std::string::npos);
  }
  CHECK(filled(R"({"secretAsEnv":[{"secretNameParameter":{"componentInputParameter":"s"}}]})") ==
        R"({"secretAsEnv":[{"secretNameParameter":{"componentInputParameter":"s"}}]})");
  CHECK(filled(R"({"pvcMount":[{"pvcNameParameter":{"runtimeValue":{"constant":"s"}}}]})") ==
        R"({"pvcMount":[{"constant":"s","pvcNameParameter":{"runtimeValue":{"constant":"s"}}}]})");
  CHECK(filled(R"({"pvcMount":[{"constant":"a","pvcNameParameter":{"componentInputParameter":"s"}}]})") ==
        R"({"pvcMount":[{"constant":"a","pvcNameParameter":{"componentInputParameter":"s"}}]})");
}
