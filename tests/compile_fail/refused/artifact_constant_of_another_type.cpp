// An artifact made by hand, of another type.
// Clang: conversion function from 'Model' to 'In<Dataset, "one CSV row per penguin">' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = Dataset; Given = Model]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = Model()});  // <- here
#else
    p.add(TrainModel{.train_split = Dataset()});
#endif
  }
};
