// A program of what is no component.
// Clang: implicit instantiation of undefined template 'component_has_no_body<Settings>'
// GCC: invalid use of incomplete type ‘program_problem<Settings>’ {aka ‘struct component_has_no_body<Settings>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Settings {
  In<int> rows = 3;
#ifndef MLPIPE_MISTAKE
  void run() const {}
#endif
};

int main(int argc, char** argv) { return mlpipe::main<Settings>(argc, argv); }  // <- here
