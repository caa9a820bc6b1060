// A number in a map of strings.
// Clang: an item of another type than is wanted
// GCC: use of deleted function ‘Input<T>::Input(Given&&) [with Wanted = std::string; Given = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .tags = {{"team", 4}}});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .tags = {{"team", "4"}}});
#endif
  }
};
