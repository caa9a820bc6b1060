// Outputs with a C array.
// Clang: implicit instantiation of undefined template 'outputs_of_component_are_not_a_plain_struct<Step>'
// GCC: invalid use of incomplete type ‘componen ... aka ‘struct outputs_of_component_are_not_a_plain_struct<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  struct Outputs {
#ifdef MLPIPE_MISTAKE
    Out<int> counts[2];
#else
    Out<std::vector<int>> counts;
#endif
  };
  void run(Outputs&) const {}
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{});  // <- here
  }
};
