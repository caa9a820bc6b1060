// What is no component is compiled, as a value.
// Clang: implicit instantiation of undefined template 'component_has_two_bodies<Settings>'
// GCC: invalid use of incomplete type ‘componen ... em<Settings>’ {aka ‘struct component_has_two_bodies<Settings>’}
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Settings {
  In<int> rows = 3;
#ifdef MLPIPE_MISTAKE
  void run() const {}
#endif
  void define(Pipeline& p) const { p.add(PrepareData{.uri = "gs://b/x"}); }
};

int main() {
  const auto result = mlpipe::try_compile(Settings{.rows = 4});  // <- here
  return result ? 0 : 1;
}
