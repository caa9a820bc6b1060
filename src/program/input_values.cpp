#include "program/input_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace mlpipe::program {
namespace {

template <class Number>
std::optional<Json> read_number(std::string_view text) {
  Number value{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return Json(value);
}

std::optional<Json> read_json(std::string_view text, bool list) {
  auto parsed = parse_json(text);
  auto* const value = std::get_if<Json>(&parsed);
  if (value == nullptr || !(list ? value->is_array() : value->is_object())) return std::nullopt;
  return std::move(*value);
}

std::optional<Json> read_value(const Type& type, std::string_view text) {
  switch (type.kind()) {
    case Type::string:
      return Json(text);
    case Type::integer:
      return read_number<std::int64_t>(text);
    case Type::number:
      if (auto number = read_number<double>(text); number && std::isfinite(number->as_real())) return number;
      return std::nullopt;
    case Type::boolean:
      if (text == "true" || text == "false") return Json(text == "true");
      return std::nullopt;
    case Type::list:
      return read_json(text, true);
    default:
      return read_json(text, false);
  }
}

std::string wanted(const ir::InputDefinition& input) {
  switch (input.type.kind()) {
    case Type::boolean:
      return "bool (true or false)";
    case Type::list:
      return to_string(input.type) + " (a JSON array)";
    case Type::structure:
      return to_string(input.type) + " (a JSON object)";
    default:
      return to_string(input.type);
  }
}

}  // namespace

std::variant<Json, BadValue> read_input_value(const ir::InputDefinition& input, std::string_view text) {
  const auto bad = [&](const std::string& what) {
    return BadValue{fmt::format("--{}: {} is wanted, and {} is given", input.name, what, dump(Json(text)))};
  };
  if (input.type.is_artifact())
    return BadValue{
        fmt::format("--{}: an artifact ({}) cannot be given on the command line", input.name, to_string(input.type))};
  auto value = read_value(input.type, text);
  if (!value) return bad(wanted(input));
  const auto& allowed = input.literals;
  if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), *value) == allowed.end())
    return bad("one of " + dump(Json(allowed)));
  return std::move(*value);
}

}  // namespace mlpipe::program
