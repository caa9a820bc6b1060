// A program whose pipeline is no component.
// Clang: implicit instantiation of undefined template 'component_has_two_bodies<Flow>'
// GCC: invalid use of incomplete type ‘program_problem<Flow>’ {aka ‘struct component_has_two_bodies<Flow>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
#ifdef MLPIPE_MISTAKE
  void run() const {}
#endif
  void define(Pipeline& p) const { p.add(PrepareData{.uri = "gs://b/x"}); }
};

int main(int argc, char** argv) { return mlpipe::main<Flow>(argc, argv); }  // <- here
