// More arguments than `{}`.
// Clang: call to consteval function 'TextPattern<2>::TextPattern<char[7]>' is not a constant expression
// GCC: call to non-‘constexpr’ function ‘void number_of_braces_in_text_differs_from_number_of_arguments()’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = text("run-{}", data.label, data.rows)});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = text("run-{}-{}", data.label, data.rows)});
#endif
  }
};
