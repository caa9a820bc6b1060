#include "evaluate.hpp"

#include <algorithm>

#include "data_error.hpp"

namespace penguins {
namespace {

std::optional<double> share(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

std::size_t class_index(const Classifier& classifier, const Table& table, const Row& row, std::size_t label) {
  const Cell& cell = row.cells[label];
  if (!cell) throw DataError(place(table, row, label) + ": the label is missing");
  const auto at = std::ranges::find(classifier.classes, *cell);
  if (at != classifier.classes.end()) return static_cast<std::size_t>(at - classifier.classes.begin());
  throw DataError(place(table, row, label) + ": class `" + *cell + "` was not met in training");
}

}  // namespace

std::size_t Evaluation::rows() const {
  std::size_t sum = 0;
  for (const auto& row : confusion) {
    for (const std::size_t count : row) sum += count;
  }
  return sum;
}

double Evaluation::accuracy() const {
  std::size_t right = 0;
  for (std::size_t i = 0; i < confusion.size(); ++i) right += confusion[i][i];
  return share(right, rows()).value_or(0);
}

std::optional<double> Evaluation::precision(std::size_t index) const {
  std::size_t predicted = 0;
  for (const auto& row : confusion) predicted += row.at(index);
  return share(confusion.at(index).at(index), predicted);
}

std::optional<double> Evaluation::recall(std::size_t index) const {
  std::size_t actual = 0;
  for (const std::size_t count : confusion.at(index)) actual += count;
  return share(confusion[index].at(index), actual);
}

Evaluation evaluate(const Classifier& classifier, const Table& table) {
  if (table.rows.empty()) throw DataError(table.source + ": has no rows to evaluate on");
  const std::size_t label = table.column(classifier.label);
  const std::size_t classes = classifier.classes.size();
  Evaluation result{.classes = classifier.classes,
                    .confusion = std::vector(classes, std::vector<std::size_t>(classes, 0))};
  const auto predicted = classifier.predict(table);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    ++result.confusion[class_index(classifier, table, table.rows[i], label)][predicted[i]];
  }
  return result;
}

}  // namespace penguins
