// A component with a private member.
// Clang: implicit instantiation of undefined template 'component_is_not_an_aggregate<Step>'
// GCC: invalid use of incomplete type ‘component_problem<Step>’ {aka ‘struct component_is_not_an_aggregate<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<int> rows = 3;
  void run() const {}

 private:
  int size = 3;
#else
  In<int> rows = 3;
  void run() const {}
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step());  // <- here
  }
};
