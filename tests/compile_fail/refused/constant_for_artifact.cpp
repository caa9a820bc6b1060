// A string for an artifact.
// Clang: conversion function from 'const char[20] ... Dataset, "one CSV row per penguin">' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = Dataset; Given = const char (&)[20]]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = "gs://b/penguins.csv"});  // <- here
#else
    p.add(TrainModel{.train_split = data.train});
#endif
  }
};
