#include "load/v1_types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>
#include <utility>
#include <variant>

#include "yaml/scalar.hpp"

namespace mlpipe::load {
namespace {

using yaml::ScalarKind;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// `typing.List[str]` -> `List`; other names as they are.
std::string_view outer_name(std::string_view name) {
  constexpr std::string_view module = "typing.";
  if (name.starts_with(module)) name.remove_prefix(module.size());
  const std::string start = lower(name.substr(0, 4));
  return start == "list" || start == "dict" ? name.substr(0, name.find('[')) : name;
}

struct ParameterName {
  std::string_view name;
  Type::Kind kind;
};
constexpr ParameterName parameter_names[] = {
    {"integer", Type::integer}, {"int", Type::integer},    {"double", Type::number}, {"float", Type::number},
    {"string", Type::string},   {"str", Type::string},     {"text", Type::string},   {"bool", Type::boolean},
    {"boolean", Type::boolean}, {"dict", Type::structure}, {"list", Type::list},     {"jsonobject", Type::structure},
    {"jsonarray", Type::list},
};

constexpr std::string_view artifact_names[] = {
    "Artifact", "Model",   "Dataset", "Metrics", "ClassificationMetrics", "SlicedClassificationMetrics",
    "HTML",     "Markdown"};

bool is_google_type(std::string_view name) {
  constexpr std::string_view prefix = "google.";
  if (!name.starts_with(prefix) || name.size() == prefix.size()) return false;
  name.remove_prefix(prefix.size());
  return std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

// ---- Defaults: what Python's str(), int(), float() and the SDK's own casts make of a YAML scalar ----

std::string as_python_text(const yaml::Node& given) {
  const Json value = yaml::value_of(given);
  if (value.is_boolean()) return value.as_boolean() ? "True" : "False";
  if (value.is_real() && std::isinf(value.as_real())) return value.as_real() < 0 ? "-inf" : "inf";
  if (value.is_real() && std::isnan(value.as_real())) return "nan";
  return value.is_string() ? value.as_string() : dump(value);
}

/// The text of a number without the blanks around it and the `_` between its digits; empty where those are elsewhere.
std::string bare_number(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('+')) return {};
  const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '_')
      result += text[at];
    else if (at == 0 || !is_digit(at - 1) || !is_digit(at + 1))
      return {};
  }
  return result;
}

std::optional<Json> parse_real(std::string_view text) {
  const std::string bare = bare_number(text);
  double value = 0;
  const auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), value);
  if (error == std::errc::invalid_argument || end != bare.data() + bare.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) value = std::numeric_limits<double>::infinity();
  return Json(value);
}

std::optional<Json> parse_integer(std::string_view text) {
  const std::string bare = bare_number(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), value);
  if (error == std::errc::invalid_argument || end != bare.data() + bare.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return Json(std::numeric_limits<double>::infinity());
  return Json(value);
}

std::optional<Json> cast_integer(const Json& value) {
  if (value.is_string()) return parse_integer(value.as_string());
  if (value.is_boolean()) return Json(value.as_boolean() ? 1 : 0);
  if (value.is_integer()) return value;
  const double whole = std::trunc(value.as_real());
  if (!std::isfinite(whole)) return std::nullopt;
  if (std::abs(whole) >= 0x1p63) return Json(std::numeric_limits<double>::infinity());
  return Json(static_cast<std::int64_t>(whole));
}

std::optional<Json> cast_real(const Json& value) {
  if (value.is_string()) return parse_real(value.as_string());
  if (value.is_boolean()) return Json(value.as_boolean() ? 1.0 : 0.0);
  return Json(value.as_real());
}

std::optional<Json> cast_boolean(const Json& value) {
  if (value.is_boolean()) return value;
  if (value.is_number()) return Json(value.as_real() != 0);
  const std::string word = lower(value.as_string());
  for (const std::string_view yes : {"y", "yes", "t", "true", "on", "1"}) {
    if (word == yes) return Json(true);
  }
  for (const std::string_view no : {"n", "no", "f", "false", "off", "0"}) {
    if (word == no) return Json(false);
  }
  return std::nullopt;
}

Json cast_json(const Json& value) {
  if (!value.is_string()) return value;
  const auto parsed = parse_json(value.as_string());
  const Json* json = std::get_if<Json>(&parsed);
  return json != nullptr ? *json : value;
}

std::optional<Json> cast(const yaml::Node& given, const Type& type) {
  const Json value = yaml::value_of(given);
  switch (type.kind()) {
    case Type::string:
      return Json(as_python_text(given));
    case Type::integer:
      return cast_integer(value);
    case Type::number:
      return cast_real(value);
    case Type::boolean:
      return cast_boolean(value);
    default:
      return cast_json(value);
  }
}

bool is_exact(const Json& number) {
  if (number.is_real()) return std::isfinite(number.as_real());
  const std::int64_t value = number.as_integer();
  const auto rounded = static_cast<double>(value);
  return rounded < 0x1p63 && static_cast<std::int64_t>(rounded) == value;
}

}  // namespace

Type v1_type(std::string_view name) {
  if (name == "PipelineTaskFinalStatus") return Type::task_final_status;
  const std::string_view outer = outer_name(name);
  const std::string lowered = lower(outer);
  for (const ParameterName& parameter : parameter_names) {
    if (parameter.name == lowered) return parameter.kind;
  }
  if (is_google_type(outer)) return Type::artifact(outer);
  for (const std::string_view artifact : artifact_names) {
    if (lower(artifact) == lowered) return Type::artifact(fmt::format("system.{}", artifact));
  }
  return Type::artifact("system.Artifact");
}

bool is_value_of(const Json& value, const Type& type) {
  switch (type.kind()) {
    case Type::string:
      return value.is_string();
    case Type::integer:
      return value.is_integer() && is_exact(value);
    case Type::number:
      return value.is_number() && is_exact(value);
    case Type::boolean:
      return value.is_boolean();
    case Type::list:
      return value.is_array();
    case Type::structure:
      return value.is_object();
    default:
      return false;
  }
}

std::optional<Json> v1_default(Reporter& reporter, const yaml::Node& given, const Type& type,
                               const std::string& input) {
  if (!given.is_scalar() || yaml::kind_of(given) == ScalarKind::timestamp) {
    reporter.wrong(given, fmt::format("the default of input `{}`", input), "a text, a number or a boolean");
    return std::nullopt;
  }
  const auto left_out = [&](const std::string& why) {
    reporter.report(Code::default_left_out, given, fmt::format("the default of input `{}` is left out: {}", input, why),
                    "the input stays optional");
    return std::nullopt;
  };
  if (type.kind() == Type::task_final_status) return left_out("the backend fills this input");
  if (type.is_artifact()) return left_out("an artifact has none");
  std::optional<Json> value = cast(given, type);
  if (!value) {
    reporter.report(
        Code::bad_default, given,
        fmt::format("the default of input `{}` is {}, which is no {}", input, yaml::describe(given), to_string(type)));
    return std::nullopt;
  }
  if (!is_value_of(*value, type)) return left_out(fmt::format("{} is no {}", yaml::describe(given), to_string(type)));
  return value;
}

}  // namespace mlpipe::load
