// Outputs with a member that is no output.
// Clang: implicit instantiation of undefined template 'outputs_of_component_have_a_member_that_is_no_Out<Step>'
// GCC: invalid use of incomplete type ‘componen ... truct outputs_of_component_have_a_member_that_is_no_Out<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  struct Outputs {
#ifdef MLPIPE_MISTAKE
    int rows;
#else
    Out<int> rows;
#endif
    Out<Dataset> table;
  };
  void run(Outputs& out) const { out.rows = 1; }
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{});  // <- here
  }
};
