// An output is never absent.
// Clang: implicit instantiation of undefined template 'Out<std::optional<int>, {{0}}>'
// GCC: field ‘rows’ has incomplete type ‘Out<std::optional<int> >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  struct Outputs {
#ifdef MLPIPE_MISTAKE
    Out<std::optional<int>> rows;  // <- here
#else
    Out<int> rows;
#endif
  };
  void run(Outputs&) const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
