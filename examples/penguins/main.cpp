#include <mlpipe/mlpipe.hpp>

#include "components.hpp"

using namespace mlpipe;
using namespace penguins;

struct Penguins {
  In<std::string, "The CSV file with the penguins: a path or a file: URI"> data_uri;
  In<std::int64_t, "The same seed gives the same model"> seed = 1;
  In<double, "The share of rows kept for the test"> test_share = 0.25;
  In<int, "Passes over the training rows"> epochs = 500;
  In<double> learning_rate = 0.5;
  In<double, "A model below it is not pushed"> min_accuracy = 0.95;
  In<std::optional<std::string>, "A folder that gets the pushed model"> registry = {};
  struct Outputs {
    Out<HTML> validation_report;
    Out<bool> data_ok;
  };
  static constexpr Component component{.description = "Tells the species of the Palmer penguins by their measures"};

  Outputs define(Pipeline& p) const {
    auto data = p.add(Ingest{.data_uri = data_uri}).data;
    auto check = p.add(Validate{.data = data});
    p.if_(check.ok, [&] {
      auto rows = p.add(SplitRows{.data = data, .test_share = test_share, .seed = seed});
      auto model = p.add(TrainClassifier{.train = rows.train, .epochs = epochs, .learning_rate = learning_rate}).model;
      auto score = p.add(EvaluateClassifier{.model = model, .test = rows.test});
      p.if_(score.accuracy >= min_accuracy,
            [&] { p.add(PushModel{.model = model, .accuracy = score.accuracy, .registry = registry}); });
    });
    return {.validation_report = check.report, .data_ok = check.ok};
  }
};

int main(int argc, char** argv) { return mlpipe::main<Penguins>(argc, argv); }
