// A number that is none of the literals.
// Clang: this number is not one of the literals
// GCC: call to non-‘constexpr’ function ‘void value_is_not_one_of_the_literals()’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .threads = 3});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .threads = 4});
#endif
  }
};
