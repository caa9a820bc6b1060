// `*epochs` is an integer.
// Clang: reference to type 'const std::string' (a ... bind to an lvalue of type 'const stored<int>' (aka 'const int')
// GCC: cannot convert ‘stored<int>’ {aka ‘const int’} to ‘const std::string&’ {aka ‘const std::string&’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  In<int> epochs = 10;
  In<bool> verbose = false;
  In<std::optional<int>> limit = {};
  void run() const {
#ifdef MLPIPE_MISTAKE
    print(*epochs);  // <- here
#else
    print(std::to_string(*epochs));
#endif
  }
  static void print(const std::string&) {}
};

inline void write(Pipeline& p) { p.add(Step{}); }
