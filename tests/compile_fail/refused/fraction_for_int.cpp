// A number with a fraction for an integer; an integer for a double is fine.
// Clang: conversion function from 'double' to 'In<int, "passes over the data">' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = int; Given = double]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .epochs = 1.5});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .learning_rate = 1});
#endif
  }
};
