// A number is no task.
// Clang: not a task, as Pipeline::add gives one
// GCC: use of deleted function ‘TaskRef::TaskRef(const Given&) [with Given = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(PrepareData{.uri = "x"}, {.after = {5}});  // <- here
#else
    p.add(PrepareData{.uri = "x"}, {.after = {data}});
#endif
  }
};
