// A string is no condition.
// Clang: no matching member function for call to 'if_'
// GCC: no matching function for call to ‘Pipeli ... Out<std::string >&, Flow::define(Pipeline&) const::<lambda()>)’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(data.label, [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(data.label != "", [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
