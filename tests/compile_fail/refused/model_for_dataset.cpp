// An artifact of another type.
// Clang: conversion function from 'Out<Model>' to 'In<Dataset, "one CSV row per penguin">' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = Dataset; Given = Out<Model>]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = p.add(TrainModel{.train_split = data.train}).model});  // <- here
#else
    p.add(TrainModel{.train_split = data.train});
#endif
  }
};
