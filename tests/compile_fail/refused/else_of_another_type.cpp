// Branches that return values of different types.
// Clang: implicit instantiation of undefined temp ... hes_return_different_types<Out<Model, {{0}}>, Out<int, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct branches_return_different_types<Out<Model>, Out<int> >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    auto branch = p.if_(data.rows > 100, [&] { return p.add(TrainModel{.train_split = data.train}).model; });
    branch.else_([&] { return data.rows; });  // <- here
#else
    auto branch = p.if_(data.rows > 100, [&] { return p.add(TrainModel{.train_split = data.train}).model; });
    branch.else_([&] { return p.add(TrainModel{.train_split = data.train}).model; });
#endif
  }
};
