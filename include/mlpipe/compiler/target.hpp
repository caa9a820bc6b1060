/// What a pipeline is compiled for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mlpipe {

/// A backend, of one release. What a pipeline uses and its target cannot carry is an error when it is compiled; what
/// the target can do without is left out (docs/targets.md has the table).
enum class Target : std::uint8_t {
  kfp_2_14,
  kfp_2_15,
  kfp_2_16,
  kfp_2_17,
  kfp = kfp_2_17,  ///< Kubeflow Pipelines, of the newest release that this mlpipe knows
  kfp_next,        ///< what KFP's repository has beyond its newest release
  vertex,          ///< Vertex AI Pipelines
  local            ///< mlpipe's own engine
};

/// As flags have it: `kfp-2.14`; of the newest release `kfp`.
std::string_view name_of(Target target);

/// For people: `Kubeflow Pipelines 2.14`; of the newest release `Kubeflow Pipelines`.
std::string_view title_of(Target target);

/// The target of a name, `kfp-2.17` being another one of `kfp`; none where there is no such.
std::optional<Target> find_target(std::string_view name);

/// All names that find_target() knows, `kfp` first.
std::vector<std::string_view> target_names();

}  // namespace mlpipe
