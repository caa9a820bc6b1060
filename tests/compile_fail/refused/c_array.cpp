// A C array as configuration.
// Clang: implicit instantiation of undefined template 'component_has_a_c_array_or_a_reference<Step>'
// GCC: invalid use of incomplete type ‘componen ... p>’ {aka ‘struct component_has_a_c_array_or_a_reference<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<int> rows;
  int sizes[3] = {1, 2, 3};
  void define(Pipeline&) const {}
#else
  In<int> rows;
  std::vector<int> sizes = {1, 2, 3};
  void define(Pipeline&) const {}
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{.rows = 3});  // <- here
  }
};
