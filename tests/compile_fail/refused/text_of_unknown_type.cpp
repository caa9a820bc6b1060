// A type that is no text.
// Clang: implicit instantiation of undefined template 'not_all_arguments_are_text<std::vector<int>>'
// GCC: invalid use of incomplete type ‘struct not_all_arguments_are_text<std::vector<int, std::allocator<int> > >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = text("run-{}", std::vector<int>{1})});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = text("run-{}", 1)});
#endif
  }
};
