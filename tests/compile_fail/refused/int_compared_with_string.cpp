// An integer compared with a string.
// Clang: implicit instantiation of undefined template 'these_do_not_compare<Out<int, {{0}}>, char[2]>'
// GCC: invalid use of incomplete type ‘struct these_do_not_compare<Out<int>, char [2]>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(data.rows == "3", [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(data.rows == 3, [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
