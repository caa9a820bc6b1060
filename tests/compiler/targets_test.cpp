#include "compiler/targets.hpp"

#include <algorithm>

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::compiler;

namespace {

constexpr std::array all = {Target::kfp_2_14, Target::kfp_2_15, Target::kfp_2_16, Target::kfp_2_17,
                            Target::kfp_next, Target::vertex,   Target::local};

}  // namespace

TEST_CASE("targets are known by their names, the newest release of KFP by two") {
  for (const Target target : all) CHECK(find_target(name_of(target)) == target);
  CHECK(find_target("kfp") == Target::kfp);
  CHECK(find_target("kfp-2.17") == Target::kfp);
  CHECK_FALSE(find_target("kfp-1"));
  CHECK_FALSE(find_target(""));
  CHECK(target_names() == std::vector<std::string_view>{"kfp", "kfp-2.17", "kfp-2.16", "kfp-2.15", "kfp-2.14",
                                                        "kfp-next", "vertex", "local"});
  for (const std::string_view name : target_names()) CHECK(find_target(name));
  CHECK(title_of(Target::kfp) == "Kubeflow Pipelines");
  CHECK(title_of(Target::kfp_2_14) == "Kubeflow Pipelines 2.14");
}

TEST_CASE("each feature has its row, and some target that carries it") {
  for (auto feature = Feature::artifact_loop; feature <= Feature::google_cloud;
       feature = static_cast<Feature>(static_cast<int>(feature) + 1)) {
    CHECK(row_of(feature).feature == feature);
    INFO(row_of(feature).what);
    CHECK(std::any_of(all.begin(), all.end(), [&](Target target) { return carries(target, feature); }));
    CHECK_FALSE(carriers_of(feature).empty());
  }
}

TEST_CASE("a release of KFP carries what it and those before it brought") {
  CHECK_FALSE(carries(Target::kfp_2_14, Feature::task_config));
  CHECK(carries(Target::kfp_2_15, Feature::task_config));
  CHECK(carries(Target::kfp_next, Feature::task_config));
  CHECK_FALSE(carries(Target::kfp, Feature::init_containers));
  CHECK(carriers_of(Feature::init_containers) == "`kfp-next` and newer");
  CHECK(carriers_of(Feature::cache_key) == "any `kfp`");
  CHECK(carriers_of(Feature::pipeline_root) == "`vertex`");
  CHECK(runs_on_argo(Target::kfp_2_14));
  CHECK_FALSE(runs_on_argo(Target::vertex));
  CHECK_FALSE(runs_on_argo(Target::local));
}

TEST_CASE("which placeholders need more than every target has") {
  const auto feature_of_run = [](ir::RunPlaceholder placeholder) {
    return feature_of({ir::SegmentKind::run, placeholder, {}, {}, {}});
  };
  CHECK_FALSE(feature_of_run(ir::RunPlaceholder::job_id));
  CHECK_FALSE(feature_of_run(ir::RunPlaceholder::schedule_time));
  CHECK(feature_of_run(ir::RunPlaceholder::pipeline_root) == Feature::pipeline_root);
  CHECK(feature_of_run(ir::RunPlaceholder::workspace_path) == Feature::workspace);
  CHECK(feature_of_run(ir::RunPlaceholder::google_cloud_project_id) == Feature::google_cloud);
  CHECK(feature_of_run(ir::RunPlaceholder::persistent_resource_id) == Feature::google_cloud);
  CHECK(feature_of({ir::SegmentKind::input_metadata, {}, {}, "x", "k"}) == Feature::artifact_metadata);
  CHECK(feature_of({ir::SegmentKind::executor_output, {}, {}, {}, {}}) == Feature::executor_output);
  CHECK_FALSE(feature_of({ir::SegmentKind::input_value, {}, {}, "x", {}}));
}
