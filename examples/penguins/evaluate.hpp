/// How good a classifier is on rows that it has not seen.
#pragma once

#include <cstddef>
#include <mlpipe/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "classifier.hpp"
#include "table.hpp"

namespace penguins {

struct Evaluation {
  std::vector<std::string> classes;
  std::vector<std::vector<std::size_t>> confusion;  ///< [actual][predicted]: how many rows

  std::size_t rows() const;
  double accuracy() const;
  /// Of the rows predicted to be of this class, the share that is; nothing where none was predicted.
  std::optional<double> precision(std::size_t index) const;
  /// Of the rows of this class, the share found; nothing where there is none.
  std::optional<double> recall(std::size_t index) const;
};

/// Predicts every row of the table and counts. Throws DataError for a table without rows, a missing label, a class that
/// the classifier has never met, and as Classifier::predict does.
Evaluation evaluate(const Classifier& classifier, const Table& table);

/// The evaluation for programs, and as a table that reads well both as Markdown and on a terminal.
mlpipe::Json to_json(const Evaluation& evaluation);
std::string to_markdown(const Evaluation& evaluation);

}  // namespace penguins
