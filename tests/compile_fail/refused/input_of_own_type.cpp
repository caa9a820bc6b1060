// A type of one's own that is no artifact.
// Clang: implicit instantiation of undefined template 'In<Table, {{0}}>'
// GCC: field ‘table’ has incomplete type ‘In<Table>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Table {
  int rows = 0;
};

struct Step {
#ifdef MLPIPE_MISTAKE
  In<Table> table;  // <- here
#else
  Table table = {};
#endif
  ContainerSpec container() const { return {.image = "acme/step:1.0", .command = {"step"}}; }
};

inline void write(Pipeline& p) { p.add(Step()); }
