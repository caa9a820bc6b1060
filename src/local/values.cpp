#include "local/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "json/exact_integer.hpp"
#include "json/shown.hpp"

namespace mlpipe::local {
namespace {

using Type = ir::ParameterType;

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

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class Number>
std::optional<Json> number_from(std::string_view text) {
  Number value{};
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return Json(value);
}

std::optional<Json> boolean_from(std::string_view text) {
  for (const std::string_view yes : {"1", "t", "T", "TRUE", "true", "True"}) {
    if (text == yes) return Json(true);
  }
  for (const std::string_view no : {"0", "f", "F", "FALSE", "false", "False"}) {
    if (text == no) return Json(false);
  }
  return std::nullopt;
}

}  // namespace

std::string_view type_name(Type::ParameterTypeEnum type) {
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
  return fmt::format("{} is wanted, and {} is given", type_name(type), shown(value));
}

std::optional<std::string> misfit(const ir::ComponentInputsSpec::ParameterSpec& parameter, const Json& value) {
  if (auto reason = misfit(parameter.parameter_type, value)) return reason;
  const auto& allowed = parameter.literals;
  if (allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return std::nullopt;
  return fmt::format("{} is wanted, and {} is given", one_of(allowed), shown(value));
}

std::string text_of(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.as_string();
  if (value.is_real() && is_whole(value) && std::fabs(value.as_real()) <= static_cast<double>(largest_exact_integer))
    return std::to_string(static_cast<std::int64_t>(value.as_real()));
  return dump(value);
}

std::optional<Json> value_from_text(Type::ParameterTypeEnum type, const std::string& text) {
  switch (type) {
    case Type::STRING:
      return Json(text);
    case Type::NUMBER_INTEGER:
      return number_from<std::int64_t>(trimmed(text));
    case Type::NUMBER_DOUBLE:
      if (auto number = number_from<double>(trimmed(text)); number && std::isfinite(number->as_real())) return number;
      return std::nullopt;
    case Type::BOOLEAN:
      return boolean_from(trimmed(text));
    default: {
      auto parsed = parse_json(text);
      auto* const value = std::get_if<Json>(&parsed);
      if (value == nullptr || misfit(type, *value)) return std::nullopt;
      return std::move(*value);
    }
  }
}

}  // namespace mlpipe::local
