// A record, for an input of another record.
// Clang: conversion function from 'const In<Other>' to 'In<Trial>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = Trial; Given = const In<Other>&]’
#include <mlpipe/mlpipe.hpp>

using namespace mlpipe;

struct Trial {
  In<double> rate;
};
struct Other {
  In<double> rate;
};
struct Use {
  In<Trial> trial;
  void run() const {}
};

struct P {
  In<Other> other;
  In<Trial> trial;
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.add(Use{.trial = other});  // <- here
#else
    p.add(Use{.trial = trial});
    p.add(Use{.trial = Trial{.rate = 1}});
    p.add(Use{.trial = Trial{.rate = trial.rate}});
#endif
  }
};
