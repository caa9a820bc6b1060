// A default that is none of the literals.
// Clang: this string is not one of the literals
// GCC: call to non-‘constexpr’ function ‘void value_is_not_one_of_the_literals()’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<Literal<"sgd", "adam">> optimizer = "adamw";  // <- here
#else
  In<Literal<"sgd", "adam">> optimizer = "adam";
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
