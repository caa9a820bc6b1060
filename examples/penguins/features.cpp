#include "features.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "data_error.hpp"

namespace penguins {
namespace {

const std::string* first_value(const Table& table, std::size_t column) {
  for (const Row& row : table.rows) {
    if (row.cells[column]) return &*row.cells[column];
  }
  return nullptr;
}

void learn_scale(const Table& table, std::size_t column, Feature& feature) {
  double count = 0;
  double spread = 0;  // sum of squared distances from the mean, kept up to date row by row (Welford)
  for (const Row& row : table.rows) {
    const auto value = number_at(table, row, column);
    if (!value) continue;
    const double distance = *value - feature.mean;
    feature.mean += distance / ++count;
    spread += distance * (*value - feature.mean);
  }
  const double deviation = std::sqrt(spread / count);
  if (!std::isfinite(feature.mean) || !std::isfinite(deviation)) {
    throw DataError(table.source + ": the numbers of column `" + feature.column + "` are too large");
  }
  if (deviation > 0) feature.deviation = deviation;  // a constant column stays 0 for every row
}

void learn_categories(const Table& table, std::size_t column, Feature& feature) {
  std::set<std::string> seen;
  for (const Row& row : table.rows) {
    if (row.cells[column]) seen.insert(*row.cells[column]);
  }
  feature.categories.assign(seen.begin(), seen.end());
}

Feature learn_feature(const Table& table, const std::string& name) {
  Feature feature{.column = name, .categories = {}};
  const std::size_t column = table.column(name);
  const std::string* first = first_value(table, column);
  if (!first) throw DataError(table.source + ": column `" + name + "` has no value in any row");
  if (parse_number(*first)) {
    learn_scale(table, column, feature);
  } else {
    learn_categories(table, column, feature);
  }
  return feature;
}

void append_number(std::optional<double> value, const Feature& feature, std::vector<double>& numbers) {
  numbers.push_back(value ? (*value - feature.mean) / feature.deviation : 0);
}

void append_category(const Cell& cell, const Feature& feature, std::vector<double>& numbers) {
  for (const std::string& category : feature.categories) numbers.push_back(cell == category ? 1 : 0);
}

}  // namespace

std::vector<Feature> learn_features(const Table& table, const std::vector<std::string>& columns) {
  if (columns.empty()) throw DataError("no feature columns are given");
  std::vector<Feature> features;
  for (const std::string& name : columns) {
    if (std::ranges::count(features, name, &Feature::column) != 0) {
      throw DataError("the feature column `" + name + "` is given twice");
    }
    features.push_back(learn_feature(table, name));
  }
  return features;
}

std::vector<std::vector<double>> encode(const Table& table, const std::vector<Feature>& features) {
  std::vector<std::vector<double>> encoded(table.rows.size());
  for (const Feature& feature : features) {
    const std::size_t column = table.column(feature.column);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      if (feature.is_number()) {
        append_number(number_at(table, row, column), feature, encoded[i]);
      } else {
        append_category(row.cells[column], feature, encoded[i]);
      }
    }
  }
  return encoded;
}

}  // namespace penguins
