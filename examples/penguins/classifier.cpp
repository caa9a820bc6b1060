#include "classifier.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "data_error.hpp"

namespace penguins {
namespace {

using Matrix = std::vector<std::vector<double>>;

void check(const TrainOptions& options) {
  if (options.epochs < 1) throw DataError("`epochs` is " + std::to_string(options.epochs) + "; at least 1 is wanted");
  if (!(options.learning_rate > 0)) throw DataError("`learning_rate` must be greater than 0");
  if (!(options.l2 >= 0)) throw DataError("`l2` must be 0 or greater");
  if (std::ranges::count(options.features, options.label) != 0) {
    throw DataError("the label `" + options.label + "` is among the features: the classifier would only copy it");
  }
}

std::vector<std::string> classes_of(const Table& table, std::size_t label) {
  std::set<std::string> seen;
  for (const Row& row : table.rows) {
    if (!row.cells[label]) throw DataError(place(table, row, label) + ": the label is missing");
    seen.insert(*row.cells[label]);
  }
  if (seen.size() < 2) {
    throw DataError(table.source + ": column `" + table.columns[label] + "` has " + std::to_string(seen.size()) +
                    " class(es), at least 2 are wanted");
  }
  return {seen.begin(), seen.end()};
}

std::vector<std::size_t> targets_of(const Table& table, std::size_t label, const std::vector<std::string>& classes) {
  std::vector<std::size_t> targets;
  for (const Row& row : table.rows) {
    targets.push_back(static_cast<std::size_t>(std::ranges::lower_bound(classes, *row.cells[label]) - classes.begin()));
  }
  return targets;
}

std::vector<double> softmax(const Matrix& weights, const std::vector<double>& row) {
  std::vector<double> result;
  for (const auto& weight : weights) {
    double score = weight.back();
    for (std::size_t i = 0; i < row.size(); ++i) score += weight[i] * row[i];
    result.push_back(score);
  }
  const double highest = *std::ranges::max_element(result);  // taken off first, so that exp never overflows
  double sum = 0;
  for (double& each : result) sum += each = std::exp(each - highest);
  for (double& each : result) each /= sum;
  return result;
}

/// Adds one row's share of the gradient.
void accumulate(const std::vector<double>& row, const std::vector<double>& probability, std::size_t target,
                Matrix& gradient) {
  for (std::size_t c = 0; c < gradient.size(); ++c) {
    const double error = probability[c] - (c == target ? 1 : 0);
    for (std::size_t i = 0; i < row.size(); ++i) gradient[c][i] += error * row[i];
    gradient[c].back() += error;
  }
}

void descend(const Matrix& gradient, double rows, const TrainOptions& options, Matrix& weights) {
  for (std::size_t c = 0; c < weights.size(); ++c) {
    const std::size_t bias = weights[c].size() - 1;
    for (std::size_t i = 0; i <= bias; ++i) {
      const double decay = i == bias ? 0 : options.l2 * weights[c][i];  // the bias is free
      weights[c][i] -= options.learning_rate * (gradient[c][i] / rows + decay);
    }
  }
}

bool all_finite(const Matrix& weights) {
  return std::ranges::all_of(weights, [](const std::vector<double>& row) {
    return std::ranges::all_of(row, [](double weight) { return std::isfinite(weight); });
  });
}

double mean_cross_entropy(const Matrix& rows, const std::vector<std::size_t>& targets, const Matrix& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    sum -= std::log(std::max(softmax(weights, rows[i])[targets[i]], 1e-300));
  }
  return sum / static_cast<double>(rows.size());
}

Matrix fit(const Matrix& rows, const std::vector<std::size_t>& targets, std::size_t classes,
           const TrainOptions& options) {
  const Matrix zero(classes, std::vector<double>(rows.front().size() + 1, 0));
  Matrix weights = zero;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    Matrix gradient = zero;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      accumulate(rows[i], softmax(weights, rows[i]), targets[i], gradient);
    }
    descend(gradient, static_cast<double>(rows.size()), options, weights);
    if (!all_finite(weights)) {
      throw DataError("training diverged in epoch " + std::to_string(epoch + 1) +
                      "; choose a smaller learning rate or `l2`");
    }
  }
  return weights;
}

}  // namespace

Matrix Classifier::probabilities(const Table& table) const {
  Matrix result;
  for (const auto& row : encode(table, features)) result.push_back(softmax(weights, row));
  return result;
}

std::vector<std::size_t> Classifier::predict(const Table& table) const {
  std::vector<std::size_t> result;
  for (const auto& each : probabilities(table)) {
    result.push_back(static_cast<std::size_t>(std::ranges::max_element(each) - each.begin()));
  }
  return result;
}

Classifier train(const Table& table, const TrainOptions& options) {
  check(options);
  const std::size_t label = table.column(options.label);
  Classifier result{.label = options.label,
                    .classes = classes_of(table, label),
                    .features = learn_features(table, options.features),
                    .weights = {},
                    .loss = 0};
  const auto targets = targets_of(table, label, result.classes);
  const Matrix rows = encode(table, result.features);
  result.weights = fit(rows, targets, result.classes.size(), options);
  result.loss = mean_cross_entropy(rows, targets, result.weights);
  return result;
}

}  // namespace penguins
