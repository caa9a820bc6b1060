#include "program/input_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "compiler/check_constant.hpp"
#include "dsl/held_by_member.hpp"
#include "json/shown.hpp"
#include "json/utf8.hpp"

namespace mlpipe::program {
namespace {

template <class Number>
std::optional<Json> read_number(std::string_view text) {
  Number value{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return Json(value);
}

std::optional<Json> read_json(std::string_view text, bool list, std::string& why) {
  auto parsed = parse_json(text);
  if (auto* const error = std::get_if<JsonError>(&parsed)) {
    why = fmt::format("{}, at character {}", error->message, utf8::count(text.substr(0, error->offset)) + 1);
    return std::nullopt;
  }
  auto& value = std::get<Json>(parsed);
  if (!(list ? value.is_array() : value.is_object())) return std::nullopt;
  return std::move(value);
}

/// Nothing where the text is none of the type; `why` says more, where there is more to say.
std::optional<Json> read_value(const Type& type, std::string_view text, std::string& why) {
  if (!utf8::is_valid(text)) {
    why = "it is not UTF-8";
    return std::nullopt;
  }
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
      return read_json(text, true, why);
    default:
      return read_json(text, false, why);
  }
}

std::string wanted(const ir::InputDefinition& input) {
  if (!input.literals.empty()) return one_of(input.literals);
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

std::variant<Json, BadValue> read_input_value(const detail::ComponentDescriptor& pipeline,
                                              const ir::InputDefinition& input, const InputText& given) {
  if (input.type.is_artifact())
    return BadValue{
        fmt::format("{}: an artifact ({}) cannot be given on the command line", given.flag, to_string(input.type))};
  const auto bad = [&](const std::string& why) {
    return BadValue{fmt::format("{}: {} is wanted, and {} is given{}{}", given.flag, wanted(input),
                                dump(Json(given.text)), why.empty() ? "" : ": ", why)};
  };
  std::string why;
  auto value = read_value(input.type, given.text, why);
  if (!value) return bad(why);
  if (const auto problem = compiler::check_constant(*value, input.type)) return bad("it is " + problem->reason);
  const auto& allowed = input.literals;
  if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), *value) == allowed.end()) return bad("");
  if (const Json* stranger = input.item_literals.empty() ? nullptr : first_outside(*value, input.item_literals))
    return bad(fmt::format("it holds {}, and not {}", shown(*stranger), one_of(input.item_literals)));
  if (!detail::is_held_by_member(pipeline, input.name, *value)) return bad("an `int` of C++ does not hold that much");
  return std::move(*value);
}

}  // namespace mlpipe::program
