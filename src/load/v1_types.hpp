// Types and defaults of a component.yaml (v1), as KFP's SDK 2 takes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "load/fields.hpp"
#include "mlpipe/json.hpp"
#include "mlpipe/type.hpp"

namespace mlpipe::load {

/// The type that a name stands for: a parameter's, in any case and with what it is generic over (`List[str]`); one of
/// KFP's or Google's artifacts; for anything else `system.Artifact`.
Type v1_type(std::string_view name);

/// A default as a value of the type. Reports what the SDK cannot cast as an error, and what it writes into the spec
/// although no run could use it as a warning; then there is none.
std::optional<Json> v1_default(Reporter& reporter, const yaml::Node& given, const Type& type, const std::string& input);

/// Whether a value is one of the parameter type: its kind, and that numbers arrive as they are. An integer may stand
/// for a real number.
bool is_value_of(const Json& value, const Type& type);

}  // namespace mlpipe::load
