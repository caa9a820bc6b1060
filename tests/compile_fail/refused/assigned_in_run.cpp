// A step does not change its inputs.
// Clang: no viable overloaded '='
// GCC: passing ‘const In<int>’ as ‘this’ argument discards qualifiers [-fpermissive]
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  In<int> epochs = 10;
  In<bool> verbose = false;
  In<std::optional<int>> limit = {};
  void run() const {
#ifdef MLPIPE_MISTAKE
    epochs = 3;  // <- here
#else
    int left = *epochs;
    left = 3;
    print(std::to_string(left));
#endif
  }
  static void print(const std::string&) {}
};

inline void write(Pipeline& p) { p.add(Step{}); }
