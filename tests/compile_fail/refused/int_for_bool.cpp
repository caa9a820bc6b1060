// A number for a boolean.
// Clang: conversion function from 'int' to 'In<bool>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = bool; Given = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .shuffle = 1});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .shuffle = true});
#endif
  }
};
