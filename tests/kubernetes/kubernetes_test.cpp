#include "mlpipe/kubernetes.hpp"

#include <chrono>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;
using namespace std::chrono_literals;
using kubernetes::Options;

namespace {

struct Work {
  In<int> size = 1;
  ContainerSpec container() const { return {.image = "acme/work:1", .command = {"work"}, .args = {size}}; }
};

struct Find {
  struct Outputs {
    Out<std::string> name;
    Out<Json> selector;
    Out<std::vector<Json>> tolerations;
    Out<int> count;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/find:1",
            .command = {"find"},
            .args = {out.name.path(), out.selector.path(), out.tolerations.path(), out.count.path()}};
  }
};

// What the only executor with a config tells Kubernetes.
std::string told(const Result& result) {
  for (const Diagnostic& diagnostic : result.diagnostics()) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(result);
  REQUIRE(result->platform);
  const auto& executors = result->platform->platforms.at("kubernetes").deployment_spec->executors;
  REQUIRE(executors.size() == 1);
  return dump(executors.begin()->second);
}

Result of(const Options& options) {
  Pipeline p("p");
  p.add(Work{}, {.platform = {options}});
  return try_compile(p, {.target = Target::kfp_next});
}

std::string only_problem(const Result& result) {
  CHECK_FALSE(result);
  const Diagnostics diagnostics = result.diagnostics();
  for (const Diagnostic& diagnostic : diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(diagnostics.size() == 1);
  return std::string(code_name(diagnostics[0].code)) + ' ' + diagnostics[0].message;
}

}  // namespace

TEST_CASE("variables from secrets, config maps and the pod") {
  CHECK(told(of({.secrets_as_env = {{.secret_name = "s", .keys = {{"a", "A"}, {"b", "B"}}, .optional = true}},
                 .config_maps_as_env = {{.config_map_name = "c", .keys = {{"k", "K"}}}},
                 .field_paths_as_env = {{"POD", "metadata.name"}}})) ==
        R"({"configMapAsEnv":[{"configMapName":"c","configMapNameParameter":{"runtimeValue":{"constant":"c"}},)"
        R"("keyToEnv":[{"configMapKey":"k","envVar":"K"}],"optional":false}],)"
        R"("fieldPathAsEnv":[{"fieldPath":"metadata.name","name":"POD"}],)"
        R"("secretAsEnv":[{"keyToEnv":[{"envVar":"A","secretKey":"a"},{"envVar":"B","secretKey":"b"}],"optional":true,)"
        R"("secretName":"s","secretNameParameter":{"runtimeValue":{"constant":"s"}}}]})");
}

TEST_CASE("volumes") {
  CHECK(
      told(of({.secrets_as_volumes = {{.secret_name = "s", .mount_path = "/s"}},
               .config_maps_as_volumes = {{.config_map_name = "c", .mount_path = "/c", .optional = true}},
               .pvc_mounts = {{.pvc_name = "p", .mount_path = "/p", .sub_path = "x"}}})) ==
      R"({"configMapAsVolume":[{"configMapName":"c","configMapNameParameter":{"runtimeValue":{"constant":"c"}},)"
      R"("mountPath":"/c","optional":true}],)"
      R"("pvcMount":[{"constant":"p","mountPath":"/p","pvcNameParameter":{"runtimeValue":{"constant":"p"}},"subPath":"x"}],)"
      R"("secretAsVolume":[{"mountPath":"/s","optional":false,"secretName":"s",)"
      R"("secretNameParameter":{"runtimeValue":{"constant":"s"}}}]})");
  CHECK(told(of({.ephemeral_volumes = {{.name = "v", .mount_path = "/v", .size = "5Gi"},
                                       {.name = "w",
                                        .mount_path = "/w",
                                        .access_modes = {kubernetes::AccessMode::ReadOnlyMany},
                                        .size = "1Gi",
                                        .storage_class = "fast",
                                        .labels = {{"a", "b"}},
                                        .annotations = {{"c", "d"}}}},
                 .empty_dirs = {{.name = "e", .mount_path = "/e", .medium = "Memory", .size_limit = "1Gi"}},
                 .shared_memory = {.volume_name = "shm", .size = "2Gi"}})) ==
        R"({"emptyDirMounts":[{"medium":"Memory","mountPath":"/e","sizeLimit":"1Gi","volumeName":"e"}],)"
        R"("enabledSharedMemory":{"size":"2Gi","volumeName":"shm"},)"
        R"("genericEphemeralVolume":[{"accessModes":["ReadWriteOnce"],"defaultStorageClass":true,"mountPath":"/v",)"
        R"("size":"5Gi","volumeName":"v"},{"accessModes":["ReadOnlyMany"],)"
        R"("metadata":{"annotations":{"c":"d"},"labels":{"a":"b"}},"mountPath":"/w","size":"1Gi",)"
        R"("storageClassName":"fast","volumeName":"w"}]})");
}

TEST_CASE("where a pod runs") {
  using Op = kubernetes::SelectorOperator;
  CHECK(told(of(
            {.node_selector = {.labels = {{"a", "b"}}, .json = Json::object({{"c", "d"}})},
             .node_affinity = {{.match_expressions = {{"zone", Op::In, {"a", "b"}}, {"gpu", Op::Exists}}, .weight = 5},
                               {.match_fields = {{"metadata.name", Op::NotIn, {"n"}}}},
                               {.json = Json::object()}},
             .pod_affinity = {{.match_pod_expressions = {{"app", Op::DoesNotExist}},
                               .match_pod_labels = {{"a", "b"}},
                               .topology_key = "kubernetes.io/hostname",
                               .namespaces = {"ns"},
                               .match_namespace_expressions = {{"team", Op::In, {"x"}}},
                               .match_namespace_labels = {{"c", "d"}},
                               .weight = 7,
                               .anti = true}}})) ==
        R"({"nodeAffinity":[{"matchExpressions":[{"key":"zone","operator":"In","values":["a","b"]},)"
        R"({"key":"gpu","operator":"Exists"}],"weight":5},)"
        R"({"matchFields":[{"key":"metadata.name","operator":"NotIn","values":["n"]}]},)"
        R"({"nodeAffinityJson":{"runtimeValue":{"constant":{}}}}],)"
        R"("nodeSelector":{"labels":{"a":"b"},"nodeSelectorJson":{"runtimeValue":{"constant":{"c":"d"}}}},)"
        R"("podAffinity":[{"anti":true,"matchNamespaceExpressions":[{"key":"team","operator":"In","values":["x"]}],)"
        R"("matchNamespaceLabels":{"c":"d"},"matchPodExpressions":[{"key":"app","operator":"DoesNotExist"}],)"
        R"("matchPodLabels":{"a":"b"},"namespaces":["ns"],"topologyKey":"kubernetes.io/hostname","weight":7}]})");
  CHECK(told(of({.tolerations = {{.op = kubernetes::TolerationOperator::Exists},
                                 {.key = "k",
                                  .op = kubernetes::TolerationOperator::Equal,
                                  .value = "v",
                                  .effect = kubernetes::TaintEffect::NoExecute,
                                  .seconds = 2min},
                                 {.json = Json::object({{"key", "x"}})}}})) ==
        R"({"tolerations":[{"operator":"Exists"},)"
        R"({"effect":"NoExecute","key":"k","operator":"Equal","tolerationSeconds":"120","value":"v"},)"
        R"({"tolerationJson":{"runtimeValue":{"constant":{"key":"x"}}}}]})");
}

TEST_CASE("the pod and its containers") {
  CHECK(told(of({.labels = {{"team", "ml"}},
                 .annotations = {{"note", "any thing"}},
                 .image_pull_policy = kubernetes::ImagePullPolicy::IfNotPresent,
                 .image_pull_secrets = {"one", "two"},
                 .security_context = {.run_as_user = 0, .run_as_group = 7, .run_as_non_root = false},
                 .timeout = 1h})) ==
        R"({"activeDeadlineSeconds":"3600","imagePullPolicy":"IfNotPresent",)"
        R"("imagePullSecret":[{"secretName":"one","secretNameParameter":{"runtimeValue":{"constant":"one"}}},)"
        R"({"secretName":"two","secretNameParameter":{"runtimeValue":{"constant":"two"}}}],)"
        R"("podMetadata":{"annotations":{"note":"any thing"},"labels":{"team":"ml"}},)"
        R"("securityContext":{"runAsGroup":"7","runAsNonRoot":false,"runAsUser":"0"}})");
  CHECK(told(of({.init_containers = {{.name = "proxy",
                                      .image = "acme/proxy:1",
                                      .command = {"proxy"},
                                      .args = {"--all"},
                                      .env = {{"E", "v"}},
                                      .volume_mounts = {{"v", "/m"}},
                                      .restart_policy = kubernetes::RestartPolicy::Always,
                                      .resources = {.limits = {{"cpu", "2"}}, .requests = {{"cpu", "1"}}}}}})) ==
        R"({"initContainers":[{"args":["--all"],"command":["proxy"],"env":[{"name":"E","value":"v"}],)"
        R"("image":"acme/proxy:1","name":"proxy","resources":{"limits":{"cpu":"2"},"requests":{"cpu":"1"}},)"
        R"("restartPolicy":"Always","volumeMounts":[{"mountPath":"/m","volumeName":"v"}]}]})");
}

TEST_CASE("options that say nothing leave nothing in the spec") {
  const Result result = of({});
  REQUIRE(result);
  CHECK_FALSE(result->platform);
}

TEST_CASE("raw JSON is merged in, whichever way it spells the fields") {
  CHECK(told(of({.labels = {{"a", "b"}},
                 .timeout = 5s,
                 .raw = Json::object({{"active_deadline_seconds", 7},
                                      {"podMetadata", Json::object({{"labels", Json::object({{"c", "d"}})}})}})})) ==
        R"({"activeDeadlineSeconds":"7","podMetadata":{"labels":{"a":"b","c":"d"}}})");
  CHECK(only_problem(of({.raw = Json::object({{"imagePullPolicy", "Sometimes"}})})) ==
        "MLP0354 task `work`: `Sometimes` is no pull policy");
  CHECK(only_problem(of({.raw = Json::object({{"typo", 1}})})) ==
        "MLP0331 task `work`: what it tells platform `kubernetes` is not understood: `typo` is no field that there is");
  CHECK(only_problem(of({.raw = Json(3)})) ==
        "MLP0331 task `work`: what it tells platform `kubernetes` is not understood: it is an integer, no object");
}

TEST_CASE("values of the pipeline: inputs, outputs, and both seen from a branch and a sub-pipeline") {
  Pipeline p("p");
  const Value secret = p.input("secret", Type::string);
  const auto found = p.add(Find{});
  p.add(Work{}, {.platform = {Options{.secrets_as_env = {{.secret_name = secret, .keys = {{"a", "A"}}}},
                                      .node_selector = {.json = found.selector},
                                      .tolerations = {{.json_list = found.tolerations}}}}});
  const Result result = try_compile(p);
  CHECK(told(result) ==
        R"({"nodeSelector":{"nodeSelectorJson":{"taskOutputParameter":{"outputParameterKey":"selector",)"
        R"("producerTask":"find"}}},"secretAsEnv":[{"keyToEnv":[{"envVar":"A","secretKey":"a"}],)"
        R"("optional":false,"secretNameParameter":{"componentInputParameter":"secret"}}],)"
        R"("tolerations":[{"tolerationJson":{"taskOutputParameter":{"outputParameterKey":"tolerations",)"
        R"("producerTask":"find"}}}]})");
  const auto& work = std::get<ir::DagSpec>(result->pipeline.root->implementation).tasks.at("work");
  CHECK(work.dependent_tasks == std::vector<std::string>{"find"});
  CHECK_FALSE(work.inputs->parameters.contains("pipelinechannel--secret"));
}

TEST_CASE("in a branch a value comes through the branch, and one set of options serves tasks of several scopes") {
  Pipeline p("p");
  const Value flag = p.input("flag", Type::string);
  const auto found = p.add(Find{});
  const TaskOptions options{.platform = {Options{.pvc_mounts = {{.pvc_name = found.name, .mount_path = "/m"}}}}};
  p.add(Work{}, options);
  p.if_(flag == "yes", [&] { p.add(Work{}, options); });
  const Result result = try_compile(p);
  REQUIRE(result);
  const auto& executors = result->platform->platforms.at("kubernetes").deployment_spec->executors;
  REQUIRE(executors.size() == 2);
  CHECK(dump(executors.at("exec-work")).find(R"("producerTask":"find")") != std::string::npos);
  CHECK(dump(executors.at("exec-work-2")) ==
        R"({"pvcMount":[{"componentInputParameter":"pipelinechannel--find-name","mountPath":"/m",)"
        R"("pvcNameParameter":{"componentInputParameter":"pipelinechannel--find-name"}}]})");
  const auto& tasks = std::get<ir::DagSpec>(result->pipeline.root->implementation).tasks;
  CHECK(tasks.at("condition-1").inputs->parameters.contains("pipelinechannel--find-name"));
}

TEST_CASE("values that are none for Kubernetes") {
  const auto with = [](const auto& make) {
    Pipeline p("p");
    const auto found = p.add(Find{});
    p.add(Work{}, {.platform = {make(found)}});
    return only_problem(try_compile(p));
  };
  CHECK(with([](const auto& found) { return Options{.image_pull_secrets = {text("{}-pull", found.name)}}; }) ==
        "MLP0325 task `work`: the Kubernetes option `secretNameParameter` is put together; the spec takes a constant "
        "or one value");
  CHECK(
      with([](const auto& found) { return Options{.node_selector = {.json = Value(found.count)}}; }) ==
      "MLP0325 task `work`: the Kubernetes option `nodeSelectorJson` cannot be output `count` of task `find`, which is "
      "int");
  CHECK(with([](const auto& found) {
          return Options{.tolerations = {{.json = found.selector, .json_list = found.tolerations}}};
        }) ==
        "MLP0331 task `work`: what it tells platform `kubernetes` is not understood: "
        "`tolerations[0].toleration_json` stands beside `tolerationJson`");
  CHECK(with([](const auto&) { return Options{.image_pull_secrets = {run::pipeline_root}}; }) ==
        "MLP0325 task `work`: the Kubernetes option `secretNameParameter` is {{$.pipeline_root}}, which no backend "
        "knows there");
}

TEST_CASE("what a run is called is a name, too") {
  CHECK(told(of({.image_pull_secrets = {run::job_name}})) ==
        R"({"imagePullSecret":[{"secretName":"{{$.pipeline_job_name}}",)"
        R"("secretNameParameter":{"runtimeValue":{"constant":"{{$.pipeline_job_name}}"}}}]})");
}

TEST_CASE("claims are made and deleted by tasks") {
  Pipeline p("p");
  const auto claim = p.add(kubernetes::CreatePvc{
      .access_modes = {"ReadWriteOnce"}, .size = "5Gi", .pvc_name_suffix = "-data", .annotations = {{"a", "b"}}});
  const auto work =
      p.add(Work{}, {.platform = {Options{.pvc_mounts = {{.pvc_name = claim.name, .mount_path = "/data"}}}}});
  p.add(kubernetes::DeletePvc{.pvc_name = claim.name}, {.after = {work}});
  const Result result = try_compile(p);
  CHECK(result.diagnostics().empty());
  REQUIRE(result);
  const auto& executors = result->pipeline.deployment_spec->executors;
  const auto& create =
      std::get<ir::PipelineDeploymentConfig::PipelineContainerSpec>(executors.at("exec-createpvc").spec);
  CHECK(create.image == "argostub/createpvc");
  CHECK(create.command.empty());
  CHECK(executors.contains("exec-deletepvc"));
}

TEST_CASE("durations are whole seconds") {
  CHECK(Seconds(2min).count() == 120);
  CHECK(Seconds(-5s).count() == -5);
  CHECK_FALSE(Seconds().count());
  CHECK(Seconds(std::chrono::hours(std::chrono::hours::max())).count() == std::numeric_limits<std::int64_t>::max());
  CHECK(Seconds(std::chrono::hours(std::chrono::hours::min())).count() == -std::numeric_limits<std::int64_t>::max());
  CHECK_FALSE(std::is_constructible_v<Seconds, std::chrono::milliseconds>);
  CHECK_FALSE(std::is_constructible_v<Seconds, std::chrono::duration<double>>);
  CHECK_FALSE(std::is_constructible_v<Seconds, int>);
}
