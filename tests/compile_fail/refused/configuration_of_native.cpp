// A native component with a member that is no input. (Of others these are fine, and so are static ones.)
// Clang: implicit instantiation of undefined template 'native_component_has_a_member_that_is_no_In<Step>'
// GCC: invalid use of incomplete type ‘componen ... aka ‘struct native_component_has_a_member_that_is_no_In<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

#ifdef MLPIPE_MISTAKE
struct Step {
  int attempts = 3;
  In<int> rows = 1;
  void run() const {}
};
#else
struct Step {
  static constexpr int most = 9;
  int attempts = 3;
  In<int> rows = 1;
  ContainerSpec container() const { return {.image = "alpine", .command = {"sh"}, .args = {attempts, rows}}; }
};
#endif

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{});  // <- here
  }
};
