// A type that the spec does not have.
// Clang: implicit instantiation of undefined template 'In<float, {{0}}>'
// GCC: field ‘rate’ has incomplete type ‘In<float>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<float> rate;  // <- here
#else
  In<double> rate;
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
