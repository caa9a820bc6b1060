// A component of two kinds.
// Clang: implicit instantiation of undefined template 'component_has_two_bodies<Step>'
// GCC: invalid use of incomplete type ‘component_problem<Step>’ {aka ‘struct component_has_two_bodies<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<int> rows;
  void run() const {}
  ContainerSpec container() const { return {.image = "alpine"}; }
#else
  In<int> rows;
  ContainerSpec container() const { return {.image = "alpine"}; }
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{.rows = 3});  // <- here
  }
};
