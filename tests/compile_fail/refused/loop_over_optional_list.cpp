// A list that may be absent is none to loop over.
// Clang: implicit instantiation of undefined temp ... st_to_loop_over<In<std::optional<std::vector<double>>, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct t ... o_list_to_loop_over<In<std::optional<std::vector<double> > > >’
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
  In<std::optional<std::vector<double>>> perhaps = {};
  In<std::vector<double>> rates = empty;
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.parallel_for(perhaps, [&](Out<double> rate) { p.add(Train{.rate = rate}); });  // <- here
#else
    p.parallel_for(rates, [&](Out<double> rate) { p.add(Train{.rate = rate}); });
#endif
  }
};
