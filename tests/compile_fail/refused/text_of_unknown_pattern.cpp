// A pattern that is only known at run time cannot be checked.
// Clang: call to consteval function 'TextPattern< ... tPattern<std::basic_string<char>>' is not a constant expression
// GCC: ‘this’ is not a constant expression
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  std::string pattern;
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = text(pattern, data.rows)});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = text("run-{}", pattern)});
#endif
  }
};
