// A field of a record, for an input of another type.
// Clang: conversion function from 'const In<std::string>' to 'In<double>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = double; Given = const In<std::string >&]’
#include <mlpipe/mlpipe.hpp>

using namespace mlpipe;

struct Train {
  In<double> rate = 0.5;
  struct Outputs {
    Out<double> loss;
    Out<Model> model;
  };
  void run(Outputs& out) const { out.loss = *rate; }
};

struct Trial {
  In<double> rate;
  In<std::string> name = "";
};

struct P {
  In<Trial> trial;
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.add(Train{.rate = trial.name});  // <- here
#else
    p.add(Train{.rate = trial.rate});
#endif
  }
};
