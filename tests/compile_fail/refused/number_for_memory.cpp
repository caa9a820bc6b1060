// Memory without a unit.
// Clang: another type than this option wants
// GCC: use of deleted function ‘Setting<T>::Setting(Given&&) [with Wanted = Memory; Given = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(PrepareData{.uri = "x"}, {.resources = {.memory = 4}});  // <- here
#else
    p.add(PrepareData{.uri = "x"}, {.resources = {.memory = "4Gi"}});
#endif
  }
};
