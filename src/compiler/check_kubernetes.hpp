/// Whether what a task tells Kubernetes makes sense there. KFP's SDK and compiler look at little of it: most of this is
/// otherwise found when a step's pod is made, or never.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/kubernetes_config.hpp"
#include "mlpipe/diagnostic.hpp"

namespace mlpipe::compiler {

struct KubernetesProblem {
  Code code;
  std::string message;
  std::string hint;  ///< may be empty
};

/// All that is wrong with a config, in the order of the message's fields. `variables` are the environment variables
/// that the task sets otherwise.
std::vector<KubernetesProblem> check_kubernetes(const KubernetesConfig& config,
                                                const std::vector<std::string_view>& variables = {});

}  // namespace mlpipe::compiler
