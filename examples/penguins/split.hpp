#pragma once

#include <cstdint>
#include <string>

#include "table.hpp"

namespace penguins {

struct Split {
  Table train;
  Table test;
};

struct SplitOptions {
  std::string label;        ///< the column whose classes keep their shares in both parts
  double test_share = 0.2;  ///< between 0 and 1, both excluded
  std::uint64_t seed = 1;
};

/// Deals the rows to a training and a test part, class by class, at random but the same for the same seed; both keep
/// the order of the rows. Every class has at least one row in each part. Throws DataError for a share out of range, a
/// missing label, fewer than two classes, and a class of one row.
Split split_by_class(const Table& table, const SplitOptions& options);

}  // namespace penguins
