/// Artifacts: files, folders and records that steps hand on. In a step they have a path; while a pipeline is written
/// they are values. A type of one's own derives from one of these and says its schema, which KFP wants in the namespace
/// `system` or `google`:
///   struct Index : Artifact { static constexpr std::string_view schema_title = "system.Index"; };
/// One that does not say it is of its base's schema: `struct Index : Artifact {};` is system.Artifact, any artifact.
/// Its version is the base's too unless it says `schema_version`, three numbers as in "0.0.1".
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/json.hpp"

namespace mlpipe {

/// Any artifact (system.Artifact): what a step is told of one, and what it may say of it.
class Artifact {
 public:
  static constexpr std::string_view schema_title = "system.Artifact";
  static constexpr std::string_view schema_version = "0.0.1";

  /// Where the step reads or writes it on the local file system: a file, or a folder that the step creates.
  const std::string& path() const { return path_; }
  /// Where it is stored.
  const std::string& uri() const { return uri_; }
  /// The name that the backend gave it.
  const std::string& name() const { return name_; }
  /// What is recorded beside it; of an output, what the step sets here is recorded.
  Json metadata = Json::object();

  // For who fills an artifact: the runtime, and tests of components.
  void set_path(std::string path) { path_ = std::move(path); }
  void set_uri(std::string uri) { uri_ = std::move(uri); }
  void set_name(std::string name) { name_ = std::move(name); }

 private:
  std::string path_;
  std::string uri_;
  std::string name_;
};

class Dataset : public Artifact {
 public:
  static constexpr std::string_view schema_title = "system.Dataset";
};

class Model : public Artifact {
 public:
  static constexpr std::string_view schema_title = "system.Model";
};

/// Scalar metrics.
class Metrics : public Artifact {
 public:
  static constexpr std::string_view schema_title = "system.Metrics";

  /// Records one metric; a later value of the same name replaces it.
  void log(const std::string& metric, double value);
};

/// What KFP and Vertex AI draw as ROC curves and confusion matrices. All of it is kept in the metadata.
class ClassificationMetrics : public Artifact {
 public:
  static constexpr std::string_view schema_title = "system.ClassificationMetrics";

  /// Records a confusion matrix: `matrix[i][j]` counts the cases of category i that were predicted as category j.
  /// Throws std::invalid_argument unless it is square with one row for each category.
  void log_confusion_matrix(const std::vector<std::string>& categories, const std::vector<std::vector<double>>& matrix);
  /// The categories of a matrix that is filled by rows and cells; until then it is all zero.
  void set_confusion_matrix_categories(const std::vector<std::string>& categories);
  /// Sets the row of one category. Throws std::invalid_argument where it is none of them, or the row has not one number
  /// for each.
  void log_confusion_matrix_row(const std::string& category, const std::vector<double>& row);
  /// Sets how many cases of the one category were predicted as the other. Throws std::invalid_argument where one is
  /// none of the categories.
  void log_confusion_matrix_cell(const std::string& category, const std::string& predicted, double count);
  /// Adds one point to the ROC curve.
  void log_roc_data_point(double false_positive_rate, double true_positive_rate, double threshold);
  /// Adds points, with falling thresholds. Throws std::invalid_argument unless all are of one length.
  void log_roc_curve(const std::vector<double>& false_positive_rates, const std::vector<double>& true_positive_rates,
                     const std::vector<double>& thresholds);
};

/// The same for each of the slices that examples fall into.
class SlicedClassificationMetrics : public Artifact {
 public:
  static constexpr std::string_view schema_title = "system.SlicedClassificationMetrics";

  // Of one slice, which they make where there is none of that name; else as in ClassificationMetrics.
  void log_confusion_matrix(const std::string& slice, const std::vector<std::string>& categories,
                            const std::vector<std::vector<double>>& matrix);
  void set_confusion_matrix_categories(const std::string& slice, const std::vector<std::string>& categories);
  void log_confusion_matrix_row(const std::string& slice, const std::string& category, const std::vector<double>& row);
  void log_confusion_matrix_cell(const std::string& slice, const std::string& category, const std::string& predicted,
                                 double count);
  void log_roc_data_point(const std::string& slice, double false_positive_rate, double true_positive_rate,
                          double threshold);
  void log_roc_curve(const std::string& slice, const std::vector<double>& false_positive_rates,
                     const std::vector<double>& true_positive_rates, const std::vector<double>& thresholds);
};

class HTML : public Artifact {
 public:
  static constexpr std::string_view schema_title = "system.HTML";
};

class Markdown : public Artifact {
 public:
  static constexpr std::string_view schema_title = "system.Markdown";
};

template <class T>
concept ArtifactType = std::derived_from<T, Artifact>;

}  // namespace mlpipe
