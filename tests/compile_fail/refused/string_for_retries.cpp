// A string for a number of retries.
// Clang: another type than this option wants
// GCC: use of deleted function ‘Setting<T>::Setting(Given&&) [with Wanted = int; Given = const char (&)[2]]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(PrepareData{.uri = "x"}, {.retry = {.max = "3"}});  // <- here
#else
    p.add(PrepareData{.uri = "x"}, {.retry = {.max = 3}});
#endif
  }
};
