// Text is a string, also where it holds a number.
// Clang: conversion function from 'Text' to 'In<int, "passes over the data">' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = int; Given = Text]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .epochs = text("{}", data.rows)});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = text("{}", data.rows)});
#endif
  }
};
