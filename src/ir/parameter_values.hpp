// What a run gives to parameters, against what a spec says of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::ir {

/// For people: `int`, `string`, `list`.
std::string_view type_word(ParameterType::ParameterTypeEnum type);

/// Why a value is none of the parameter's type or literals; nothing where it is one.
std::optional<std::string> misfit(const ComponentInputsSpec::ParameterSpec& parameter, const Json& value);
std::optional<std::string> misfit(ParameterType::ParameterTypeEnum type, const Json& value);

/// The inputs of the whole pipeline; none where the spec has no root.
const ComponentInputsSpec& root_inputs(const PipelineSpec& spec);

/// The values of the pipeline's parameters in a run that is given those, an object; defaults are filled in. What does
/// not fit, or is missing, goes to `diagnostics`.
Json check_parameters(const PipelineSpec& spec, const Json& given, Diagnostics& diagnostics);

}  // namespace mlpipe::ir
