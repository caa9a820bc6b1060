// A boolean for an integer.
// Clang: conversion function from 'bool' to 'In<int, "passes over the data">' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = int; Given = bool]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .epochs = true});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .epochs = 1});
#endif
  }
};
