// How long `exec` takes from the start of the process to a component's `run`: bench/run looks at the clock before it
// starts this, and `run` when it is there. The steps are those of the penguins example, in a pipeline like that one;
// the step that tells the time comes last, so that all of it is written down first.
#include <time.h>

#include <string>

#include "components.hpp"
#include "mlpipe/mlpipe.hpp"
#include "mlpipe/program/main.hpp"

using namespace mlpipe;
using namespace penguins;

namespace {

struct TellTime {
  struct Outputs {
    Out<std::string> nanoseconds;
  };
  void run(Outputs& out) const {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    out.nanoseconds = std::to_string(now.tv_sec * 1'000'000'000LL + now.tv_nsec);
  }
};

struct Start {
  In<std::string> data_uri;
  In<std::int64_t> seed = 1;
  In<double> test_share = 0.25;
  In<int> epochs = 500;
  In<double> learning_rate = 0.5;
  In<double> min_accuracy = 0.95;
  In<std::optional<std::string>> registry = {};

  void define(Pipeline& p) const {
    auto data = p.add(Ingest{.data_uri = data_uri}).data;
    auto check = p.add(Validate{.data = data});
    p.if_(check.ok, [&] {
      auto rows = p.add(SplitRows{.data = data, .test_share = test_share, .seed = seed});
      auto model = p.add(TrainClassifier{.train = rows.train, .epochs = epochs, .learning_rate = learning_rate}).model;
      auto score = p.add(EvaluateClassifier{.model = model, .test = rows.test});
      p.if_(score.accuracy >= min_accuracy,
            [&] { p.add(PushModel{.model = model, .accuracy = score.accuracy, .registry = registry}); });
    });
    p.add(TellTime{});
  }
};

}  // namespace

int main(int argc, char** argv) { return mlpipe::main<Start>(argc, argv); }
