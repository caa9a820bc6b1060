// The body of an exit handler gives nothing.
// Clang: implicit instantiation of undefined template 'body_of_an_exit_handler_gives_nothing<Out<double, {{0}}>>'
// GCC: invalid use of incomplete type ‘struct body_of_an_exit_handler_gives_nothing<Out<double> >’
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

struct Bye {
  void run() const {}
};

struct P {
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.exit_handler(p.exit_task(Bye{}), [&] { return p.add(Train{}).loss; });  // <- here
#else
    p.exit_handler(p.exit_task(Bye{}), [&] { p.add(Train{}); });
#endif
  }
};
