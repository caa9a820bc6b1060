#include "mlpipe/dsl/artifacts.hpp"

#include <algorithm>
#include <stdexcept>

// The layout of the metadata is KFP's: its user interface, and that of Vertex AI, draw what they find under these keys.
namespace mlpipe {

void Metrics::log(const std::string& metric, double value) { metadata.set(metric, value); }

namespace {

Json to_row(const std::vector<double>& row) {
  return Json::object({{"row", Json::array(Json::Array(row.begin(), row.end()))}});
}

Json::Array named(const std::vector<std::string>& categories) {
  Json::Array names;
  for (const std::string& category : categories) names.push_back(Json::object({{"displayName", category}}));
  return names;
}

/// The matrix that has been begun, and the place of a category in it.
Json& begun_matrix(Json& metadata) {
  Json* const matrix = metadata.find("confusionMatrix");
  if (matrix == nullptr) throw std::invalid_argument("a confusion matrix has no categories yet");
  return *matrix;
}
std::size_t place_of(const std::string& category, const Json& matrix) {
  const Json::Array& names = matrix.find("annotationSpecs")->as_array();
  const auto found = std::find(names.begin(), names.end(), Json::object({{"displayName", category}}));
  if (found == names.end()) throw std::invalid_argument("`" + category + "` is no category of the confusion matrix");
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

void ClassificationMetrics::log_confusion_matrix(const std::vector<std::string>& categories,
                                                 const std::vector<std::vector<double>>& matrix) {
  const auto is_whole = [&](const std::vector<double>& row) { return row.size() == categories.size(); };
  if (matrix.size() != categories.size() || !std::all_of(matrix.begin(), matrix.end(), is_whole))
    throw std::invalid_argument("a confusion matrix has one row and one column for each category");
  Json::Array rows;
  for (const auto& row : matrix) rows.push_back(to_row(row));
  metadata.set("confusionMatrix", Json::object({{"annotationSpecs", named(categories)}, {"rows", std::move(rows)}}));
}

void ClassificationMetrics::set_confusion_matrix_categories(const std::vector<std::string>& categories) {
  const std::vector<double> zeros(categories.size());
  log_confusion_matrix(categories, std::vector<std::vector<double>>(categories.size(), zeros));
}

void ClassificationMetrics::log_confusion_matrix_row(const std::string& category, const std::vector<double>& row) {
  Json& matrix = begun_matrix(metadata);
  const std::size_t at = place_of(category, matrix);
  Json::Array& rows = matrix.find("rows")->as_array();
  if (row.size() != rows.size())
    throw std::invalid_argument("a row of a confusion matrix has one number for each category");
  rows[at] = to_row(row);
}

void ClassificationMetrics::log_confusion_matrix_cell(const std::string& category, const std::string& predicted,
                                                      double count) {
  Json& matrix = begun_matrix(metadata);
  const std::size_t row = place_of(category, matrix), column = place_of(predicted, matrix);
  matrix.find("rows")->as_array()[row].find("row")->as_array()[column] = count;
}

void ClassificationMetrics::log_roc_data_point(double false_positive_rate, double true_positive_rate,
                                               double threshold) {
  log_roc_curve({false_positive_rate}, {true_positive_rate}, {threshold});
}

void ClassificationMetrics::log_roc_curve(const std::vector<double>& false_positive_rates,
                                          const std::vector<double>& true_positive_rates,
                                          const std::vector<double>& thresholds) {
  if (false_positive_rates.size() != thresholds.size() || true_positive_rates.size() != thresholds.size())
    throw std::invalid_argument("a ROC curve has as many false as true positive rates and thresholds");
  Json::Array points;
  if (const Json* logged = metadata.find("confidenceMetrics"); logged != nullptr && logged->is_array())
    points = logged->as_array();  // as in KFP, points of several calls make one curve
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    points.push_back(Json::object({{"confidenceThreshold", thresholds[i]},
                                   {"recall", true_positive_rates[i]},
                                   {"falsePositiveRate", false_positive_rates[i]}}));
  }
  metadata.set("confidenceMetrics", std::move(points));
}

namespace {

/// Changes what is logged of one slice; where that throws, all stays as it was.
template <class Change>
void change_slice(Json& metadata, const std::string& slice, Change&& change) {
  Json::Array slices;
  if (const Json* logged = metadata.find("evaluationSlices"); logged != nullptr && logged->is_array())
    slices = logged->as_array();
  auto found = std::find_if(slices.begin(), slices.end(), [&](const Json& each) {
    const Json* name = each.find("slice");
    return name != nullptr && *name == Json(slice);
  });
  if (found == slices.end()) {
    slices.push_back(Json::object({{"slice", slice}, {"sliceClassificationMetrics", Json::object()}}));
    found = slices.end() - 1;
  }
  ClassificationMetrics metrics;
  metrics.metadata = *found->find("sliceClassificationMetrics");
  change(metrics);
  found->set("sliceClassificationMetrics", std::move(metrics.metadata));
  metadata.set("evaluationSlices", std::move(slices));
}

}  // namespace

void SlicedClassificationMetrics::log_confusion_matrix(const std::string& slice,
                                                       const std::vector<std::string>& categories,
                                                       const std::vector<std::vector<double>>& matrix) {
  change_slice(metadata, slice, [&](auto& metrics) { metrics.log_confusion_matrix(categories, matrix); });
}

void SlicedClassificationMetrics::set_confusion_matrix_categories(const std::string& slice,
                                                                  const std::vector<std::string>& categories) {
  change_slice(metadata, slice, [&](auto& metrics) { metrics.set_confusion_matrix_categories(categories); });
}

void SlicedClassificationMetrics::log_confusion_matrix_row(const std::string& slice, const std::string& category,
                                                           const std::vector<double>& row) {
  change_slice(metadata, slice, [&](auto& metrics) { metrics.log_confusion_matrix_row(category, row); });
}

void SlicedClassificationMetrics::log_confusion_matrix_cell(const std::string& slice, const std::string& category,
                                                            const std::string& predicted, double count) {
  change_slice(metadata, slice, [&](auto& metrics) { metrics.log_confusion_matrix_cell(category, predicted, count); });
}

void SlicedClassificationMetrics::log_roc_data_point(const std::string& slice, double false_positive_rate,
                                                     double true_positive_rate, double threshold) {
  log_roc_curve(slice, {false_positive_rate}, {true_positive_rate}, {threshold});
}

void SlicedClassificationMetrics::log_roc_curve(const std::string& slice,
                                                const std::vector<double>& false_positive_rates,
                                                const std::vector<double>& true_positive_rates,
                                                const std::vector<double>& thresholds) {
  change_slice(metadata, slice,
               [&](auto& metrics) { metrics.log_roc_curve(false_positive_rates, true_positive_rates, thresholds); });
}

}  // namespace mlpipe
