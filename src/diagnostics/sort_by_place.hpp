// The order in which people read diagnostics.
#pragma once

#include <algorithm>
#include <string_view>
#include <tuple>

#include "mlpipe/diagnostic.hpp"

namespace mlpipe {

/// As a reader goes through the source; what concerns the whole comes first. Of one line, in the order found.
inline void sort_by_place(Diagnostics& diagnostics) {
  const auto place = [](const Diagnostic& d) { return std::make_tuple(d.line != 0, std::string_view(d.file), d.line); };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

}  // namespace mlpipe
