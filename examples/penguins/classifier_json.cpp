// How a Classifier is written down and read back.
#include <algorithm>
#include <string_view>
#include <utility>

#include "classifier.hpp"
#include "data_error.hpp"
#include "files.hpp"
#include "json_fields.hpp"

namespace penguins {
namespace {

using mlpipe::Json;

constexpr std::string_view format_name = "penguins-softmax-1";

Json to_json(const std::vector<double>& numbers) { return Json::Array(numbers.begin(), numbers.end()); }
Json to_json(const std::vector<std::string>& texts) { return Json::Array(texts.begin(), texts.end()); }

Json to_json(const Feature& feature) {
  if (!feature.is_number()) {
    return Json::object({{"column", feature.column}, {"categories", to_json(feature.categories)}});
  }
  return Json::object({{"column", feature.column}, {"mean", feature.mean}, {"deviation", feature.deviation}});
}

Feature feature_from_json(const Json& document, const std::string& where) {
  const Fields fields(document, where);
  Feature feature{.column = fields.text("column"), .categories = fields.optional_texts("categories")};
  if (!feature.is_number()) return feature;
  feature.mean = fields.number("mean");
  feature.deviation = fields.number("deviation");
  if (!(feature.deviation > 0)) throw DataError(where + ": `deviation` must be greater than 0");
  return feature;
}

std::vector<Feature> features_from_json(const Fields& fields) {
  std::vector<Feature> features;
  for (const Json& each : fields.array("features")) {
    features.push_back(feature_from_json(each, fields.where() + ": features[" + std::to_string(features.size()) + "]"));
  }
  if (features.empty()) throw DataError(fields.where() + ": `features` is empty");
  return features;
}

std::vector<std::vector<double>> weights_from_json(const Fields& fields, const Classifier& classifier) {
  std::size_t width = 1;  // the bias
  for (const Feature& feature : classifier.features) width += feature.width();
  std::vector<std::vector<double>> weights;
  for (const Json& each : fields.array("weights")) {
    const std::string where = fields.where() + ": weights[" + std::to_string(weights.size()) + "]";
    weights.push_back(numbers_from(each, where));
    if (weights.back().size() == width) continue;
    throw DataError(where + ": " + std::to_string(weights.back().size()) + " numbers, the features need " +
                    std::to_string(width));
  }
  if (weights.size() != classifier.classes.size()) {
    throw DataError(fields.where() + ": " + std::to_string(weights.size()) + " rows of weights for " +
                    std::to_string(classifier.classes.size()) + " classes");
  }
  return weights;
}

}  // namespace

Json to_json(const Classifier& classifier) {
  Json::Array features;
  for (const Feature& feature : classifier.features) features.push_back(to_json(feature));
  Json::Array weights;
  for (const auto& row : classifier.weights) weights.push_back(to_json(row));
  return Json::object({{"format", format_name},
                       {"label", classifier.label},
                       {"classes", to_json(classifier.classes)},
                       {"features", std::move(features)},
                       {"weights", std::move(weights)},
                       {"loss", classifier.loss}});
}

Classifier classifier_from_json(const Json& document, const std::string& source) {
  const Fields fields(document, source);
  const std::string format = fields.text("format");
  if (format != format_name) {
    throw DataError(source + ": `format` is `" + format + "`, not `" + std::string(format_name) + "`");
  }
  Classifier result{.label = fields.text("label"),
                    .classes = fields.texts("classes"),
                    .features = features_from_json(fields),
                    .weights = {},
                    .loss = fields.number("loss")};
  if (result.classes.size() < 2) throw DataError(source + ": `classes` names fewer than two");
  result.weights = weights_from_json(fields, result);
  return result;
}

void save(const Classifier& classifier, const std::string& path) {
  write_file(path, mlpipe::dump(to_json(classifier)) + "\n");
}

Classifier load_classifier(const std::string& path) {
  return classifier_from_json(parse_document(read_file(path), path), path);
}

}  // namespace penguins
