// A number is no condition.
// Clang: implicit instantiation of undefined temp ... all_operands_are_conditions<Out<bool, {{0}}>, Out<int, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct n ... ut<bool, fixed_string<1>{""}>, Out<int, fixed_string<1>{""}> >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(data.usable && data.rows, [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(data.usable && data.rows > 0, [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
