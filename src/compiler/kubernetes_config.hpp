/// What a task tells the platform `kubernetes`: from an option's tree, with values of the pipeline in it, to KFP's
/// message KubernetesExecutorConfig.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "ir/read_message.hpp"
#include "mlpipe/ir/graph.hpp"
#include "mlpipe/ir/kubernetes_executor_config.hpp"

namespace mlpipe::compiler {

using KubernetesConfig = ir::kubernetes::KubernetesExecutorConfig;

/// How a value of the pipeline is told to the backend.
using ParameterOf = std::function<ir::TaskInputsSpec::InputParameterSpec(ir::ValueId)>;

/// An option as the message, or the first field, by name, that the message does not have or that holds what it cannot.
/// (The backend silently drops the whole document of a pipeline for one of these.)
std::variant<KubernetesConfig, ir::ReadProblem> read_kubernetes_config(const ir::Argument& option,
                                                                       const ParameterOf& parameter_of);

/// For checks, which do not ask which value it is.
ir::TaskInputsSpec::InputParameterSpec any_parameter(ir::ValueId value);

/// The value that a field of type InputParameterSpec is given: that value alone, or text of nothing else. None for what
/// is put together.
ir::ValueId lone_value(const ir::Argument& given);

/// Adds what `from` says: lists are appended, maps merged, single fields replaced.
void merge(KubernetesConfig& into, const KubernetesConfig& from);

/// Fills the fields that newer ones replaced and older backends read, as KFP's SDK does.
void fill_deprecated_fields(KubernetesConfig& config);

/// As proto-JSON.
Json to_json(const KubernetesConfig& config);

}  // namespace mlpipe::compiler
