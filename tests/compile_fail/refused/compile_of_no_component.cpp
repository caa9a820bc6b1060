// What is no component is compiled, by its type.
// Clang: implicit instantiation of undefined template 'component_has_no_body<Settings>'
// GCC: invalid use of incomplete type ‘component_problem<Settings>’ {aka ‘struct component_has_no_body<Settings>’}
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Settings {
  In<int> rows = 3;
#ifndef MLPIPE_MISTAKE
  void run() const {}
#endif
};

int main() {
  const auto spec = mlpipe::compile<Settings>();  // <- here
  return spec.pipeline.components.empty() ? 1 : 0;
}
