/// What a task may tell the platform `kubernetes`: KFP's message KubernetesExecutorConfig, as proto-JSON.
#pragma once

#include <optional>
#include <string>

#include "mlpipe/json.hpp"

namespace mlpipe::compiler {

struct ConfigProblem {
  std::string message;  ///< "`nodeSelector` is an integer, not an object"
  std::string hint;     ///< may be empty
};

/// The first field, by name, that the message does not have or that holds what it cannot. The backend
/// silently drops the whole document of a pipeline for one of these.
std::optional<ConfigProblem> check_kubernetes_config(const Json& config);

}  // namespace mlpipe::compiler
