// A boolean compared with a number.
// Clang: implicit instantiation of undefined template 'these_do_not_compare<Out<bool, {{0}}>, int>'
// GCC: invalid use of incomplete type ‘struct these_do_not_compare<Out<bool>, int>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(data.usable == 1, [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(data.usable == true, [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
