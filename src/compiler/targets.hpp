/// What each target can carry: the table is in targets.cpp, and nowhere else.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mlpipe/compiler/target.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe::compiler {

/// What not every target has. (What all of them have is not listed.)
enum class Feature : std::uint8_t {
  artifact_loop,
  cache_key,
  task_config,
  parameter_literals,
  workspace,
  importer_download,
  run_lifetime,
  kubernetes,
  optional_variables,
  claim_sub_path,
  security_context,
  claim_data_source,
  init_containers,
  pipeline_root,
  artifact_metadata,
  artifact_list,
  executor_output,
  google_cloud,
};

/// Of Kubeflow Pipelines 2.x: the first release with a feature.
using Release = std::uint8_t;
inline constexpr Release always = 0, never = 255;

struct FeatureRow {
  Feature feature;
  std::string_view what;  ///< as messages have it: `a cache key`
  Release since;          ///< of Kubeflow Pipelines
  bool on_vertex;
  bool on_local;
  /// The fields of the spec's protos that make it, as `Message.field`; what a release lacks, its protos lack.
  std::array<std::string_view, 4> fields = {};
};

const FeatureRow& row_of(Feature feature);

bool carries(Target target, Feature feature);

/// The names of the targets that carry it, for people: `kfp-2.16` and newer, `vertex`.
std::string carriers_of(Feature feature);

/// What a placeholder needs; none where all targets replace it.
std::optional<Feature> feature_of(const ir::Segment& placeholder);

/// Whether the target runs a pipeline as an Argo workflow, with the limits of those.
bool runs_on_argo(Target target);

}  // namespace mlpipe::compiler
