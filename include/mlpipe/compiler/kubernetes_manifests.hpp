/// A compiled pipeline as resources of Kubernetes: `Pipeline` and `PipelineVersion`, for `kubectl apply` where Kubeflow
/// Pipelines keeps its pipelines in Kubernetes.
#pragma once

#include <string>
#include <variant>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/pipeline_spec_fwd.hpp"

namespace mlpipe {

/// What the resources say beside the pipeline.
struct KubernetesManifestOptions {
  std::string pipeline_name = {};                  ///< of the resource `Pipeline`; empty: the pipeline's own
  std::string pipeline_display_name = {};          ///< empty: the pipeline's own, else pipeline_name
  std::string pipeline_version_name = {};          ///< of the resource `PipelineVersion`; empty: pipeline_name
  std::string pipeline_version_display_name = {};  ///< empty: pipeline_version_name
  std::string namespace_name = {};                 ///< empty: none is said, and `kubectl` decides
  bool include_pipeline_manifest = false;          ///< whether the `Pipeline` stands before its version
};

/// The manifests as YAML; or, where a name is none that Kubernetes takes, all that is wrong.
std::variant<std::string, Diagnostics> to_kubernetes_manifests(const ir::PipelineDocuments& documents,
                                                               const KubernetesManifestOptions& options = {});

}  // namespace mlpipe
