#include "compiler/targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mlpipe {
namespace {

using compiler::Release;

struct TargetRow {
  Target target;
  std::string_view name, title;
  Release release;  ///< of Kubeflow Pipelines 2.x; 0: something else
};

// By enumerator.
constexpr std::array targets = {
    TargetRow{Target::kfp_2_14, "kfp-2.14", "Kubeflow Pipelines 2.14", 14},
    TargetRow{Target::kfp_2_15, "kfp-2.15", "Kubeflow Pipelines 2.15", 15},
    TargetRow{Target::kfp_2_16, "kfp-2.16", "Kubeflow Pipelines 2.16", 16},
    TargetRow{Target::kfp_2_17, "kfp", "Kubeflow Pipelines", 17},
    TargetRow{Target::kfp_next, "kfp-next", "the next release of Kubeflow Pipelines", 18},
    TargetRow{Target::vertex, "vertex", "Vertex AI Pipelines", 0},
    TargetRow{Target::local, "local", "mlpipe's own engine", 0},
};

constexpr std::string_view newest_release = "kfp-2.17";

constexpr const TargetRow& row_of(Target target) { return targets[static_cast<std::size_t>(target)]; }

}  // namespace

std::string_view name_of(Target target) { return row_of(target).name; }
std::string_view title_of(Target target) { return row_of(target).title; }

std::optional<Target> find_target(std::string_view name) {
  if (name == newest_release) return Target::kfp;
  const auto found = std::find_if(targets.begin(), targets.end(), [&](const auto& row) { return row.name == name; });
  return found == targets.end() ? std::nullopt : std::optional(found->target);
}

std::vector<std::string_view> target_names() {
  std::vector<std::string_view> names = {name_of(Target::kfp), newest_release};
  for (auto row = targets.rbegin(); row != targets.rend(); ++row) {
    if (row->release != 0 && row->target < Target::kfp) names.push_back(row->name);
  }
  for (const TargetRow& row : targets) {
    if (row.target > Target::kfp) names.push_back(row.name);
  }
  return names;
}

namespace compiler {
namespace {

// The one table of what targets can carry. (mlpipe's own engine says itself what it cannot run.) The releases of
// Kubeflow Pipelines are those whose protos first have the fields; loops and placeholders, which no field shows, are
// what its compiler to Argo and its driver do with them.
constexpr std::array features = {
    FeatureRow{Feature::artifact_loop, "a loop over artifacts", never, true, true},
    FeatureRow{Feature::cache_key, "a cache key", always, false, true},
    FeatureRow{Feature::task_config,
               "the task's configuration as an input",
               15,
               false,
               true,
               {"ParameterType.TASK_CONFIG", "ComponentSpec.task_config_passthroughs", "TaskConfigPassthrough",
                "TaskConfigPassthroughType"}},
    FeatureRow{Feature::parameter_literals,
               "the list of an input's allowed values",
               16,
               false,
               true,
               {"ComponentInputsSpec.ParameterSpec.literals"}},
    FeatureRow{Feature::workspace, "a workspace", always, false, true},
    FeatureRow{Feature::importer_download,
               "an importer's copy into the workspace",
               15,
               false,
               true,
               {"PipelineDeploymentConfig.ImporterSpec.download_to_workspace"}},
    FeatureRow{Feature::run_lifetime,
               "a deadline or time to live of runs",
               17,
               false,
               true,
               {"PipelineConfig.active_deadline_seconds", "PipelineConfig.resource_ttl_on_completion",
                "PipelineConfig.resource_ttl_on_failure", "PipelineConfig.resource_ttl_on_success"}},
    FeatureRow{Feature::kubernetes, "options of Kubernetes", always, false, true},
    FeatureRow{Feature::optional_variables,
               "variables from secrets or config maps that may be missing",
               15,
               false,
               true,
               {"SecretAsEnv.optional", "ConfigMapAsEnv.optional"}},
    FeatureRow{Feature::claim_sub_path, "a sub-path of a mounted claim", 16, false, true, {"PvcMount.sub_path"}},
    FeatureRow{Feature::security_context,
               "a security context",
               16,
               false,
               true,
               {"KubernetesExecutorConfig.security_context", "SecurityContext"}},
    FeatureRow{Feature::claim_data_source,
               "a data source of a claim",
               17,
               false,
               true,
               {"CreatePvc.data_source", "TypedLocalObjectReference"}},
    FeatureRow{Feature::init_containers,
               "init containers",
               18,
               false,
               true,
               {"KubernetesExecutorConfig.init_containers", "InitContainer"}},
    FeatureRow{Feature::pipeline_root, "`run::pipeline_root`", never, true, true},
    FeatureRow{Feature::artifact_metadata, "metadata of artifacts in text", never, true, true},
    FeatureRow{Feature::artifact_list, "a list of artifacts in text", never, true, true},
    FeatureRow{Feature::executor_output, "the path of the executor output", never, true, true},
    FeatureRow{Feature::google_cloud, "what Google's cloud tells of a run", never, true, false},
};

}  // namespace

const FeatureRow& row_of(Feature feature) { return features[static_cast<std::size_t>(feature)]; }

bool carries(Target target, Feature feature) {
  const FeatureRow& row = row_of(feature);
  if (target == Target::vertex) return row.on_vertex;
  if (target == Target::local) return row.on_local;
  return mlpipe::row_of(target).release >= row.since;
}

std::string carriers_of(Feature feature) {
  const FeatureRow& row = row_of(feature);
  std::string who;
  const auto add = [&who](std::string_view more) {
    if (!who.empty()) who += ", ";
    who += more;
  };
  const TargetRow* const first = std::find_if(targets.begin(), targets.end(), [&](const TargetRow& target) {
    return target.release != 0 && target.release >= row.since;
  });
  if (row.since == always)
    add("any `kfp`");
  else if (first != targets.end())
    add(fmt::format("`{}` and newer", first->name));
  if (row.on_vertex) add(fmt::format("`{}`", name_of(Target::vertex)));
  return who;
}

namespace {

std::optional<Feature> feature_of(ir::RunPlaceholder placeholder) {
  using Run = ir::RunPlaceholder;
  switch (placeholder) {
    case Run::job_name:
    case Run::job_resource_name:
    case Run::job_id:
    case Run::task_name:
    case Run::task_id:
    case Run::create_time:
    case Run::schedule_time:
      return std::nullopt;
    case Run::pipeline_root:
      return Feature::pipeline_root;
    case Run::workspace_path:
      return Feature::workspace;
    case Run::google_cloud_project_id:
    case Run::google_cloud_location:
    case Run::service_account:
    case Run::network:
    case Run::encryption_key_name:
    case Run::persistent_resource_id:
      return Feature::google_cloud;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Feature> feature_of(const ir::Segment& placeholder) {
  using Kind = ir::SegmentKind;
  switch (placeholder.kind) {
    case Kind::input_metadata:
    case Kind::output_metadata:
      return Feature::artifact_metadata;
    case Kind::input_list:
    case Kind::output_list:
      return Feature::artifact_list;
    case Kind::executor_output:
      return Feature::executor_output;
    case Kind::run:
      break;
    default:
      return std::nullopt;
  }
  return feature_of(placeholder.run);
}

bool runs_on_argo(Target target) { return mlpipe::row_of(target).release != 0; }

}  // namespace compiler
}  // namespace mlpipe
