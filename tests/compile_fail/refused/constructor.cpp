// A component with a constructor.
// Clang: implicit instantiation of undefined template 'component_is_not_an_aggregate<Step>'
// GCC: invalid use of incomplete type ‘component_problem<Step>’ {aka ‘struct component_is_not_an_aggregate<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  explicit Step(int count) : rows(count) {}
  In<int> rows;
  void run() const {}
#else
  In<int> rows;
  void run() const {}
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{3});  // <- here
  }
};
