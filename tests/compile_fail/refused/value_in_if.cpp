// `if` of C++ asks now; a value is known when the pipeline runs.
// Clang: value of type 'Out<bool>' is not contextually convertible to 'bool'
// GCC: could not convert ‘data.Task<PrepareData ... ymous>.PrepareData::Outputs::usable’ from ‘Out<bool>’ to ‘bool’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    if (data.usable) p.add(TrainModel{.train_split = data.train});  // <- here
#else
    p.if_(data.usable, [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
