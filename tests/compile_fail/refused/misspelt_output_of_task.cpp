// An output that the task does not have.
// Clang: no member named 'training' in 'Task<PrepareData>'
// GCC: ‘class Task<PrepareData>’ has no member named ‘training’; did you mean ‘train’?
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.training});  // <- here
#else
    p.add(TrainModel{.train_split = data.train});
#endif
  }
};
