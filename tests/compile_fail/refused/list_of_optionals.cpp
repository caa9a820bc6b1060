// Lists whose elements may be absent.
// Clang: implicit instantiation of undefined template 'In<std::vector<std::optional<int>>, {{0}}>'
// GCC: field ‘sizes’ has incomplete type ‘In<std::vector<std::optional<int> > >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<std::vector<std::optional<int>>> sizes;  // <- here
#else
  In<std::optional<std::vector<int>>> sizes;
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
