// The body of a loop takes an item of the type that its list has.
// Clang: implicit instantiation of undefined template 'body_of_a_loop_takes_its_item<Out<double, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct body_of_a_loop_takes_its_item<Out<double> >’
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
  In<std::vector<double>> rates;
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.parallel_for(rates, [&](Out<std::string>) { p.add(Train{}); });  // <- here
#else
    p.parallel_for(rates, [&](Out<double>) { p.add(Train{}); });
#endif
  }
};
