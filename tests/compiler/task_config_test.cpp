#include "compiler/task_config.hpp"

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using compiler::fields_set_by;
using Fields = std::vector<TaskConfigField>;

TEST_CASE("fields are called as the spec calls them") {
  using enum TaskConfigField;
  for (const TaskConfigField field :
       {resources, env, kubernetes_affinity, kubernetes_tolerations, kubernetes_node_selector, kubernetes_volumes}) {
    CHECK(compiler::task_config_field_from_name(compiler::task_config_field_name(field)) == field);
  }
  CHECK(compiler::task_config_field_name(kubernetes_node_selector) == "KUBERNETES_NODE_SELECTOR");
  CHECK_FALSE(compiler::task_config_field_from_name("NONE"));
  const auto lowered = compiler::lower_task_config({{env}, {.field = kubernetes_volumes, .apply_to_task = true}});
  REQUIRE(lowered.size() == 2);
  CHECK(lowered[0] == ir::TaskConfigPassthrough{ir::TaskConfigPassthroughType::ENV, false});
  CHECK(lowered[1] == ir::TaskConfigPassthrough{ir::TaskConfigPassthroughType::KUBERNETES_VOLUMES, true});
}

TEST_CASE("passthroughs are constants, and keep more than there are fields, but not without an end") {
  constexpr TaskConfigPassthroughs two = {{TaskConfigField::resources}, {.field = TaskConfigField::env}};
  static_assert(two.has(TaskConfigField::env) && !two.has(TaskConfigField::kubernetes_affinity) && !two.empty());
  TaskConfigPassthroughs many;
  for (int i = 0; i < 20; ++i) many.add({TaskConfigField::env});
  CHECK(many.end() - many.begin() == 7);
}

TEST_CASE("what a task's options set of its configuration") {
  using enum TaskConfigField;
  TaskOptions options;
  CHECK(fields_set_by(options).empty());
  options.accelerator_type = constant("nvidia.com/gpu");
  options.env = {{"A", constant("1")}};
  options.display_name = constant("shown");
  CHECK(fields_set_by(options) == Fields{resources, env});

  const auto of_platform = [](const char* json) {
    TaskOptions platform;
    platform.platform = {{"kubernetes", {std::get<Json>(parse_json(json))}}};
    return fields_set_by(platform);
  };
  CHECK(of_platform(R"({"imagePullPolicy":"Always","emptyDirMounts":[{"volumeName":"v","mountPath":"/m"}]})").empty());
  CHECK(of_platform(R"({"tolerations":[{"key":"k"}]})") == Fields{kubernetes_tolerations});
  CHECK(of_platform(R"({"nodeSelector":{"labels":{"a":"b"}}})") == Fields{kubernetes_node_selector});
  CHECK(of_platform(R"({"nodeAffinity":[{"matchExpressions":[{"key":"a","operator":"Exists"}]}]})") ==
        Fields{kubernetes_affinity});
  CHECK(of_platform(R"({"podAffinity":[{"topologyKey":"z"}]})") == Fields{kubernetes_affinity});
  for (const char* mount : {"pvcMount", "secretAsVolume", "configMapAsVolume"}) {
    CAPTURE(mount);
    CHECK(of_platform((R"({")" + std::string(mount) + R"(":[{"mountPath":"/m"}]})").c_str()) ==
          Fields{kubernetes_volumes});
  }
  CHECK(of_platform(R"({"bogus":1})").empty());
}
