// A body that cannot be called as the library does: not const.
// Clang: implicit instantiation of undefined template 'component_has_no_body<Step>'
// GCC: invalid use of incomplete type ‘component_problem<Step>’ {aka ‘struct component_has_no_body<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<int> rows;
  void run() {}
#else
  In<int> rows;
  void run() const {}
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{.rows = 3});  // <- here
  }
};
