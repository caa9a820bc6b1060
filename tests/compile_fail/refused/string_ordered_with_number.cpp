// A string is more than no number.
// Clang: implicit instantiation of undefined temp ... these_do_not_compare<Out<std::basic_string<char>, {{0}}>, int>'
// GCC: invalid use of incomplete type ‘struct these_do_not_compare<Out<std::string >, int>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(data.label >= 3, [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(data.label >= "b", [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
