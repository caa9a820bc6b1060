/// Multinomial logistic regression (softmax), in plain C++.
#pragma once

#include <mlpipe/json.hpp>
#include <string>
#include <vector>

#include "features.hpp"
#include "table.hpp"

namespace penguins {

struct TrainOptions {
  std::string label;                  ///< the column that says the class
  std::vector<std::string> features;  ///< the columns to learn from; numbers or text
  int epochs = 500;                   ///< passes over all rows, at least 1
  double learning_rate = 0.5;         ///< above 0
  double l2 = 1e-3;                   ///< how strongly large weights are held back, 0 or more
};

/// What training leaves behind, all that prediction needs.
struct Classifier {
  std::string label;
  std::vector<std::string> classes;  ///< in alphabetical order, at least two
  std::vector<Feature> features;
  std::vector<std::vector<double>> weights;  ///< a row for each class: a weight for each encoded number, the bias last
  double loss = 0;                           ///< the mean cross-entropy on the training rows after the last epoch

  /// The index of the likeliest class for each row; of equally likely ones the first. Throws DataError as encode does.
  std::vector<std::size_t> predict(const Table& table) const;
  /// The probability of each class for each row.
  std::vector<std::vector<double>> probabilities(const Table& table) const;
};

/// Fits the weights by gradient descent over all rows at once, from zero: nothing is left to chance, so the same rows
/// and options give the same model, bit by bit. Throws DataError for options out of range, columns that are not there
/// or hold text among numbers, a label among the features, a missing label, fewer than two classes, and for training
/// that diverges.
Classifier train(const Table& table, const TrainOptions& options);

/// A model as a document; numbers are written so that reading gives back the very same.
mlpipe::Json to_json(const Classifier& classifier);
/// Throws DataError, naming `source`, for a document that is no such model or does not fit together.
Classifier classifier_from_json(const mlpipe::Json& document, const std::string& source);

void save(const Classifier& classifier, const std::string& path);
Classifier load_classifier(const std::string& path);

}  // namespace penguins
