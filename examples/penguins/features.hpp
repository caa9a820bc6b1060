/// From a row of text cells to the numbers that a classifier sees.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "table.hpp"

namespace penguins {

/// How one column becomes numbers: a column of numbers becomes one, in standard deviations from its mean; a column of
/// text becomes one for each category, 1 for the cell's and 0 for the others. A missing cell, and a category not met in
/// training, becomes zeros: it speaks for no class.
struct Feature {
  std::string column;
  double mean = 0;
  double deviation = 1;
  std::vector<std::string> categories;  ///< in alphabetical order; empty for a column of numbers

  bool is_number() const { return categories.empty(); }
  std::size_t width() const { return is_number() ? 1 : categories.size(); }
};

/// Learns the features from the rows of a table. A column is one of numbers when its first cell that is not missing is
/// a number. Throws DataError for a column that is not there, given twice or empty, and for text in a column of
/// numbers.
std::vector<Feature> learn_features(const Table& table, const std::vector<std::string>& columns);

/// The numbers of every row, one after the other. Throws DataError for a column that is not there and for text where a
/// number is wanted, with line and column.
std::vector<std::vector<double>> encode(const Table& table, const std::vector<Feature>& features);

}  // namespace penguins
