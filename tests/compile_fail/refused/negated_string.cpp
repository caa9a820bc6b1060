// Only conditions are negated.
// Clang: implicit instantiation of undefined temp ... l_operands_are_conditions<Out<std::basic_string<char>, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct n ... r_traits<char>, std::allocator<char> >, fixed_string<1>{""}> >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(!data.label, [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(!data.usable, [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
