// `= {}` is what "left out" looks like to the compiler: the empty list is written `empty`.
// Clang: chosen constructor is explicit in copy-initialization
// GCC: converting to ‘In<std::vector<int> >’ fr ... ctor<int>; fixed_string<...auto...> Doc = fixed_string<1>{""}]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<std::vector<int>> sizes = {};  // <- here
#else
  In<std::vector<int>> sizes = empty;
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
