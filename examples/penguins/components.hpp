/// The steps of the penguins pipeline. Each is a struct: its `In` members are its inputs, `Outputs` what it leaves
/// behind, and `run` what happens in its container. The work itself is plain C++, in the headers beside this one.
#pragma once

#include <mlpipe/mlpipe.hpp>

#include "schema.hpp"

namespace penguins {

using namespace mlpipe;

struct Ingest {
  In<std::string, "The CSV file: a path or a file: URI"> data_uri;
  struct Outputs {
    Out<Dataset, "The rows as they came, in one layout"> data;
  };
  static constexpr Component component{.description = "Reads the CSV file and refuses what is no table"};
  void run(Outputs& out) const;
};

struct Validate {
  In<Dataset> data;
  In<Json, "What the columns must hold; see schema.hpp"> schema = to_json(penguin_schema());
  struct Outputs {
    Out<HTML, "Every rule, kept or broken, and what each column holds"> report;
    Out<bool, "Whether every rule is kept"> ok;
  };
  static constexpr Component component{.name = "validate-data", .description = "Holds the data against a schema"};
  void run(Outputs& out) const;
};

struct SplitRows {
  In<Dataset> data;
  In<double, "The share of rows kept for the test"> test_share;
  In<std::int64_t, "The same seed deals the same rows"> seed;
  In<std::string, "The column whose classes keep their shares"> label = "species";
  struct Outputs {
    Out<Dataset> train;
    Out<Dataset> test;
  };
  static constexpr Component component{.description = "Deals the rows to training and test, class by class"};
  void run(Outputs& out) const;
};

struct TrainClassifier {
  In<Dataset> train;
  In<int, "Passes over the training rows"> epochs;
  In<double> learning_rate;
  In<double, "How strongly large weights are held back"> l2 = 1e-3;
  In<std::string> label = "species";
  In<std::vector<std::string>, "The columns to learn from"> features = {"bill_length_mm", "bill_depth_mm",
                                                                        "flipper_length_mm", "body_mass_g", "sex"};
  struct Outputs {
    Out<Model> model;
    Out<Metrics> metrics;
  };
  static constexpr Component component{.description = "Fits a multinomial logistic regression"};
  void run(Outputs& out) const;
};

struct EvaluateClassifier {
  In<Model> model;
  In<Dataset> test;
  struct Outputs {
    Out<Metrics> metrics;
    Out<ClassificationMetrics, "The confusion matrix"> confusion;
    Out<Markdown, "The confusion matrix with precision and recall"> report;
    Out<double> accuracy;
  };
  static constexpr Component component{.description = "Judges the model on rows it has not seen"};
  void run(Outputs& out) const;
};

struct PushModel {
  In<Model> model;
  In<double, "Recorded with the model"> accuracy;
  In<std::optional<std::string>, "A folder that gets the model under its version"> registry = {};
  struct Outputs {
    Out<Model> pushed;
    Out<std::string, "Made from the model's bytes"> version;
  };
  static constexpr Component component{.description = "Hands the model to those who serve it"};
  void run(Outputs& out) const;
};

}  // namespace penguins
