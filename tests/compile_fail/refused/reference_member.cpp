// A reference as configuration.
// Clang: implicit instantiation of undefined template 'component_has_a_c_array_or_a_reference<Step>'
// GCC: invalid use of incomplete type ‘componen ... p>’ {aka ‘struct component_has_a_c_array_or_a_reference<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

const int size_of_all = 3;

struct Step {
#ifdef MLPIPE_MISTAKE
  In<int> rows;
  const int& size = size_of_all;
  void define(Pipeline&) const {}
#else
  In<int> rows;
  int size = size_of_all;
  void define(Pipeline&) const {}
#endif
};

struct Flow {
  void define(Pipeline& p) const {
    p.add(Step{.rows = 3});  // <- here
  }
};
