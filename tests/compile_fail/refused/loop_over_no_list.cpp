// A number of the pipeline is no list to loop over.
// Clang: implicit instantiation of undefined template 'this_is_no_list_to_loop_over<In<int, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct this_is_no_list_to_loop_over<In<int> >’
#include <mlpipe/mlpipe.hpp>

using namespace mlpipe;

struct Train {
  In<double> rate = 0.5;
  struct Outputs {
    Out<double> loss;
    Out<Model> model;
  };
  void run(Outputs& out) const { out.loss = *rate; }
};

struct P {
  In<int> count;
  In<std::vector<double>> rates;
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.parallel_for(count, [&](Out<double> rate) { p.add(Train{.rate = rate}); });  // <- here
#else
    p.parallel_for(rates, [&](Out<double> rate) { p.add(Train{.rate = rate}); });
#endif
  }
};
