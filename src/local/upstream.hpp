// What tasks of a DAG wait for.
#pragma once

#include <set>
#include <string>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::local {

/// The tasks of the same DAG that must have settled before this one: by data or by order.
inline std::set<std::string> upstream_of(const ir::PipelineTaskSpec& task) {
  using Parameter = ir::TaskInputsSpec::InputParameterSpec;
  using Artifact = ir::TaskInputsSpec::InputArtifactSpec;
  std::set<std::string> names(task.dependent_tasks.begin(), task.dependent_tasks.end());
  if (!task.inputs) return names;
  for (const auto& [key, input] : task.inputs->parameters) {
    if (const auto* output = std::get_if<Parameter::TaskOutputParameterSpec>(&input.kind))
      names.insert(output->producer_task);
  }
  for (const auto& [key, input] : task.inputs->artifacts) {
    if (const auto* output = std::get_if<Artifact::TaskOutputArtifactSpec>(&input.kind))
      names.insert(output->producer_task);
  }
  return names;
}

}  // namespace mlpipe::local
