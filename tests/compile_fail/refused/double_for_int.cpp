// A double of the pipeline for an integer; the other way is fine.
// Clang: conversion function from 'Out<double>' to 'In<int, "passes over the data">' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = int; Given = Out<double>&]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .epochs = data.share});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .learning_rate = data.rows});
#endif
  }
};
