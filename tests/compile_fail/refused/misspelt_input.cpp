// An input that the component does not have.
// Clang: field designator 'epoch' does not refer to any field in type 'TrainModel'; did you mean 'epochs'?
// GCC: ‘TrainModel’ has no non-static data member named ‘epoch’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .epoch = 3});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .epochs = 3});
#endif
  }
};
