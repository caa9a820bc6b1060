// Arithmetic with a value of the pipeline.
// Clang: implicit instantiation of undefined template 'only_a_run_can_compute_with_these<In<int, {{0}}>, int>'
// GCC: invalid use of incomplete type ‘struct only_a_run_can_compute_with_these<In<int>, int>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  In<std::string> bucket;
  In<int> epochs = 10;
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = text("{}/rows", bucket)});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .epochs = epochs * 2});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .epochs = epochs});
#endif
  }
};
