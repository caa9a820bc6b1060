#include "ir/yaml_scalar.hpp"

#include <algorithm>
#include <array>

#include "json/utf8.hpp"

namespace mlpipe::ir {
namespace {

// ---- Which characters ----

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

enum Class : std::uint8_t { ordinary, special, newline, unprintable, above_ascii };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t i = 0; i < 256; ++i)
    table[i] = i >= 0x80 ? above_ascii : i < 0x20 || i == 0x7F ? unprintable : ordinary;
  table['\n'] = newline;
  // May end a plain string or give it another meaning, in places.
  for (const char c : {':', '#', '\'', '"', '\\'}) table[static_cast<unsigned char>(c)] = special;
  return table;
}();

/// Printable in YAML, and not one of the line breaks that only YAML 1.1 knows, nor a byte order mark.
bool printable(char32_t c) {
  if (c < 0xA0) return c >= 0x20 && c < 0x7F;
  if (c == 0x2028 || c == 0x2029 || c == 0xFEFF) return false;
  return c < 0xFFFE || c > 0xFFFF;
}

struct Content {
  bool special = false;
  bool newline = false;
  bool above_ascii = false;
  bool unprintable = false;  ///< escapes are needed; a tab is such, outside of literal blocks
};

Content look_at(std::string_view text) {
  Content content;
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (classes[static_cast<unsigned char>(text[at])]) {
      case ordinary:
        break;
      case special:
        content.special = true;
        break;
      case newline:
        content.newline = true;
        break;
      case unprintable:
        content.unprintable = true;
        break;
      default: {
        const utf8::CodePoint point = utf8::first(text.substr(at));
        content.above_ascii = true;
        content.unprintable = content.unprintable || !point.valid || !printable(point.value);
        at += point.size - 1;
      }
    }
  }
  return content;
}

// ---- Which strings are something else when they stand plain ----

/// A word that YAML 1.1 or 1.2, or a reader of either, takes for a boolean, null or a number.
bool reserved_word(std::string_view text) {
  constexpr std::string_view words[] = {"y",    "n",     "yes",  "no",  "on",  "off",
                                        "true", "false", "null", "nan", "inf", "infinity"};
  if (text.size() > 8) return false;
  char lower[8];
  std::transform(text.begin(), text.end(), lower,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(std::begin(words), std::end(words), std::string_view(lower, text.size())) != std::end(words);
}

/// Whether a string that starts with a digit may be a number, a time or a date for some reader. Versions (`2.1.0`) and
/// anything with a letter or sign that none of those have (`3600s`) are not.
bool number_like(std::string_view text) {
  const auto of_numbers = [](char c) {
    return digit(c) || std::string_view("abcdefABCDEFxXoOpPtTzZ_.:+-, ").find(c) != std::string_view::npos;
  };
  if (!std::all_of(text.begin(), text.end(), of_numbers)) return false;
  const bool version = std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || c == '.'; }) &&
                       std::count(text.begin(), text.end(), '.') >= 2 && digit(text.back());
  return !version;
}

/// Whether a text of ordinary and special characters alone can stand without quotes.
bool can_be_plain(std::string_view text, bool has_special) {
  const char first = text.front();
  if (text.back() == ' ' || text.back() == ':') return false;
  if (letter(first)) {
    if (reserved_word(text)) return false;
  } else if (digit(first)) {
    if (number_like(text)) return false;
  } else if (first == '-') {
    // An option, `-x` or `--name`; nothing else that starts so.
    const std::string_view name = text.substr(text.starts_with("--") ? 2 : 1);
    if (name.empty() || !letter(name.front()) || reserved_word(name)) return false;
  } else if (first != '/' && first != '_' && first != '$' && first != '(') {
    return false;
  }
  if (!has_special) return true;
  return text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos;
}

/// Whether a text of several lines is one that a literal block carries safely: no blank at the start (it would need an
/// indentation indicator), no blanks at the ends of lines (editors strip them), at most one newline at the end.
bool can_be_literal(std::string_view text) {
  if (text.front() == ' ' || text.front() == '\n' || text.ends_with("\n\n") || text == "\n") return false;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    if (end > 0 && text[end - 1] == ' ') return false;
  }
  return text.back() != ' ';
}

}  // namespace

YamlStyle yaml_style(std::string_view text) {
  if (text.empty()) return YamlStyle::single_quoted;
  const Content content = look_at(text);
  if (content.unprintable) return YamlStyle::double_quoted;
  if (content.newline) return can_be_literal(text) ? YamlStyle::literal : YamlStyle::double_quoted;
  if (!content.above_ascii && can_be_plain(text, content.special)) return YamlStyle::plain;
  const auto has = [&](char c) { return text.find(c) != std::string_view::npos; };
  if (content.special && has('\'') && !has('"') && !has('\\')) return YamlStyle::double_quoted;  // reads better
  return YamlStyle::single_quoted;
}

YamlStyle yaml_key_style(std::string_view text) {
  const YamlStyle style = yaml_style(text);
  return style == YamlStyle::literal ? YamlStyle::double_quoted : style;
}

std::string yaml_double_quoted(std::string_view text) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string result = "\"";
  while (!text.empty()) {
    const utf8::CodePoint point = utf8::first(text);
    switch (point.value) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        if (!point.valid) {
          result += "\\uFFFD";
        } else if (printable(point.value)) {
          result += text.substr(0, point.size);
        } else {  // none of these is above U+FFFF
          result += "\\u";
          for (const int shift : {12, 8, 4, 0}) result += hex[point.value >> shift & 15];
        }
    }
    text.remove_prefix(point.size);
  }
  result += '"';
  return result;
}

}  // namespace mlpipe::ir
