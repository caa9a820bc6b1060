/// What a pipeline says of its runs as wholes.
#pragma once

#include <string>

#include "mlpipe/dsl/seconds.hpp"
#include "mlpipe/json.hpp"

namespace mlpipe {

/// How Kubernetes is to claim the workspace.
struct KubernetesWorkspaceConfig {
  Json pvc_spec_patch = {};  ///< an object: `storageClassName` (a string), `accessModes` (a list)
};

/// A volume that all steps of a run share: they find it at `run::workspace_path`.
struct WorkspaceConfig {
  std::string size = {};  ///< "5Gi"; empty: there is no workspace
  KubernetesWorkspaceConfig kubernetes = {};
};

/// What Pipeline::configure takes, in this order. Spans of time are std::chrono durations of whole seconds, at least
/// one.
struct PipelineConfig {
  WorkspaceConfig workspace = {};
  Seconds ttl_after_finished = {};  ///< how long a cluster keeps what has run, unless the next two say otherwise
  Seconds ttl_after_success = {};   ///< the same of runs that succeeded
  Seconds ttl_after_failure = {};   ///< the same of runs that failed
  Seconds active_deadline = {};     ///< after which a run is ended
};

}  // namespace mlpipe
