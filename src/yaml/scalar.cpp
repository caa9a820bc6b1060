#include "yaml/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

namespace mlpipe::yaml {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_digit_or_gap(char c) { return is_digit(c) || c == '_'; }

template <class Matches>
std::size_t count_while(std::string_view text, Matches matches) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), matches) - text.begin());
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_null(std::string_view text) { return is_one_of(text, {"", "~", "null", "Null", "NULL"}); }
bool is_true(std::string_view text) {
  return is_one_of(text, {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"});
}
bool is_false(std::string_view text) {
  return is_one_of(text, {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"});
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

// ---- Integers ----

struct Base {
  int radix;
  std::string_view digits;
};

/// The digits of an integer and their base; no digits where the text is none. Base 60 stands for `1:30`.
Base integer_digits(std::string_view text) {
  text = without_sign(text);
  const auto all_of = [](std::string_view digits, auto matches) {
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), matches);
  };
  if (text.starts_with("0b") && all_of(text.substr(2), [](char c) { return c == '0' || c == '1' || c == '_'; }))
    return {2, text.substr(2)};
  const auto is_hex = [](char c) { return is_digit_or_gap(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  if (text.starts_with("0x") && all_of(text.substr(2), is_hex)) return {16, text.substr(2)};
  if (text == "0") return {10, text};
  if (text.starts_with('0')) {
    const bool octal = all_of(text.substr(1), [](char c) { return (c >= '0' && c <= '7') || c == '_'; });
    return {8, octal ? text.substr(1) : std::string_view()};
  }
  if (text.empty() || !is_digit(text.front())) return {10, {}};
  if (all_of(text, is_digit_or_gap)) return {10, text};
  return {60, text};
}

/// `:` and one or two digits below 60, once or more.
bool is_sexagesimal_tail(std::string_view text) {
  if (text.empty()) return false;
  while (!text.empty()) {
    if (text.front() != ':') return false;
    text.remove_prefix(1);
    const std::size_t digits = std::min<std::size_t>(count_while(text, is_digit), 2);
    if (digits == 0 || (digits == 2 && text.front() > '5')) return false;
    text.remove_prefix(digits);
  }
  return true;
}

bool is_integer(std::string_view text) {
  const Base base = integer_digits(text);
  if (base.radix != 60) return !base.digits.empty();
  return is_sexagesimal_tail(base.digits.substr(count_while(base.digits, is_digit_or_gap)));
}

/// Parts of a text between colons count sixty times what follows.
template <class Number, class Parse>
Number sexagesimal(std::string_view text, Parse parse) {
  Number value = 0;
  for (;;) {
    const std::size_t colon = text.find(':');
    value = value * 60 + parse(text.substr(0, colon));
    if (colon == std::string_view::npos) return value;
    text.remove_prefix(colon + 1);
  }
}

std::string without_gaps(std::string_view text) {
  std::string result(text);
  result.erase(std::remove(result.begin(), result.end(), '_'), result.end());
  return result;
}

/// Nothing where 64 bits do not hold it.
std::optional<std::int64_t> parse_integer(std::string_view digits, int radix, bool negative) {
  const std::string bare = (negative ? "-" : "") + without_gaps(digits);
  std::int64_t value = 0;
  const auto result = std::from_chars(bare.data(), bare.data() + bare.size(), value, radix);
  if (result.ec == std::errc::result_out_of_range) return std::nullopt;
  return value;
}

Json integer_value(std::string_view text) {
  const Base base = integer_digits(text);
  const bool negative = text.starts_with('-');
  if (base.radix != 60) {
    const auto value = parse_integer(base.digits, base.radix, negative);
    return value ? Json(*value) : Json(text);
  }
  const auto seconds = sexagesimal<double>(base.digits, [](std::string_view part) {
    return static_cast<double>(parse_integer(part, 10, false).value_or(std::numeric_limits<std::int64_t>::max()));
  });
  if (seconds >= 0x1p53) return text;
  return static_cast<std::int64_t>(negative ? -seconds : seconds);
}

// ---- Real numbers ----

/// `e`, a sign, digits; or nothing.
bool is_exponent(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() < 3 || (text[0] != 'e' && text[0] != 'E') || (text[1] != '+' && text[1] != '-')) return false;
  return count_while(text.substr(2), is_digit) == text.size() - 2;
}

bool is_infinite(std::string_view text) { return is_one_of(without_sign(text), {".inf", ".Inf", ".INF"}); }
bool is_not_a_number(std::string_view text) { return is_one_of(text, {".nan", ".NaN", ".NAN"}); }

bool is_real(std::string_view text) {
  if (is_infinite(text) || is_not_a_number(text)) return true;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return false;
    return is_exponent(text.substr(count_while(text, is_digit_or_gap)));
  }
  text = without_sign(text);
  if (text.empty() || !is_digit(text.front())) return false;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return false;
  const std::string_view before = text.substr(0, point);
  const std::string_view after = text.substr(point + 1);
  const std::string_view rest = after.substr(count_while(after, is_digit_or_gap));
  const std::string_view tail = before.substr(count_while(before, is_digit_or_gap));
  return tail.empty() ? is_exponent(rest) : rest.empty() && is_sexagesimal_tail(tail);
}

double parse_real(std::string_view text) {
  std::string bare = without_gaps(text);
  if (bare.starts_with('.')) bare.insert(0, 1, '0');
  if (bare.starts_with('+')) bare.erase(0, 1);
  double value = 0;
  const auto result = std::from_chars(bare.data(), bare.data() + bare.size(), value);
  if (result.ec != std::errc::result_out_of_range) return value;
  const bool tiny = bare.find("e-") != std::string::npos || bare.find("E-") != std::string::npos;
  const double magnitude = tiny ? 0.0 : std::numeric_limits<double>::infinity();
  return bare.starts_with('-') ? -magnitude : magnitude;
}

double real_value(std::string_view text) {
  if (is_not_a_number(text)) return std::numeric_limits<double>::quiet_NaN();
  const bool negative = text.starts_with('-');
  double value = 0;
  if (is_infinite(text)) {
    value = std::numeric_limits<double>::infinity();
  } else {
    value = sexagesimal<double>(without_sign(text), parse_real);
  }
  return negative ? -value : value;
}

// ---- Timestamps ----

/// Takes so many digits from the front; whether they were there.
bool take_digits(std::string_view& text, std::size_t least, std::size_t most) {
  const std::size_t count = std::min(count_while(text, is_digit), most);
  text.remove_prefix(count);
  return count >= least;
}
bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}
bool take_blanks(std::string_view& text) {
  const std::size_t count = count_while(text, [](char c) { return c == ' ' || c == '\t'; });
  text.remove_prefix(count);
  return count > 0;
}

bool is_zone(std::string_view text) {
  if (text.empty()) return true;
  take_blanks(text);
  if (text == "Z") return true;
  if (!take(text, '+') && !take(text, '-')) return false;
  if (!take_digits(text, 1, 2)) return false;
  return text.empty() || (take(text, ':') && take_digits(text, 2, 2) && text.empty());
}

bool is_timestamp(std::string_view text) {
  const std::string_view date = text;
  if (!take_digits(text, 4, 4) || !take(text, '-')) return false;
  if (!take_digits(text, 1, 2) || !take(text, '-') || !take_digits(text, 1, 2)) return false;
  if (text.empty()) return date.size() == 10;
  if (!take(text, 'T') && !take(text, 't') && !take_blanks(text)) return false;
  if (!take_digits(text, 1, 2) || !take(text, ':')) return false;
  if (!take_digits(text, 2, 2) || !take(text, ':') || !take_digits(text, 2, 2)) return false;
  if (take(text, '.')) take_digits(text, 0, text.size());
  return is_zone(text);
}

ScalarKind kind_of_plain(std::string_view text) {
  if (is_null(text)) return ScalarKind::null;
  if (is_true(text) || is_false(text)) return ScalarKind::boolean;
  if (is_integer(text)) return ScalarKind::integer;
  if (is_real(text)) return ScalarKind::real;
  return is_timestamp(text) ? ScalarKind::timestamp : ScalarKind::text;
}

ScalarKind kind_of_tagged(std::string_view tag, std::string_view text) {
  if (tag.ends_with(":null")) return ScalarKind::null;
  const ScalarKind kind = kind_of_plain(text);
  if (tag.ends_with(":bool") && kind == ScalarKind::boolean) return kind;
  if (tag.ends_with(":int") && kind == ScalarKind::integer) return kind;
  if (tag.ends_with(":float") && (kind == ScalarKind::real || kind == ScalarKind::integer)) return ScalarKind::real;
  return ScalarKind::text;
}

}  // namespace

ScalarKind kind_of(const Node& scalar) {
  if (!scalar.tag.empty()) return kind_of_tagged(scalar.tag, scalar.text);
  return scalar.plain ? kind_of_plain(scalar.text) : ScalarKind::text;
}

Json value_of(const Node& scalar) {
  switch (kind_of(scalar)) {
    case ScalarKind::null:
      return {};
    case ScalarKind::boolean:
      return is_true(scalar.text);
    case ScalarKind::integer:
      return integer_value(scalar.text);
    case ScalarKind::real:
      return real_value(scalar.text);
    case ScalarKind::text:
    case ScalarKind::timestamp:
      break;
  }
  return scalar.text;
}

Json json_of(const Node& node) {
  if (node.is_sequence()) {
    Json::Array items;
    for (const Node& item : node.items) items.push_back(json_of(item));
    return items;
  }
  if (node.is_mapping()) {
    Json object = Json::object();
    for (const Node::Member& member : node.members) object.set(member.key.text, json_of(member.value));
    return object;
  }
  Json value = value_of(node);
  if (!node.plain || !node.tag.empty() || !value.is_string()) return value;
  auto parsed = parse_json(node.text);
  Json* number = std::get_if<Json>(&parsed);
  return number != nullptr && number->is_number() ? std::move(*number) : std::move(value);
}

std::string describe(const Node& node) {
  if (node.is_sequence()) return "a list";
  if (node.is_mapping()) return "a mapping";
  switch (kind_of(node)) {
    case ScalarKind::null:
      return "nothing";
    case ScalarKind::boolean:
      return fmt::format("the boolean `{}`", node.text);
    case ScalarKind::integer:
    case ScalarKind::real:
      return fmt::format("the number `{}`", node.text);
    case ScalarKind::timestamp:
      return fmt::format("the date `{}`", node.text);
    case ScalarKind::text:
      break;
  }
  constexpr std::size_t longest = 40;
  return node.text.size() <= longest ? fmt::format("the text `{}`", node.text) : "a text";
}

}  // namespace mlpipe::yaml
