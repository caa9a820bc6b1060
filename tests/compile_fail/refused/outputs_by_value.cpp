// A `run` that is given a copy of its outputs: what it sets is lost.
// Clang: implicit instantiation of undefined template 'run_takes_a_copy_of_its_outputs<Step>'
// GCC: invalid use of incomplete type ‘componen ... lem<Step>’ {aka ‘struct run_takes_a_copy_of_its_outputs<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  struct Outputs {
    Out<int> rows;
  };
#ifdef MLPIPE_MISTAKE
  void run(Outputs out) const { (void)out; }
#else
  void run(Outputs& out) const { out.rows = 1; }
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{});  // <- here
  }
};
