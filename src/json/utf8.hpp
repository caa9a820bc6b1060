// Walking UTF-8 text that may be broken.
#pragma once

#include <cstddef>
#include <string_view>

namespace mlpipe::utf8 {

struct CodePoint {
  char32_t value = 0xFFFD;  ///< the replacement character where the bytes are no UTF-8
  std::size_t size = 1;     ///< how many bytes it took
  bool valid = false;
};

/// The code point at the start of a text that is not empty. Overlong forms, surrogates and values above U+10FFFF are
/// not valid; of an invalid sequence one byte is taken.
inline CodePoint first(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1, true};
  if (lead >= 0xC2 && lead <= 0xDF && tail(1)) {
    return {static_cast<char32_t>((lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu)), 2, true};
  }
  if (lead >= 0xE0 && lead <= 0xEF && tail(1) && tail(2)) {
    const unsigned value = (lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {static_cast<char32_t>(value), 3, true};
  }
  if (lead >= 0xF0 && lead <= 0xF4 && tail(1) && tail(2) && tail(3)) {
    const unsigned value = (lead & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
    if (value >= 0x10000 && value <= 0x10FFFF) return {static_cast<char32_t>(value), 4, true};
  }
  return {};
}

/// How many code points the text has; each invalid byte counts as one.
inline std::size_t count(std::string_view text) {
  std::size_t result = 0;
  for (; !text.empty(); ++result) text.remove_prefix(first(text).size);
  return result;
}

inline bool is_valid(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = first(text);
    if (!point.valid) return false;
    text.remove_prefix(point.size);
  }
  return true;
}

}  // namespace mlpipe::utf8
