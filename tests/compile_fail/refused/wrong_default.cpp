// A default of another type.
// Clang: conversion function from 'const char[3]' to 'In<int>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = int; Given = const char (&)[3]]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<int> epochs = "10";  // <- here
#else
  In<int> epochs = 10;
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
