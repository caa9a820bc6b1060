// A program of what is no pipeline.
// Clang: implicit instantiation of undefined template 'program_offers_what_is_no_pipeline<Step>'
// GCC: invalid use of incomplete type ‘program_ ... <Step>’ {aka ‘struct program_offers_what_is_no_pipeline<Step>’}
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  void run() const {}
};

struct Flow {
  void define(Pipeline& p) const { p.add(Step{}); }
};

#ifdef MLPIPE_MISTAKE
int main(int argc, char** argv) { return mlpipe::main<Step>(argc, argv); }  // <- here
#else
int main(int argc, char** argv) { return mlpipe::main<Flow, components<Step>>(argc, argv); }
#endif
