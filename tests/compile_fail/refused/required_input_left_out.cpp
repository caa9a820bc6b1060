// An input without a default is left out.
// Clang: chosen constructor is explicit in copy-initialization
// GCC: converting to ‘In<Dataset, fixed_string< ... ...auto...> Doc = fixed_string<24>{"one CSV row per penguin"}]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.epochs = 3});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .epochs = 3});
#endif
  }
};
