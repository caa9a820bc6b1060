// Formats are not known; a brace is written twice.
// Clang: call to consteval function 'TextPattern<1>::TextPattern<char[10]>' is not a constant expression
// GCC: call to non-‘constexpr’ function ‘void unmatched_brace_in_text_write_two_for_one()’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = text("run-{:03}", data.rows)});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = text("run-{}", data.rows)});
#endif
  }
};
