// `if` of C++ asks now; a condition is known when the pipeline runs.
// Clang: value of type 'Condition' is not contextually convertible to 'bool'
// GCC: could not convert ‘operator>(const L&, const R&) [with L = Out<int>; R = int](3)’ from ‘Condition’ to ‘bool’
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
