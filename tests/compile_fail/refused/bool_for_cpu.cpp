// A boolean for a number of cores.
// Clang: another type than this option wants
// GCC: use of deleted function ‘Setting<T>::Setting(Given&&) [with Wanted = Cpu; Given = bool]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(PrepareData{.uri = "x"}, {.resources = {.cpu = true}});  // <- here
#else
    p.add(PrepareData{.uri = "x"}, {.resources = {.cpu = 2}});
#endif
  }
};
