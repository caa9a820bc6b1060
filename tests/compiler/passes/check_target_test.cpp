#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

CompileOptions for_target(Target target) {
  CompileOptions options;
  options.target = target;
  return options;
}

Argument kubernetes_option(std::string field, Json value) {
  return map({{std::move(field), constant(std::move(value))}});
}

// One task, with these options.
Diagnostics of_options(TaskOptions options, Target target) {
  GraphBuilder b;
  b.add(b.container("say"), {}, std::move(options), line(5));
  return diagnose(b.graph, for_target(target));
}

Diagnostics of_platform(Argument config, Target target) {
  TaskOptions options;
  options.platform.push_back({"kubernetes", std::move(config)});
  return of_options(std::move(options), target);
}

// One task of a container with this in its arguments.
Diagnostics of_segment(Segment segment, Target target) {
  GraphBuilder b("p", {in_or("a", Type::string, "x")});
  const auto make = b.container("make", {}, {out("d", dataset)});
  const auto use =
      b.container("use", {in("d", dataset)}, {out("e", model)}, running({word(std::move(segment))}), line(3));
  b.add(use, {{"d", value(b.output(b.add(make)))}});
  return diagnose(b.graph, for_target(target));
}

Diagnostics of_argument(Argument given, Target target) {
  GraphBuilder b;
  b.add(b.container("use", {in("x")}), {{"x", std::move(given)}}, {}, line(4));
  return diagnose(b.graph, for_target(target));
}

Diagnostics of_configuration(Configuration configuration, Target target) {
  GraphBuilder b("p");
  b.add(b.container("say"));
  configuration.location = line(2);
  b.graph[b.graph.root].configuration = std::move(configuration);
  return diagnose(b.graph, for_target(target));
}

Diagnostics of_input(Type type, Target target) {
  GraphBuilder b;
  b.add(b.container("launch", {maybe("config", std::move(type))}, {}, running({}), line(3)));
  return diagnose(b.graph, for_target(target));
}

}  // namespace

TEST_CASE("a loop over artifacts is Vertex's") {
  const auto loop = [](Target target) {
    GraphBuilder b("p", {in("models", Type::artifact_list("system.Model"))});
    const auto say = b.container("say");
    b.open_loop(ValueId(0), model, 0, line(4));
    b.add(say);
    b.end_group();
    return diagnose(b.graph, for_target(target));
  };
  CHECK(lines_of(the_only(loop(Target::kfp), Code::loop_over_artifacts,
                          "this loop goes over input `models`, a list of artifacts, which Kubeflow Pipelines refuses",
                          "targets that have such loops: `vertex`")) == Lines{4});
  the_only(loop(Target::kfp_2_14), Code::loop_over_artifacts,
           "this loop goes over input `models`, a list of artifacts, which Kubeflow Pipelines 2.14 refuses", "URIs");
  CHECK(loop(Target::vertex).empty());
}

TEST_CASE("placeholders that Kubeflow Pipelines does not replace are refused there, and taken by Vertex") {
  const auto refused = [](Segment segment, const std::string& what, const std::string& hint) {
    CHECK(lines_of(the_only(of_segment(segment, Target::kfp), Code::unreplaced_placeholder,
                            "component `use`: Kubeflow Pipelines does not replace " + what, hint)) == Lines{3});
    CHECK(of_segment(segment, Target::vertex).empty());
  };
  refused(part(SegmentKind::input_metadata, "d", "rows"), "metadata of input `d`", "executor input");
  refused(part(SegmentKind::output_metadata, "e", "rows"), "metadata of output `e`", "executor input");
  refused(part(SegmentKind::executor_output), "the path of the executor output",
          "take it from the JSON of the executor input; targets that replace it: `vertex`");
  refused(of_run(RunPlaceholder::pipeline_root), "`{{$.pipeline_root}}`", "pass the root as an input");
  refused(of_run(RunPlaceholder::google_cloud_project_id), "`{{$.pipeline_google_cloud_project_id}}`",
          "pass it as an input");
}

TEST_CASE("so they are in what a task is given, and in defaults, whoever wrote them down") {
  const std::string message = "task `use`: Kubeflow Pipelines does not replace `{{$.pipeline_google_cloud_location}}`";
  const std::string written = "{{$.pipeline_google_cloud_location}}";
  for (const Argument& given : {constant(written), text({of_run(RunPlaceholder::google_cloud_location)}),
                                text({literal("at "), of_run(RunPlaceholder::google_cloud_location)})}) {
    CHECK(lines_of(the_only(of_argument(given, Target::kfp), Code::unreplaced_placeholder, message, "input")) ==
          Lines{4});
    CHECK(of_argument(given, Target::vertex).empty());
  }
  GraphBuilder b;
  b.add(b.container("use", {in_or("x", Type::string, written)}, {}, running({}), line(3)));
  CHECK(lines_of(the_only(diagnose(b.graph), Code::unreplaced_placeholder,
                          "component `use`, input `x`: Kubeflow Pipelines does not replace `" + written + "`",
                          "pass it as an input")) == Lines{3});
  CHECK(diagnose(b.graph, for_target(Target::vertex)).empty());
}

TEST_CASE("a workspace is Kubeflow Pipelines'") {
  Configuration configuration;
  configuration.workspace = Configuration::Workspace{"5Gi", {}};
  CHECK(of_configuration(configuration, Target::kfp_2_14).empty());
  CHECK(lines_of(the_only(of_configuration(configuration, Target::vertex), Code::not_carried,
                          "pipeline `p` has a workspace, which Vertex AI Pipelines does not carry",
                          "artifacts; targets that have it: any `kfp`")) == Lines{2});
}

TEST_CASE("deadlines and times to live are new in 2.17") {
  Configuration configuration;
  SECTION("deadline") { configuration.active_deadline = 60; }
  SECTION("after the end") { configuration.ttl_after_finished = 60; }
  SECTION("after success") { configuration.ttl_after_success = 60; }
  SECTION("after failure") { configuration.ttl_after_failure = 60; }
  CHECK(of_configuration(configuration, Target::kfp).empty());
  the_only(of_configuration(configuration, Target::kfp_2_16), Code::not_carried,
           "pipeline `p` has a deadline or time to live of runs, which Kubeflow Pipelines 2.16 does not carry",
           "leave it out; targets that have it: `kfp` and newer");
}

TEST_CASE("the task's configuration is new in 2.15") {
  CHECK(of_input(Type::task_config, Target::kfp_2_15).empty());
  CHECK(lines_of(the_only(of_input(Type::task_config, Target::kfp_2_14), Code::not_carried,
                          "component `launch` has the task's configuration as an input, which Kubeflow Pipelines 2.14 "
                          "does not carry",
                          "`kfp-2.15` and newer")) == Lines{3});
}

TEST_CASE("options of Kubernetes, field by field") {
  const auto labels = kubernetes_option("podMetadata", Json::object({{"labels", Json::object({{"a", "b"}})}}));
  CHECK(of_platform(labels, Target::kfp_2_14).empty());
  CHECK(lines_of(the_only(of_platform(labels, Target::vertex), Code::not_carried,
                          "task `say` has options of Kubernetes, which Vertex AI Pipelines does not carry",
                          "any `kfp`")) == Lines{5});

  const auto newer = [](Argument option, Target before, Target since, const std::string& what) {
    const Diagnostic refused = the_only(
        of_platform(option, before), Code::not_carried,
        "task `say` has " + what + ", which " + std::string(title_of(before)) + " does not carry", "leave it out");
    CHECK(of_platform(std::move(option), since).empty());
  };
  newer(kubernetes_option("securityContext", Json::object({{"runAsUser", "5"}})), Target::kfp_2_15, Target::kfp_2_16,
        "a security context");
  newer(kubernetes_option(
            "pvcMount",
            Json::array({Json::object(
                {{"mountPath", "/m"},
                 {"subPath", "s"},
                 {"pvcNameParameter", Json::object({{"runtimeValue", Json::object({{"constant", "c"}})}})}})})),
        Target::kfp_2_15, Target::kfp_2_16, "a sub-path of a mounted claim");
  newer(kubernetes_option("initContainers", Json::array({Json::object({{"name", "i"}, {"image", "img"}})})),
        Target::kfp, Target::kfp_next, "init containers");
  const auto variable = [](bool optional) {
    return kubernetes_option(
        "secretAsEnv",
        Json::array(
            {Json::object({{"secretNameParameter", Json::object({{"runtimeValue", Json::object({{"constant", "s"}})}})},
                           {"keyToEnv", Json::array({Json::object({{"secretKey", "k"}, {"envVar", "V"}})})},
                           {"optional", optional}})}));
  };
  newer(variable(true), Target::kfp_2_14, Target::kfp_2_15,
        "variables from secrets or config maps that may be missing");
  CHECK(of_platform(variable(false), Target::kfp_2_14).empty());
}

TEST_CASE("claims are made by Kubeflow Pipelines, from data of others since 2.17") {
  const auto claim = [](bool from_data, Target target) {
    GraphBuilder b;
    const auto make = b.container("createpvc", {maybe("pvc_name"), maybe("data_source", Type::map_of(Type::string))},
                                  {}, {{literal("argostub/createpvc")}, {}, {}, {}});
    GraphBuilder::Arguments arguments = {{"pvc_name", constant("c")}};
    if (from_data) arguments.emplace_back("data_source", constant(Json::object({{"name", "s"}})));
    b.add(make, std::move(arguments), {}, line(6));
    return diagnose(b.graph, for_target(target));
  };
  CHECK(claim(true, Target::kfp).empty());
  CHECK(claim(false, Target::kfp_2_14).empty());
  CHECK(lines_of(the_only(claim(true, Target::kfp_2_16), Code::not_carried,
                          "task `createpvc` has a data source of a claim, which Kubeflow Pipelines 2.16 does not "
                          "carry",
                          "`kfp` and newer")) == Lines{6});
  the_only(claim(false, Target::vertex), Code::not_carried,
           "task `createpvc` has options of Kubernetes, which Vertex AI Pipelines does not carry", "any `kfp`");
}

TEST_CASE("a cache key is Kubeflow Pipelines'") {
  TaskOptions options;
  options.cache_key = constant("v1");
  CHECK(of_options(options, Target::kfp_2_14).empty());
  the_only(of_options(options, Target::vertex), Code::not_carried,
           "task `say` has a cache key, which Vertex AI Pipelines does not carry", "leave it out");
}

TEST_CASE("accelerators have other names on Kubernetes and in Google's cloud") {
  const auto with = [](const char* name, Target target) {
    TaskOptions options;
    options.accelerator_type = constant(name);
    options.accelerator_count = constant(1);
    return of_options(options, target);
  };
  CHECK(with("nvidia.com/gpu", Target::kfp).empty());
  CHECK(with("NVIDIA_TESLA_T4", Target::vertex).empty());
  CHECK(with("NVIDIA_TESLA_T4", Target::local).empty());
  the_only(with("NVIDIA_TESLA_T4", Target::kfp), Code::accelerator_of_another_target,
           "task `say`: Kubeflow Pipelines knows no accelerator \"NVIDIA_TESLA_T4\"", "nvidia.com/gpu");
  the_only(with("nvidia.com/gpu", Target::vertex), Code::accelerator_of_another_target,
           "task `say`: Vertex AI Pipelines knows no accelerator \"nvidia.com/gpu\"", "NVIDIA_TESLA_T4");
}

TEST_CASE("placeholders in a loop's items are looked at, too") {
  const std::string written = "{{$.pipeline_root}}/x";
  GraphBuilder b;
  const auto say = b.container("say");
  b.open_loop(Json::array({written}), Type::string, 0, line(4));
  b.add(say);
  b.end_group();
  CHECK(lines_of(the_only(diagnose(b.graph), Code::unreplaced_placeholder,
                          "this loop: Kubeflow Pipelines does not replace `{{$.pipeline_root}}`", "root")) == Lines{4});
  CHECK(diagnose(b.graph, for_target(Target::vertex)).empty());
}
