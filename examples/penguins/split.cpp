#include "split.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "data_error.hpp"
#include "random.hpp"

namespace penguins {
namespace {

/// The rows of each class, classes in alphabetical order, so that the deal does not depend on which comes first.
std::map<std::string, std::vector<std::size_t>> rows_by_class(const Table& table, const std::string& label) {
  const std::size_t column = table.column(label);
  std::map<std::string, std::vector<std::size_t>> classes;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Cell& cell = table.rows[i].cells[column];
    if (!cell) throw DataError(place(table, table.rows[i], column) + ": the label is missing");
    classes[*cell].push_back(i);
  }
  if (classes.size() < 2) {
    throw DataError(table.source + ": column `" + label + "` has " + std::to_string(classes.size()) +
                    " class(es), at least 2 are wanted");
  }
  return classes;
}

std::size_t test_rows(std::size_t rows, double share) {
  const auto wanted = static_cast<std::size_t>(std::llround(static_cast<double>(rows) * share));
  return std::clamp<std::size_t>(wanted, 1, rows - 1);
}

}  // namespace

Split split_by_class(const Table& table, const SplitOptions& options) {
  if (!(options.test_share > 0 && options.test_share < 1)) {
    throw DataError("the test share is " + std::to_string(options.test_share) + "; it must lie between 0 and 1");
  }
  Random random(options.seed);
  std::vector<bool> in_test(table.rows.size(), false);
  for (auto& [name, rows] : rows_by_class(table, options.label)) {
    if (rows.size() < 2) {
      throw DataError(table.source + ": class `" + name + "` has a single row, too few for both training and test");
    }
    shuffle(rows, random);
    rows.resize(test_rows(rows.size(), options.test_share));
    for (const std::size_t row : rows) in_test[row] = true;
  }
  Split split{.train = {.source = table.source, .columns = table.columns, .rows = {}},
              .test = {.source = table.source, .columns = table.columns, .rows = {}}};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    (in_test[i] ? split.test : split.train).rows.push_back(table.rows[i]);
  }
  return split;
}

}  // namespace penguins
