#include "json/shown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "json/utf8.hpp"

namespace mlpipe {
namespace {

// As JSON, but for the numbers that are none there.
std::string spelled(const Json& value) {
  if (value.is_real() && !std::isfinite(value.as_real())) return fmt::format("{}", value.as_real());
  std::string text;
  if (value.is_array()) {
    for (const Json& item : value.as_array()) text += (text.empty() ? "" : ",") + spelled(item);
    return '[' + text + ']';
  }
  if (!value.is_object()) return dump(value);
  for (const Json::Member& member : value.as_object()) {
    text += (text.empty() ? "" : ",") + dump(Json(member.key)) + ':' + spelled(member.value);
  }
  return '{' + text + '}';
}

}  // namespace

std::string visible(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const utf8::CodePoint point = utf8::first(text);
    const char32_t c = point.value;
    const bool acts = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f ||
                      (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    if (!point.valid)
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
    else if (c == '\n' || c == '\t')
      result += c == '\n' ? "\\n" : "\\t";
    else if (acts)
      result += fmt::format(fmt::runtime(c < 0x100 ? "\\x{:02x}" : "\\u{:04x}"), static_cast<unsigned>(c));
    else
      result += text.substr(0, point.size);
    text.remove_prefix(point.size);
  }
  return result;
}

std::string shown(const Json& value) { return cut(spelled(value), 60); }

std::string kind_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return "a boolean";
  if (value.is_integer()) return "an integer";
  if (value.is_real()) return "a real number";
  if (value.is_string()) return "a string";
  return value.is_array() ? "a list" : "a map";
}

std::string one_of(const std::vector<Json>& allowed) { return "one of " + cut(spelled(Json(allowed)), 300); }

const Json* first_outside(const Json& value, const std::vector<Json>& allowed) {
  const Json* found = nullptr;
  if (value.is_array()) {
    for (const Json& item : value.as_array()) {
      if (found == nullptr) found = first_outside(item, allowed);
    }
    return found;
  }
  if (value.is_object()) {
    for (const Json::Member& member : value.as_object()) {
      if (found == nullptr) found = first_outside(member.value, allowed);
    }
    return found;
  }
  return std::find(allowed.begin(), allowed.end(), value) == allowed.end() ? &value : nullptr;
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t most = 20;
  if (names.size() <= most) return fmt::format("{}", fmt::join(names, ", "));
  return fmt::format("{}, and {} more", fmt::join(names.begin(), names.begin() + most, ", "), names.size() - most);
}

std::string cut(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

}  // namespace mlpipe
