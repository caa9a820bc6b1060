#include "local/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "json/exact_integer.hpp"
#include "json/shown.hpp"
#include "json/trimmed.hpp"

namespace mlpipe::local {
namespace {

using Type = ir::ParameterType;

bool is_whole(const Json& value) {
  return value.is_integer() || (value.is_real() && std::trunc(value.as_real()) == value.as_real());
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
