#include "number_text.hpp"

#include <array>
#include <charconv>

namespace penguins {
namespace {

// to_chars, not printf: the same text in every locale.
std::string text_of(double value, std::chars_format format, int precision) {
  std::array<char, 512> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision).ptr;
  return {buffer.data(), end};
}

}  // namespace

std::string number_text(double value) { return text_of(value, std::chars_format::general, 6); }

std::string percent_text(double share) { return text_of(share * 100, std::chars_format::fixed, 1) + "%"; }

}  // namespace penguins
