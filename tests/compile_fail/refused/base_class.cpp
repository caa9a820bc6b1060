// A component with a base class.
// Clang: implicit instantiation of undefined template 'component_has_a_base_class<Step>'
// GCC: invalid use of incomplete type ‘component_problem<Step>’ {aka ‘struct component_has_a_base_class<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Common {
  int seed = 1;
};

struct Step
#ifdef MLPIPE_MISTAKE
    : Common {
  In<int> rows = 3;
  void run() const {}
};
#else
{
  Common common = {};
  In<int> rows = 3;
  ContainerSpec container() const { return {.image = "alpine", .command = {"echo"}, .args = {common.seed, rows}}; }
};
#endif

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{});  // <- here
  }
};
