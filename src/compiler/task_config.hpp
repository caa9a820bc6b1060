/// What components hand on of their tasks' configuration.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mlpipe/ir/graph.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::compiler {

/// `KUBERNETES_VOLUMES`, as the spec writes it.
std::string_view task_config_field_name(TaskConfigField field);
/// The field that the spec's name stands for, if any.
std::optional<TaskConfigField> task_config_field_from_name(std::string_view name);

std::vector<ir::TaskConfigPassthrough> lower_task_config(const TaskConfigPassthroughs& given);

/// The parts of the configuration that a task's options set, each once. Platform options that are not understood set
/// nothing.
std::vector<TaskConfigField> fields_set_by(const ir::TaskOptions& options);

}  // namespace mlpipe::compiler
