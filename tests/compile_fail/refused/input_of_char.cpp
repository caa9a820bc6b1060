// A type that the spec does not have.
// Clang: implicit instantiation of undefined template 'In<char, {{0}}>'
// GCC: field ‘letter’ has incomplete type ‘In<char>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<char> letter;  // <- here
#else
  In<std::string> letter;
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
