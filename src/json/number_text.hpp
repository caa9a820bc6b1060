// Numbers as text, without a locale and always the same.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace mlpipe {

/// How a real number with an exponent looks: JSON and Python write `1e+16`; YAML 1.1 takes only `1.0e+16` for a number.
enum class ExponentStyle { plain, with_fraction };

/// Text of a number, in a buffer of its own.
class NumberText {
 public:
  explicit NumberText(std::int64_t value) : end_(std::to_chars(buffer_, buffer_ + sizeof buffer_, value).ptr) {}

  /// The shortest digits that read back as the same number, laid out as Python's repr does: `3.0`, `0.0001`, `1e-07`,
  /// `1e+16`. Only for finite numbers.
  explicit NumberText(double value, ExponentStyle style = ExponentStyle::plain) : end_(buffer_) {
    char digits[32];
    // Scientific, `-d.ddde-XX`: the one form whose digits and exponent can be told apart without knowing their number.
    char* const stop =
        std::to_chars(digits, digits + sizeof digits, std::fabs(value), std::chars_format::scientific).ptr;
    char* mark = stop;
    while (*--mark != 'e') {
    }
    int exponent = 0;
    std::from_chars(mark[1] == '+' ? mark + 2 : mark + 1, stop, exponent);
    if (std::signbit(value)) put('-');
    const int count = mark - digits > 1 ? static_cast<int>(mark - digits) - 1 : 1;
    const auto digit = [&](int i) { return i >= count ? '0' : i == 0 ? digits[0] : digits[i + 1]; };
    if (exponent < -4 || exponent >= 16) {
      put_scientific(digit, count, exponent, style);
    } else {
      put_fixed(digit, count, exponent);
    }
  }

  operator std::string_view() const { return {buffer_, static_cast<std::size_t>(end_ - buffer_)}; }
  NumberText(const NumberText&) = delete;  // the end points into the buffer
  NumberText& operator=(const NumberText&) = delete;

 private:
  void put(char c) { *end_++ = c; }

  template <class Digit>
  void put_fixed(Digit digit, int count, int exponent) {
    if (exponent < 0) put('0');
    for (int i = 0; i <= exponent; ++i) put(digit(i));
    put('.');
    for (int i = -1; i > exponent; --i) put('0');
    const int first = exponent < 0 ? 0 : exponent + 1;
    if (first >= count) put('0');
    for (int i = first; i < count; ++i) put(digit(i));
  }

  template <class Digit>
  void put_scientific(Digit digit, int count, int exponent, ExponentStyle style) {
    put(digit(0));
    if (count > 1 || style == ExponentStyle::with_fraction) put('.');
    if (count == 1 && style == ExponentStyle::with_fraction) put('0');
    for (int i = 1; i < count; ++i) put(digit(i));
    put('e');
    put(exponent < 0 ? '-' : '+');
    const int size = exponent < 0 ? -exponent : exponent;
    if (size < 10) put('0');
    end_ = std::to_chars(end_, buffer_ + sizeof buffer_, size).ptr;
  }

  char buffer_[40];
  char* end_;
};

}  // namespace mlpipe
