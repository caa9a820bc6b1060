// `if` of C++ asks now; a condition is known when the pipeline runs.
// Clang: value of type 'mlpipe::Condition' is not contextually convertible to 'bool'
// GCC: could not convert ‘mlpipe::operator>(const L&, const R&) [with L = Out<int>; R = int](3)’ from ‘mlpipe::Condit
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    if (data.rows > 3) p.add(TrainModel{.train_split = data.train});  // <- here
#else
    p.if_(data.rows > 3, [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
