// An input has no conversion to bool: it may be one of the pipeline.
// Clang: value of type 'const In<std::optional<int>>' is not contextually convertible to 'bool'
// GCC: could not convert ‘((const Step*)this)->Step::limit’ from ‘const In<std::optional<int> >’ to ‘bool’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  In<int> epochs = 10;
  In<bool> verbose = false;
  In<std::optional<int>> limit = {};
  void run() const {
#ifdef MLPIPE_MISTAKE
    if (limit) print("on");  // <- here
#else
    if (*limit) print("on");
#endif
  }
  static void print(const std::string&) {}
};

inline void write(Pipeline& p) { p.add(Step{}); }
