#include "ir/parameter_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "json/shown.hpp"

namespace mlpipe::ir {
namespace {

using Type = ParameterType;

bool is_whole(const Json& value) {
  return value.is_integer() || (value.is_real() && std::trunc(value.as_real()) == value.as_real());
}

bool is_of_type(Type::ParameterTypeEnum type, const Json& value) {
  switch (type) {
    case Type::NUMBER_DOUBLE:
      return value.is_number();
    case Type::NUMBER_INTEGER:
      return is_whole(value);
    case Type::STRING:
      return value.is_string();
    case Type::BOOLEAN:
      return value.is_boolean();
    case Type::LIST:
      return value.is_array();
    case Type::STRUCT:
      return value.is_object();
    default:
      return !value.is_null();
  }
}

}  // namespace

std::string_view type_word(Type::ParameterTypeEnum type) {
  switch (type) {
    case Type::NUMBER_DOUBLE:
      return "double";
    case Type::NUMBER_INTEGER:
      return "int";
    case Type::STRING:
      return "string";
    case Type::BOOLEAN:
      return "bool";
    case Type::LIST:
      return "list";
    case Type::STRUCT:
      return "JSON object";
    default:
      return "value of an unknown type";
  }
}

std::optional<std::string> misfit(Type::ParameterTypeEnum type, const Json& value) {
  if (is_of_type(type, value)) return std::nullopt;
  return fmt::format("{} is wanted, and {} is given", type_word(type), shown(value));
}

std::optional<std::string> misfit(const ComponentInputsSpec::ParameterSpec& parameter, const Json& value) {
  if (auto reason = misfit(parameter.parameter_type, value)) return reason;
  const auto& allowed = parameter.literals;
  if (allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return std::nullopt;
  return fmt::format("{} is wanted, and {} is given", one_of(allowed), shown(value));
}

const ComponentInputsSpec& root_inputs(const PipelineSpec& spec) {
  static const ComponentInputsSpec none;
  return spec.root && spec.root->input_definitions ? *spec.root->input_definitions : none;
}

Json check_parameters(const PipelineSpec& spec, const Json& given, Diagnostics& diagnostics) {
  const auto complain = [&](std::string message) {
    diagnostics.emplace_back(Code::bad_run_parameter, SourceLocation{}, std::move(message));
  };
  const auto& inputs = root_inputs(spec);
  Json values = Json::object();
  if (!given.is_object()) {
    complain("the parameters of a run are a JSON object");
    return values;
  }
  for (const Json::Member& member : given.as_object()) {
    if (!inputs.parameters.contains(member.key)) complain(fmt::format("the pipeline has no input `{}`", member.key));
  }
  for (const auto& [name, parameter] : inputs.parameters) {
    const Json* const value = given.find(name);
    if (value != nullptr && !(value->is_null() && parameter.is_optional)) {
      if (const auto reason = misfit(parameter, *value)) complain(fmt::format("input `{}`: {}", name, *reason));
      values.set(name, *value);
    } else if (parameter.default_value) {
      values.set(name, *parameter.default_value);
    } else if (!parameter.is_optional) {
      complain(fmt::format("the required input `{}` ({}) is not given", name, type_word(parameter.parameter_type)));
    }
  }
  return values;
}

}  // namespace mlpipe::ir
