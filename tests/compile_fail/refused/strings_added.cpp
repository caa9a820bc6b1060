// A string of the pipeline and another put together by `+`.
// Clang: implicit instantiation of undefined temp ... ompute_with_these<In<std::basic_string<char>, {{0}}>, char[6]>'
// GCC: invalid use of incomplete type ‘struct only_a_run_can_compute_with_these<In<std::string >, char [6]>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  In<std::string> bucket;
  In<int> epochs = 10;
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = text("{}/rows", bucket)});
#ifdef MLPIPE_MISTAKE
    p.add(PrepareData{.uri = bucket + "/rows"});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .epochs = epochs});
#endif
  }
};
