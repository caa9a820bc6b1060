#include "compiler/check_kubernetes.hpp"

#include <algorithm>

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::compiler;

namespace {

std::vector<KubernetesProblem> problems_of(const char* text) {
  const auto config = read_kubernetes_config({std::get<Json>(parse_json(text))},
                                             [](ir::ValueId) { return ir::TaskInputsSpec::InputParameterSpec{}; });
  REQUIRE(config.index() == 0);
  return check_kubernetes(std::get<KubernetesConfig>(config), {"SET"});
}

// "", or the one problem that there is.
std::string problem_of(const char* text) {
  CAPTURE(text);
  const auto problems = problems_of(text);
  if (problems.empty()) return "";
  for (const KubernetesProblem& problem : problems) UNSCOPED_INFO(problem.message);
  CHECK(problems.size() == 1);
  CHECK_FALSE(problems.front().hint.empty());
  return std::string(code_name(problems.front().code)) + ' ' + problems.front().message;
}

}  // namespace

TEST_CASE("what Kubernetes takes is fine") {
  for (
      const char* config : {
          R"({})",
          R"({"secretAsEnv":[{"secretName":"s","keyToEnv":[{"secretKey":"a","envVar":"A"}]}],
               "configMapAsEnv":[{"configMapName":"c","keyToEnv":[{"configMapKey":"b","envVar":"B"}]}],
               "fieldPathAsEnv":[{"name":"POD","fieldPath":"metadata.name"}]})",
          R"({"secretAsVolume":[{"secretNameParameter":{"runtimeValue":{"constant":"s"}},"mountPath":"/s"}],
               "configMapAsVolume":[{"configMapNameParameter":{"componentInputParameter":"c"},"mountPath":"/c"}],
               "pvcMount":[{"componentInputParameter":"p","mountPath":"/p"},
                           {"constant":"p","mountPath":"/q","subPath":"a/b"},
                           {"pvcNameParameter":{"runtimeValue":{"constant":"{{$.pipeline_job_uuid}}"}},"mountPath":"/r"}]})",
          R"({"genericEphemeralVolume":[{"volumeName":"v","mountPath":"/v","accessModes":["ReadWriteOnce","ReadOnlyMany"],
               "size":"5Gi","storageClassName":"fast","metadata":{"labels":{"a":"b"},"annotations":{"c":"any thing"}}}],
               "emptyDirMounts":[{"volumeName":"w","mountPath":"/w","medium":"Memory","sizeLimit":"1Gi"},
                                 {"volumeName":"x","mountPath":"/x","medium":"HugePages-2Mi"}],
               "enabledSharedMemory":{"volumeName":"shm","size":"2Gi"}})",
          R"({"nodeSelector":{"labels":{"a":"b"},"nodeSelectorJson":{"runtimeValue":{"constant":{"zone":"a"}}}}})",
          R"({"tolerations":[{"operator":"Exists"},{"key":"k","value":"v","effect":"NoSchedule"},
               {"key":"k","operator":"Exists","effect":"NoExecute","tolerationSeconds":10},
               {"tolerationJson":{"componentInputParameter":"t"}},{"tolerationJson":{"runtimeValue":{"constant":[]}}}]})",
          R"({"nodeAffinity":[{"matchExpressions":[{"key":"a","operator":"In","values":["x"]},
                {"key":"b","operator":"DoesNotExist"},{"key":"c","operator":"Gt","values":["-3"]}],"weight":100},
                {"matchFields":[{"key":"metadata.name","operator":"In","values":["n"]}]},
                {"nodeAffinityJson":{"runtimeValue":{"constant":{}}}}]})",
          R"({"podAffinity":[{"topologyKey":"kubernetes.io/hostname","matchPodLabels":{"a":"b"},"namespaces":["ns"],
                "matchPodExpressions":[{"key":"a","operator":"Exists"}],"weight":1,"anti":true}]})",
          R"({"securityContext":{"runAsUser":1000,"runAsGroup":0,"runAsNonRoot":true},"activeDeadlineSeconds":5,
               "imagePullPolicy":"IfNotPresent","imagePullSecret":[{"secretName":"s"}],
               "podMetadata":{"labels":{"a":""},"annotations":{"b":"c d"}}})",
          R"({"initContainers":[{"name":"i","image":"img","env":[{"name":"SET"}],"restartPolicy":"Always",
                "volumeMounts":[{"volumeName":"v","mountPath":"/m"}],
                "resources":{"limits":{"cpu":"500m","memory":"1.5Gi","nvidia.com/gpu":"1"}}}]})",
      }) {
    CAPTURE(config);
    CHECK(problem_of(config).empty());
  }
}

TEST_CASE("names of secrets, config maps and claims") {
  CHECK(problem_of(R"({"secretAsEnv":[{}]})") == "MLP0350 a secret has no name");
  CHECK(problem_of(R"({"secretAsEnv":[{"secretName":"My_Secret"}]})") == "MLP0350 `My_Secret` is no name of a secret");
  CHECK(problem_of(R"({"secretAsEnv":[{"secretName":"{{$.nope}}"}]})") ==
        "MLP0350 `{{$.nope}}` is no name of a secret");
  CHECK(problem_of(R"({"secretAsEnv":[{"secretName":"{{$.pipeline_job_uuid}}"}]})").empty());
  CHECK(problem_of(R"({"secretAsVolume":[{"secretName":"-","mountPath":"/m"}]})") ==
        "MLP0350 `-` is no name of a secret");
  CHECK(problem_of(R"({"imagePullSecret":[{"secretNameParameter":{"runtimeValue":{"constant":7}}}]})") ==
        "MLP0350 7 is no name of a secret");
  CHECK(problem_of(R"({"configMapAsEnv":[{"configMapName":"a b"}]})") == "MLP0350 `a b` is no name of a config map");
  CHECK(problem_of(R"({"configMapAsVolume":[{"mountPath":"/m"}]})") == "MLP0350 a config map has no name");
  CHECK(problem_of(R"({"pvcMount":[{"mountPath":"/m"}]})") == "MLP0350 a volume claim has no name");
  CHECK(problem_of(R"({"pvcMount":[{"constant":"A","mountPath":"/m"}]})") ==
        "MLP0350 `A` is no name of a volume claim");
}

TEST_CASE("variables and the keys that they tell") {
  CHECK(problem_of(R"({"secretAsEnv":[{"secretName":"s","keyToEnv":[{"secretKey":"a/b","envVar":"A"}]}]})") ==
        "MLP0350 `a/b` is no key of a secret");
  CHECK(problem_of(R"({"configMapAsEnv":[{"configMapName":"c","keyToEnv":[{"configMapKey":"","envVar":"A"}]}]})") ==
        "MLP0350 `` is no key of a config map");
  CHECK(problem_of(R"({"secretAsEnv":[{"secretName":"s","keyToEnv":[{"secretKey":"a","envVar":"2A"}]}]})") ==
        "MLP0326 `2A` is no name of an environment variable");
  CHECK(problem_of(R"({"secretAsEnv":[{"secretName":"s","keyToEnv":[{"secretKey":"a","envVar":"SET"}]}]})") ==
        "MLP0332 environment variable `SET` is set twice");
  CHECK(
      problem_of(
          R"({"fieldPathAsEnv":[{"name":"A","fieldPath":"metadata.name"},{"name":"A","fieldPath":"status.podIP"}]})") ==
      "MLP0332 environment variable `A` is set twice");
  CHECK(problem_of(R"({"fieldPathAsEnv":[{"name":"A","fieldPath":"metadata.nam"}]})") ==
        "MLP0353 `metadata.nam` is no field of a pod that a variable can tell");
}

TEST_CASE("mounts") {
  CHECK(problem_of(R"({"secretAsVolume":[{"secretName":"s","mountPath":"data"}]})") ==
        "MLP0351 `data` is no place to mount something at");
  CHECK(
      problem_of(
          R"({"secretAsVolume":[{"secretName":"s","mountPath":"/m"}],"pvcMount":[{"constant":"c","mountPath":"/m"}]})") ==
      "MLP0351 two volumes are mounted at `/m`");
  CHECK(problem_of(R"({"enabledSharedMemory":{},"emptyDirMounts":[{"volumeName":"v","mountPath":"/dev/shm"}]})") ==
        "MLP0351 two volumes are mounted at `/dev/shm`");
  CHECK(problem_of(R"({"pvcMount":[{"constant":"c","mountPath":"/m","subPath":"../x"}]})") ==
        "MLP0351 `../x` is no path within a volume");
}

TEST_CASE("volumes") {
  CHECK(problem_of(R"({"emptyDirMounts":[{"volumeName":"v","mountPath":"/a","medium":"memory"}]})") ==
        "MLP0352 `memory` is no medium of a volume");
  CHECK(problem_of(R"({"emptyDirMounts":[{"volumeName":"v","mountPath":"/a","sizeLimit":"much"}]})") ==
        "MLP0352 `much` is no size of volume `v`");
  CHECK(problem_of(R"({"emptyDirMounts":[{"volumeName":"v","mountPath":"/a"},{"volumeName":"v","mountPath":"/b"}]})") ==
        "MLP0352 two volumes are called `v`");
  CHECK(problem_of(R"({"emptyDirMounts":[{"volumeName":"V","mountPath":"/a"}]})") ==
        "MLP0350 `V` is no name of a volume");
  CHECK(problem_of(R"({"enabledSharedMemory":{"size":"0"}})") == "MLP0352 `0` is no size of shared memory");
  const auto of_volume = [](const char* rest) {
    return problem_of(
        (std::string(R"({"genericEphemeralVolume":[{"volumeName":"v","mountPath":"/v",)") + rest + "}]}").c_str());
  };
  CHECK(of_volume(R"("size":"1Gi")") == "MLP0352 volume `v` has no access mode");
  CHECK(of_volume(R"("size":"","accessModes":["ReadWriteOnce"])") == "MLP0352 `` is no size of volume `v`");
  CHECK(of_volume(R"("size":"1Gi","accessModes":["RWO"])") == "MLP0352 `RWO` is no access mode of a volume");
  CHECK(of_volume(R"("size":"1Gi","accessModes":["ReadWriteOnce","ReadWriteOncePod"])") ==
        "MLP0352 access mode `ReadWriteOncePod` stands beside others");
  CHECK(
      of_volume(R"("size":"1Gi","accessModes":["ReadWriteOnce"],"defaultStorageClass":true,"storageClassName":"x")") ==
      "MLP0352 volume `v` is of storage class `x` and of the default one");
  CHECK(of_volume(R"("size":"1Gi","accessModes":["ReadWriteOnce"],"storageClassName":"X")") ==
        "MLP0350 `X` is no name of a storage class");
  CHECK(of_volume(R"("size":"1Gi","accessModes":["ReadWriteOnce"],"metadata":{"labels":{"a b":""}})") ==
        "MLP0350 `a b` is no label of volume `v`");
}

TEST_CASE("labels, annotations and node selectors") {
  CHECK(problem_of(R"({"podMetadata":{"labels":{"a b":"c"}}})") == "MLP0350 `a b` is no label of the pod");
  CHECK(problem_of(R"({"podMetadata":{"labels":{"a":"b c"}}})") == "MLP0350 `b c` is no value of label `a` of the pod");
  CHECK(problem_of(R"({"podMetadata":{"annotations":{"":"c"}}})") == "MLP0350 `` is no annotation of the pod");
  CHECK(problem_of(R"({"nodeSelector":{"labels":{"a":"/"}}})") == "MLP0350 `/` is no value of label `a` of a node");
  CHECK(problem_of(R"({"nodeSelector":{"nodeSelectorJson":{"runtimeValue":{"constant":{"a":1}}}}})") ==
        R"(MLP0357 {"a":1} is no node selector)");
  CHECK(problem_of(R"({"nodeSelector":{"nodeSelectorJson":{"runtimeValue":{"constant":{"a":"b c"}}}}})") ==
        "MLP0350 `b c` is no value of label `a` of a node");
}

TEST_CASE("pull policies, timeouts and security contexts") {
  CHECK(problem_of(R"({"imagePullPolicy":"always"})") == "MLP0354 `always` is no pull policy");
  CHECK(problem_of(R"({"activeDeadlineSeconds":-1})") == "MLP0355 the timeout is -1 s");
  CHECK(problem_of(R"({"securityContext":{}})") == "MLP0358 the security context says nothing");
  CHECK(problem_of(R"({"securityContext":{"runAsUser":-1}})") == "MLP0358 -1 is no id of a user");
  CHECK(problem_of(R"({"securityContext":{"runAsGroup":-1}})") == "MLP0358 -1 is no id of a group");
  CHECK(problem_of(R"({"securityContext":{"runAsUser":0,"runAsNonRoot":true}})") ==
        "MLP0358 the step is to run as user 0, which is root, and not as root");
}

TEST_CASE("tolerations") {
  const auto of = [](const char* toleration) {
    return problem_of((std::string(R"({"tolerations":[)") + toleration + "]}").c_str());
  };
  CHECK(of("{}") == "MLP0356 a toleration without key has the operator `Equal`");
  CHECK(of(R"({"key":"k","operator":"In"})") == "MLP0356 `In` is no operator of a toleration");
  CHECK(of(R"({"key":"k","effect":"Never"})") == "MLP0356 `Never` is no effect of a taint");
  CHECK(of(R"({"key":"k l"})") == "MLP0350 `k l` is no taint of a node");
  CHECK(of(R"({"key":"k","operator":"Exists","value":"v"})") ==
        "MLP0356 a toleration with the operator `Exists` has the value `v`");
  CHECK(of(R"({"key":"k","value":"v w"})") == "MLP0356 `v w` is no value of a taint");
  CHECK(of(R"({"key":"k","effect":"NoSchedule","tolerationSeconds":1})") ==
        "MLP0356 a toleration of effect `NoSchedule` ends after 1 s");
  CHECK(of(R"({"key":"k","tolerationJson":{"componentInputParameter":"t"}})") ==
        "MLP0356 a toleration is given as JSON and by single fields");
  CHECK(of(R"({"tolerationJson":{"runtimeValue":{"constant":"t"}}})") == R"(MLP0356 "t" is no toleration)");
}

TEST_CASE("affinities") {
  const auto of_node = [](const char* term) {
    return problem_of((std::string(R"({"nodeAffinity":[)") + term + "]}").c_str());
  };
  CHECK(of_node("{}") == "MLP0357 a node affinity is empty");
  CHECK(of_node(R"({"matchExpressions":[{"key":"a","operator":"Is","values":["b"]}]})") ==
        "MLP0357 `Is` is no operator of affinity `a`");
  CHECK(of_node(R"({"matchExpressions":[{"operator":"Exists"}]})") == "MLP0357 an affinity has no key");
  CHECK(of_node(R"({"matchExpressions":[{"key":"a","operator":"In"}]})") ==
        "MLP0357 affinity `a` has operator `In`, but no values");
  CHECK(of_node(R"({"matchExpressions":[{"key":"a","operator":"Exists","values":["b"]}]})") ==
        "MLP0357 affinity `a` has operator `Exists`, which takes no values");
  CHECK(of_node(R"({"matchExpressions":[{"key":"a","operator":"Lt","values":["b"]}]})") ==
        "MLP0357 affinity `a` has operator `Lt`, which takes one integer");
  CHECK(of_node(R"({"matchExpressions":[{"key":"a","operator":"In","values":["b","c d"]}]})") ==
        "MLP0357 `c d` is no value of affinity `a`");
  CHECK(of_node(R"({"matchExpressions":[{"key":"a b","operator":"Exists"}]})") ==
        "MLP0350 `a b` is no label of a node");
  CHECK(of_node(R"({"matchFields":[{"key":"metadata.uid","operator":"In","values":["b"]}]})") ==
        "MLP0357 `metadata.uid` is no field of a node that can be matched so");
  CHECK(of_node(R"({"matchFields":[{"key":"metadata.name","operator":"Exists"}]})") ==
        "MLP0357 `Exists` is no operator of affinity `metadata.name`");
  for (const char* weight : {"0", "101", "-1"}) {
    const std::string term =
        std::string(R"({"matchExpressions":[{"key":"a","operator":"Exists"}],"weight":)") + weight + "}";
    CHECK(of_node(term.c_str()) == "MLP0357 " + std::string(weight) + " is no weight of an affinity");
  }
  CHECK(of_node(R"({"weight":5,"nodeAffinityJson":{"componentInputParameter":"t"}})") ==
        "MLP0357 a node affinity is given as JSON and by single fields");
  CHECK(of_node(R"({"nodeAffinityJson":{"runtimeValue":{"constant":[]}}})") == "MLP0357 [] is no node affinity");

  const auto of_pod = [](const char* term) {
    return problem_of((std::string(R"({"podAffinity":[{"matchPodLabels":{"a":"b"},)") + term + "}]}").c_str());
  };
  CHECK(of_pod(R"("topologyKey":"")") == "MLP0357 `` is no topology key");
  CHECK(of_pod(R"("topologyKey":"z","matchPodExpressions":[{"key":"a","operator":"Gt","values":["1"]}])") ==
        "MLP0357 `Gt` is no operator of affinity `a`");
  CHECK(of_pod(R"("topologyKey":"z","namespaces":["N"])") == "MLP0350 `N` is no name of a namespace");
  CHECK(of_pod(R"("topologyKey":"z","weight":0)") == "MLP0357 0 is no weight of an affinity");
  CHECK(of_pod(R"("topologyKey":"z","matchNamespaceLabels":{"a":"b c"})") ==
        "MLP0350 `b c` is no value of label `a` of a namespace");
}

TEST_CASE("init containers") {
  const auto of = [](const char* rest) {
    return problem_of((std::string(R"({"initContainers":[{"name":"i","image":"img")") + rest + "}]}").c_str());
  };
  CHECK(problem_of(R"({"initContainers":[{"image":"img"}]})") == "MLP0359 `` is no name of an init container");
  CHECK(problem_of(R"({"initContainers":[{"name":"kfp-launcher","image":"img"}]})") ==
        "MLP0359 an init container is called `kfp-launcher`, as one of the backend's own");
  CHECK(problem_of(R"({"initContainers":[{"name":"i","image":"a"},{"name":"i","image":"b"}]})") ==
        "MLP0359 two init containers are called `i`");
  CHECK(problem_of(R"({"initContainers":[{"name":"i"}]})") == "MLP0359 init container `i` has no image");
  CHECK(of(R"(,"restartPolicy":"Never")") == "MLP0359 `Never` is no restart policy of init container `i`");
  CHECK(of(R"(,"env":[{"name":"A"},{"name":"A"}])") ==
        "MLP0332 environment variable `A` of init container `i` is set twice");
  CHECK(of(R"(,"env":[{"name":"A B"}])") == "MLP0326 `A B` is no name of an environment variable");
  CHECK(of(R"(,"volumeMounts":[{"volumeName":"v","mountPath":"m"}])") ==
        "MLP0351 `m` is no place to mount something at");
  CHECK(of(R"(,"volumeMounts":[{"volumeName":"v","mountPath":"/m"},{"volumeName":"w","mountPath":"/m"}])") ==
        "MLP0351 two volumes are mounted at `/m` of init container `i`");
  CHECK(of(R"(,"volumeMounts":[{"mountPath":"/m"}])") == "MLP0350 `` is no name of a volume");
  CHECK(of(R"(,"resources":{"requests":{"cpu":""}})") == "MLP0320 `` is no amount of `cpu` for init container `i`");
}
