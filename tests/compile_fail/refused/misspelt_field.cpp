// A field that the record does not have.
// Clang: no member named 'rates' in 'In<Trial, {{0}}>'
// GCC: ‘const class In<Trial>’ has no member named ‘rates’; did you mean ‘rate’?
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

struct Trial {
  In<double> rate;
};

struct P {
  In<Trial> trial;
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.add(Train{.rate = trial.rates});  // <- here
#else
    p.add(Train{.rate = trial.rate});
#endif
  }
};
