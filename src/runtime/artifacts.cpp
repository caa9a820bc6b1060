#include "mlpipe/dsl/artifacts.hpp"

#include <algorithm>
#include <stdexcept>

// The layout of the metadata is KFP's: its user interface, and that of Vertex AI, draw what they find under these keys.
namespace mlpipe {

void Metrics::log(const std::string& metric, double value) { metadata.set(metric, value); }

void ClassificationMetrics::log_confusion_matrix(const std::vector<std::string>& categories,
                                                 const std::vector<std::vector<double>>& matrix) {
  const auto is_whole = [&](const std::vector<double>& row) { return row.size() == categories.size(); };
  if (!is_whole(std::vector<double>(matrix.size())) || !std::all_of(matrix.begin(), matrix.end(), is_whole))
    throw std::invalid_argument("a confusion matrix has one row and one column for each category");
  Json::Array names, rows;
  for (const std::string& category : categories) names.push_back(Json::object({{"displayName", category}}));
  for (const auto& row : matrix)
    rows.push_back(Json::object({{"row", Json::array(Json::Array(row.begin(), row.end()))}}));
  metadata.set("confusionMatrix", Json::object({{"annotationSpecs", std::move(names)}, {"rows", std::move(rows)}}));
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

}  // namespace mlpipe
