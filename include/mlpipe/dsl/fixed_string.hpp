/// A string literal as a template argument.
#pragma once

#include <cstddef>
#include <string_view>

namespace mlpipe {

template <std::size_t N>
struct fixed_string {
  char text[N]{};

  consteval fixed_string(const char (&literal)[N]) {  // NOLINT(google-explicit-constructor): In<int, "doc">
    for (std::size_t i = 0; i < N; ++i) text[i] = literal[i];
  }
  constexpr std::string_view view() const { return {text, N - 1}; }
};

}  // namespace mlpipe
