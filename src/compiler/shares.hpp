/// What takes the room in something that is too large.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace mlpipe::compiler {

/// A part of something large.
struct Share {
  std::string name;
  std::size_t bytes = 0;
};

/// The largest three, of those that matter: `input `x` takes 41000, input `y` takes 30120`.
inline std::string describe_largest(std::vector<Share> shares) {
  constexpr std::size_t most = 3, negligible = 100;
  std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.bytes > b.bytes; });
  std::string text;
  for (std::size_t i = 0; i < shares.size() && i < most && shares[i].bytes > negligible; ++i)
    text += fmt::format("{}{} takes {}", text.empty() ? "" : ", ", shares[i].name, shares[i].bytes);
  return text;
}

}  // namespace mlpipe::compiler
