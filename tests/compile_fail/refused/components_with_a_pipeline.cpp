// A pipeline among the components of a program.
// Clang: implicit instantiation of undefined template 'components_lists_what_has_no_run<Flow>'
// GCC: invalid use of incomplete type ‘program_ ...  Flow> >’ {aka ‘struct components_lists_what_has_no_run<Flow>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  void run() const {}
};

struct Flow {
  void define(Pipeline& p) const { p.add(Step{}); }
};

#ifdef MLPIPE_MISTAKE
int main(int argc, char** argv) { return mlpipe::main<Flow, components<Step, Flow>>(argc, argv); }  // <- here
#else
int main(int argc, char** argv) { return mlpipe::main<Flow, components<Step>>(argc, argv); }
#endif
