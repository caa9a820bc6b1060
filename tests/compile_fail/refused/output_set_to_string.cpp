// A step sets an output to a constant of another type.
// Clang: implicit instantiation of undefined template 'output_of_another_type<int, char[2]>'
// GCC: invalid use of incomplete type ‘struct output_of_another_type<int, char [2]>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  struct Outputs {
    Out<int> rows;
  };
  void run(Outputs& out) const {
#ifdef MLPIPE_MISTAKE
    out.rows = "3";  // <- here
#else
    out.rows = 3;
#endif
  }
};

inline void write(Pipeline& p) { p.add(Step()); }
