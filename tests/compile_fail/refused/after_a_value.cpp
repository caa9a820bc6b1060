// A value is no task; its task comes before anyway, where the value is used.
// Clang: not a task, as Pipeline::add gives one
// GCC: use of deleted function ‘TaskRef::TaskRef(const Given&) [with Given = Out<Dataset>]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(PrepareData{.uri = "x"}, {.after = {data.train}});  // <- here
#else
    p.add(PrepareData{.uri = "x"}, {.after = {data}});
#endif
  }
};
