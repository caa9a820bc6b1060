#include "mlpipe/dsl/artifacts.hpp"

#include <stdexcept>

#include "catch2.hpp"

using namespace mlpipe;

// The expected texts are what json.dumps gives of the metadata that KFP's own classes make from the same calls.
TEST_CASE("metrics are entries of the metadata") {
  Metrics metrics;
  metrics.log("accuracy", 0.25);
  metrics.log("accuracy", 0.5);
  CHECK(dump(metrics.metadata, JsonStyle::python) == R"({"accuracy": 0.5})");
}

TEST_CASE("a confusion matrix is laid out as KFP has it") {
  ClassificationMetrics metrics;
  metrics.log_confusion_matrix({"a", "b"}, {{1, 2}, {3, 4}});
  CHECK(dump(metrics.metadata, JsonStyle::python) ==
        R"({"confusionMatrix": {"annotationSpecs": [{"displayName": "a"}, {"displayName": "b"}], )"
        R"("rows": [{"row": [1.0, 2.0]}, {"row": [3.0, 4.0]}]}})");
  metrics.log_confusion_matrix({"c"}, {{7}});
  CHECK(dump(metrics.metadata, JsonStyle::python) ==
        R"({"confusionMatrix": {"annotationSpecs": [{"displayName": "c"}], "rows": [{"row": [7.0]}]}})");
}

TEST_CASE("a confusion matrix is filled by rows and cells") {
  ClassificationMetrics metrics;
  metrics.set_confusion_matrix_categories({"a", "b"});
  CHECK(dump(metrics.metadata, JsonStyle::python) ==
        R"({"confusionMatrix": {"annotationSpecs": [{"displayName": "a"}, {"displayName": "b"}], )"
        R"("rows": [{"row": [0.0, 0.0]}, {"row": [0.0, 0.0]}]}})");
  metrics.log_confusion_matrix_row("b", {3, 4});
  metrics.log_confusion_matrix_cell("a", "b", 2);
  ClassificationMetrics whole;
  whole.log_confusion_matrix({"a", "b"}, {{0, 2}, {3, 4}});
  CHECK(metrics.metadata == whole.metadata);
}

TEST_CASE("slices have metrics of their own, laid out as KFP has them") {
  SlicedClassificationMetrics sliced;
  sliced.log_confusion_matrix("old", {"a", "b"}, {{1, 2}, {3, 4}});
  sliced.log_roc_curve("new", {0.5}, {1.0}, {0.0});
  sliced.log_roc_data_point("new", 0.25, 0.75, 0.5);
  sliced.set_confusion_matrix_categories("new", {"a", "b"});
  sliced.log_confusion_matrix_row("new", "a", {5, 6});
  sliced.log_confusion_matrix_cell("new", "b", "a", 7);

  ClassificationMetrics before, after;
  before.log_confusion_matrix({"a", "b"}, {{1, 2}, {3, 4}});
  after.log_roc_curve({0.5, 0.25}, {1.0, 0.75}, {0.0, 0.5});
  after.log_confusion_matrix({"a", "b"}, {{5, 6}, {7, 0}});
  const auto slice = [](const char* name, const ClassificationMetrics& metrics) {
    return Json::object({{"slice", name}, {"sliceClassificationMetrics", metrics.metadata}});
  };
  CHECK(sliced.metadata ==
        Json::object({{"evaluationSlices", Json::array({slice("old", before), slice("new", after)})}}));
}

TEST_CASE("a ROC curve is laid out as KFP has it, and grows") {
  ClassificationMetrics metrics;
  metrics.log_roc_curve({0.0}, {0.1}, {1.0});
  metrics.log_roc_curve({0.5}, {1.0}, {0.0});
  CHECK(metrics.metadata ==
        Json::object(
            {{"confidenceMetrics",
              Json::array(
                  {Json::object({{"confidenceThreshold", 1.0}, {"recall", 0.1}, {"falsePositiveRate", 0.0}}),
                   Json::object({{"confidenceThreshold", 0.0}, {"recall", 1.0}, {"falsePositiveRate", 0.5}})})}}));
}

TEST_CASE("what has not the right shape is refused and leaves the metadata as it was") {
  ClassificationMetrics metrics;
  CHECK_THROWS_AS(metrics.log_confusion_matrix({"a"}, {}), std::invalid_argument);
  CHECK_THROWS_AS(metrics.log_confusion_matrix({"a"}, {{1, 2}}), std::invalid_argument);
  CHECK_THROWS_AS(metrics.log_confusion_matrix({"a", "b"}, {{1, 2}, {3}}), std::invalid_argument);
  CHECK_THROWS_AS(metrics.log_confusion_matrix_row("a", {1}), std::invalid_argument);
  CHECK_THROWS_AS(metrics.log_confusion_matrix_cell("a", "a", 1), std::invalid_argument);
  CHECK_THROWS_AS(metrics.log_roc_curve({0}, {0, 1}, {0}), std::invalid_argument);
  CHECK_THROWS_AS(metrics.log_roc_curve({0}, {0}, {0, 1}), std::invalid_argument);
  CHECK(metrics.metadata == Json::object());

  SlicedClassificationMetrics sliced;
  CHECK_THROWS_AS(sliced.log_confusion_matrix_row("s", "a", {1}), std::invalid_argument);
  CHECK(sliced.metadata == Json::object());
  sliced.set_confusion_matrix_categories("s", {"a"});
  const Json set = sliced.metadata;
  CHECK_THROWS_AS(sliced.log_confusion_matrix_row("s", "b", {1}), std::invalid_argument);
  CHECK_THROWS_AS(sliced.log_confusion_matrix_row("s", "a", {1, 2}), std::invalid_argument);
  CHECK_THROWS_AS(sliced.log_confusion_matrix_cell("s", "a", "b", 1), std::invalid_argument);
  CHECK(sliced.metadata == set);
}
