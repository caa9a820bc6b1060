// A C array of inputs.
// Clang: implicit instantiation of undefined template 'component_has_a_c_array_or_a_reference<Step>'
// GCC: invalid use of incomplete type ‘componen ... p>’ {aka ‘struct component_has_a_c_array_or_a_reference<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<int> rows;
  In<int> sizes[2] = {1, 2};
  void run() const {}
#else
  In<int> rows;
  In<std::vector<int>> sizes = {1, 2};
  void run() const {}
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{.rows = 3});  // <- here
  }
};
