// Branches that return values of different types.
// Clang: implicit instantiation of undefined temp ... return_different_types<Out<Model, {{0}}>, Out<Dataset, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct branches_return_different_types<Out<Model>, Out<Dataset> >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    auto branch = p.if_(data.rows > 100, [&] { return p.add(TrainModel{.train_split = data.train}).model; });
    branch.elif_(data.rows > 10, [&] { return data.train; });  // <- here
#else
    auto branch = p.if_(data.rows > 100, [&] { return p.add(TrainModel{.train_split = data.train}).model; });
    branch.elif_(data.rows > 10, [&] { return p.add(TrainModel{.train_split = data.train}).model; });
#endif
  }
};
