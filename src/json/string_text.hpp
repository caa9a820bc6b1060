// Strings as JSON writes them.
#pragma once

#include <string_view>

#include "json/utf8.hpp"

namespace mlpipe {

enum class StringEscapes {
  minimal,
  ascii,     ///< everything outside of printable ASCII as \uXXXX
  also_yaml  ///< the same but beyond U+FFFF: readers of YAML 1.1 take no pairs of surrogates
};

/// Appends the text in double quotes to a sink that has push_back(char) and append(string_view). Bytes that are no
/// UTF-8 become U+FFFD, since a JSON text has to be UTF-8.
template <class Sink>
void append_json_string(Sink& sink, std::string_view text, StringEscapes escapes) {
  static constexpr char hex[] = "0123456789abcdef";
  const auto unit = [&](unsigned value) {
    const char escape[] = {'\\',           'u', hex[value >> 12 & 15], hex[value >> 8 & 15], hex[value >> 4 & 15],
                           hex[value & 15]};
    sink.append(std::string_view(escape, sizeof escape));
  };
  const auto plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
  };
  sink.push_back('"');
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t run = at;
    while (run < text.size() && plain(text[run])) ++run;
    sink.append(text.substr(at, run - at));
    at = run;
    if (at == text.size()) break;
    const utf8::CodePoint point = utf8::first(text.substr(at));
    switch (point.value) {
      case '"':
        sink.append("\\\"");
        break;
      case '\\':
        sink.append("\\\\");
        break;
      case '\n':
        sink.append("\\n");
        break;
      case '\r':
        sink.append("\\r");
        break;
      case '\t':
        sink.append("\\t");
        break;
      case '\b':
        sink.append("\\b");
        break;
      case '\f':
        sink.append("\\f");
        break;
      default:
        if ((escapes == StringEscapes::minimal && point.value >= 0x7F) ||
            (escapes == StringEscapes::also_yaml && point.value >= 0x10000)) {
          sink.append(point.valid ? text.substr(at, point.size) : std::string_view("\xEF\xBF\xBD"));
        } else if (point.value >= 0x10000) {
          unit(static_cast<unsigned>(0xD7C0 + (point.value >> 10)));
          unit(static_cast<unsigned>(0xDC00 + (point.value & 0x3FF)));
        } else {
          unit(static_cast<unsigned>(point.value));
        }
    }
    at += point.size;
  }
  sink.push_back('"');
}

}  // namespace mlpipe
