// Integers as the backends carry them.
#pragma once

#include <cstdint>

namespace mlpipe {

/// Numbers travel as doubles: beyond this, up or down, two integers may become one.
inline constexpr std::int64_t largest_exact_integer = std::int64_t{1} << 53;

}  // namespace mlpipe
