#include "compiler/lower_executor.hpp"

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using compiler::lower_container;
using compiler::lower_platforms;
using Words = std::vector<std::string>;

TEST_CASE("a native component is started by its name") {
  GraphBuilder b;
  const auto id = b.native("train");
  const compiler::Compilation c(b.graph, {.image = "i:1", .program = "prog"}, {});
  const auto container = lower_container(c, c.graph[id], {});
  CHECK(container.image == "i:1");
  CHECK(container.command == Words{"prog"});
  CHECK(container.args == Words{"exec", "train", "--executor_input", "{{$}}"});
  CHECK_FALSE(container.resources);
}

TEST_CASE("a container's words, alternatives and variables; those of the task win") {
  GraphBuilder b;
  const auto id = b.container("c", {maybe("m"), in("x")}, {out("o")},
                              {{literal("img")},
                               {word("run")},
                               {words({literal("--x="), part(SegmentKind::input_value, "x")}),
                                if_present("m", {word("--m"), word(part(SegmentKind::input_value, "m"))}, {word("no")}),
                                word(part(SegmentKind::output_path, "o"))},
                               {{"A", {literal("1")}}, {"B", {literal("2")}}}});
  TaskOptions options;
  options.env = {{"B", constant("3")}, {"C", constant("4")}};
  const compiler::Compilation c(b.graph, {}, {});
  const auto container = lower_container(c, c.graph[id], options);
  CHECK(container.args ==
        Words{"--x={{$.inputs.parameters['x']}}",
              R"({"IfPresent": {"Else": ["no"], "InputName": "m", "Then": ["--m", "{{$.inputs.parameters['m']}}"]}})",
              "{{$.outputs.parameters['o'].output_file}}"});
  std::string env;
  for (const auto& variable : container.env) env += variable.name + '=' + variable.value + ' ';
  CHECK(env == "A=1 B=3 C=4 ");
}

TEST_CASE("resources, as text and as the numbers of old") {
  GraphBuilder b("p", {in("cpu")});
  const auto id = b.container("c");
  TaskOptions options;
  options.cpu_request = constant("500m");
  options.cpu_limit = value(b.input());
  options.memory_limit = constant("4K");
  options.accelerator_type = constant("nvidia.com/gpu");
  const compiler::Compilation c(b.graph, {}, {});
  const auto container = lower_container(c, c.graph[id], options);
  REQUIRE(container.resources);
  CHECK(container.resources->resource_cpu_request == "500m");
  CHECK(container.resources->cpu_request == 0.5);
  CHECK(container.resources->resource_cpu_limit == "{{$.inputs.parameters['pipelinechannel--cpu']}}");
  CHECK(container.resources->cpu_limit == 0);
  CHECK(container.resources->resource_memory_limit == "4k");
  CHECK(container.resources->memory_limit == 4e-6);
  REQUIRE(container.resources->accelerator);
  CHECK(container.resources->accelerator->resource_type == "nvidia.com/gpu");
  CHECK(container.resources->accelerator->resource_count == "1");
  CHECK(container.resources->accelerator->count == 1);
  options = {};
  options.accelerator_type = constant("nvidia.com/gpu");
  options.accelerator_count = constant(4);
  CHECK(lower_container(c, c.graph[id], options).resources->accelerator->count == 4);
}

namespace {

ir::PlatformOption kubernetes(const char* config) {
  return {"kubernetes", constant(std::get<Json>(parse_json(config)))};
}

std::string told(const ir::Graph& graph, const ir::TaskOptions& options, ir::ScopeId scope,
                 Target target = Target::kfp) {
  const auto platforms = lower_platforms({graph, {.target = target}, {}}, options, scope);
  REQUIRE(platforms.size() == 1);
  CHECK(platforms[0].first == "kubernetes");
  return dump(platforms[0].second);
}

}  // namespace

TEST_CASE("what a platform is told several times is merged") {
  TaskOptions options;
  CHECK(lower_platforms({{}, {}, {}}, options, {}).empty());
  options.platform = {
      kubernetes(
          R"({"imagePullPolicy": "Always", "tolerations": [{"key": "a"}], "nodeSelector": {"labels": {"x": "1"}}})"),
      kubernetes(R"({"image_pull_policy": "Never", "tolerations": [{}], "node_selector": {"labels": {"y": "2"}},
                     "securityContext": {"runAsUser": "7"}})"),
      kubernetes(R"({"securityContext": {"runAsGroup": 8}})"),
  };
  CHECK(told({}, options, {}) ==
        R"({"imagePullPolicy":"Never","nodeSelector":{"labels":{"x":"1","y":"2"}},)"
        R"("securityContext":{"runAsGroup":"8","runAsUser":"7"},"tolerations":[{"key":"a"},{}]})");
}

TEST_CASE("values that a platform is told come from where the task sees them") {
  GraphBuilder b("p", {in("name"), in("flag")});
  const ComponentId make = b.container("make", {}, {out("claim")});
  const TaskId made = b.add(make);
  b.graph[made].name = "make";
  ir::TaskOptions options;
  const auto mounting = [&](ir::Argument claim) {
    options.platform = {
        {"kubernetes",
         map({{"pvcMount", list({map({{"mountPath", constant("/m")}, {"pvcNameParameter", std::move(claim)}})})}})}};
  };
  mounting(value(b.graph[made].first_output));
  const ScopeId body = b.graph[made].scope;
  CHECK(told(b.graph, options, body) ==
        R"({"pvcMount":[{"mountPath":"/m","pvcNameParameter":{"taskOutputParameter":{"outputParameterKey":"claim",)"
        R"("producerTask":"make"}},"taskOutputParameter":{"outputParameterKey":"claim","producerTask":"make"}}]})");
  mounting(text({of_value(b.graph[body].first_input)}));
  CHECK(told(b.graph, options, body) == R"({"pvcMount":[{"componentInputParameter":"name","mountPath":"/m",)"
                                        R"("pvcNameParameter":{"componentInputParameter":"name"}}]})");
  mounting(text({of_run(RunPlaceholder::job_id)}));
  CHECK(told(b.graph, options, body) ==
        R"({"pvcMount":[{"constant":"{{$.pipeline_job_uuid}}","mountPath":"/m",)"
        R"("pvcNameParameter":{"runtimeValue":{"constant":"{{$.pipeline_job_uuid}}"}}}]})");
}

TEST_CASE("whether a secret may be missing is not told to releases that do not know the field") {
  TaskOptions options;
  options.platform = {kubernetes(
      R"({"secretAsEnv": [{"secretName": "s", "keyToEnv": [{"secretKey": "k", "envVar": "V"}], "optional": false}]})")};
  CHECK(told({}, options, {}, Target::kfp_2_15).find("\"optional\":false") != std::string::npos);
  CHECK(told({}, options, {}, Target::kfp_2_14).find("optional") == std::string::npos);
}
