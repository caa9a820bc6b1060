// Which diagnostics the tests provoke: `test_x --reporter provoked-codes` lists those that its assertions met.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace mlpipe::testing {

/// The codes that stand in an assertion, as expanded by Catch2, at least twice: as what came and as what is wanted.
inline std::set<std::string> codes_met(std::string_view assertion) {
  constexpr std::string_view prefix = "MLP";
  constexpr std::size_t length = prefix.size() + 4;
  std::set<std::string> once, twice;
  for (auto at = assertion.find(prefix); at != std::string_view::npos; at = assertion.find(prefix, at + 1)) {
    const std::string_view code = assertion.substr(at, length);
    const bool whole =
        code.size() == length && code.find_first_not_of("0123456789", prefix.size()) == std::string_view::npos;
    if (whole && !once.emplace(code).second) twice.emplace(code);
  }
  return twice;
}

}  // namespace mlpipe::testing
