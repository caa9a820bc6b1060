#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

ir::Configuration with_workspace(std::string size, Json patch = {}) {
  ir::Configuration configuration;
  configuration.workspace = {std::move(size), std::move(patch)};
  return configuration;
}

GraphBuilder configured(ir::Configuration configuration) {
  GraphBuilder b;
  configuration.location = line(3);
  b.graph[b.graph.root].configuration = std::move(configuration);
  b.add(b.container("c"));
  return b;
}

Diagnostics of(ir::Configuration configuration) { return diagnose(configured(std::move(configuration)).graph); }

std::string told(ir::Configuration configuration) {
  const auto result = compile_graph(configured(std::move(configuration)).graph);
  REQUIRE(result.documents);
  if (!result.documents->platform) return "";
  const auto& config = result.documents->platform->platforms.at("kubernetes").pipelineConfig;
  REQUIRE(config);
  std::string text;
  if (config->workspace) text += config->workspace->size + dump(*config->workspace->kubernetes->pvc_spec_patch);
  for (const int span : {config->resource_ttl_on_completion, config->resource_ttl_on_success,
                         config->resource_ttl_on_failure, config->active_deadline_seconds})
    text += ' ' + std::to_string(span);
  return text;
}

}  // namespace

TEST_CASE("a pipeline's configuration is in the spec") {
  CHECK(told({}).empty());
  CHECK(told(with_workspace("5Gi")) == "5Gi{} 0 0 0 0");
  CHECK(told(with_workspace(
            "5K", Json::object({{"storageClassName", "fast"}, {"accessModes", Json::array({"ReadWriteMany"})}}))) ==
        R"(5k{"accessModes":["ReadWriteMany"],"storageClassName":"fast"} 0 0 0 0)");
  ir::Configuration spans;
  spans.ttl_after_finished = 60;
  spans.ttl_after_success = 9;
  spans.ttl_after_failure = 2147483647;
  spans.active_deadline = 1;
  CHECK(told(spans) == " 60 9 2147483647 1");
}

TEST_CASE("workspaces that backends do not take") {
  for (const char* size : {"", "much", "0", "-5Gi", "5 Gi"}) {
    const Diagnostic found = the_only(of(with_workspace(size)), Code::bad_workspace,
                                      "pipeline `p`: " + dump(Json(size)) + " is no size of a workspace", "5Gi");
    CHECK(lines_of(found) == Lines{3});
  }
  the_only(of(with_workspace("5Gi", Json::array())), Code::bad_workspace,
           "pipeline `p`: the patch of its workspace's claim is a list", "object");
  the_only(of(with_workspace("5Gi", Json::object({{"storageClass", "fast"}}))), Code::bad_workspace,
           "pipeline `p`: the patch of its workspace's claim sets `storageClass`, which backends do not take",
           "storageClassName");
  the_only(of(with_workspace("5Gi", Json::object({{"storageClassName", 7}}))), Code::bad_workspace,
           "pipeline `p`: 7 is no storage class of a workspace's claim", "lower-case");
  for (const Json& modes : {Json("ReadWriteMany"), Json::array(), Json::array({"RWX"})}) {
    the_only(of(with_workspace("5Gi", Json::object({{"accessModes", modes}}))), Code::bad_workspace,
             "pipeline `p`: " + dump(modes) + " is no list of access modes", "ReadWriteOnce");
  }
}

TEST_CASE("spans of time that the spec cannot hold") {
  const auto with = [](std::optional<std::int64_t> ir::Configuration::*span, std::int64_t seconds) {
    ir::Configuration configuration;
    configuration.*span = seconds;
    return of(configuration);
  };
  using C = ir::Configuration;
  the_only(with(&C::ttl_after_finished, 0), Code::bad_time_limit, "pipeline `p`: the time to live after the end is 0 s",
           "at least 1 s");
  the_only(with(&C::ttl_after_success, -1), Code::bad_time_limit,
           "pipeline `p`: the time to live after success is -1 s", "at least 1 s");
  the_only(with(&C::ttl_after_failure, 2147483648), Code::bad_time_limit,
           "pipeline `p`: the time to live after failure is 2147483648 s", "at most 2147483647 s");
  the_only(with(&C::active_deadline, 0), Code::bad_time_limit, "pipeline `p`: the deadline is 0 s", "at least 1 s");
}

TEST_CASE("the configuration of a sub-pipeline does not count") {
  GraphBuilder b;
  const ComponentId inner = b.open_pipeline("inner");
  b.add(b.container("c"));
  b.close();
  b.graph[inner].configuration = with_workspace("nothing that is looked at");
  b.graph[inner].configuration->location = line(8);
  b.add(inner);
  const Diagnostic found = the_only(diagnose(b.graph), Code::configuration_ignored,
                                    "pipeline `inner` is configured, but another one calls it", "part");
  CHECK(lines_of(found) == Lines{8});
}

TEST_CASE("with a workspace, what lies in it can be used") {
  for (const bool has_one : {false, true}) {
    GraphBuilder b = configured(has_one ? with_workspace("5Gi") : ir::Configuration());
    b.add(b.container("use", {in("folder")}, {}, running({word(part(SegmentKind::input_value, "folder"))})),
          {{"folder", text({of_run(RunPlaceholder::workspace_path), literal("/data")})}});
    const Diagnostics diagnostics = diagnose(b.graph);
    if (has_one)
      CHECK(diagnostics.empty());
    else
      the_only(diagnostics, Code::no_workspace,
               "task `use`: input `folder` is in the run's workspace, but the pipeline has none", "p.configure");
  }
}
