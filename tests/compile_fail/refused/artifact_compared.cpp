// An artifact has no value to compare.
// Clang: implicit instantiation of undefined template 'these_do_not_compare<Out<Dataset, {{0}}>, char[2]>'
// GCC: invalid use of incomplete type ‘struct these_do_not_compare<Out<Dataset>, char [2]>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(data.train == "x", [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(data.label == "x", [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
