// Values that travel between tasks, and what their declared types say of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ir/parameter_values.hpp"

namespace mlpipe::local {

/// Inputs or outputs of a task that are there; what is absent has no entry.
struct Values {
  std::map<std::string, Json> parameters;
  std::map<std::string, std::vector<ir::RuntimeArtifact>> artifacts;
};

using ir::misfit;
using ir::type_word;

/// A value inside of text, as KFP's driver writes it.
std::string text_of(const Json& value);

/// Reads what a step wrote into the file of an output parameter; nothing where that is no value of the type.
std::optional<Json> value_from_text(ir::ParameterType::ParameterTypeEnum type, const std::string& text);

}  // namespace mlpipe::local
