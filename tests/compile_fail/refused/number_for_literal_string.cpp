// A number for one of several strings.
// Clang: conversion function from 'int' to 'In<Literal<"sgd", "adam">>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In( ... teral<char, 4>{"sgd"}, literal<char, 5>{"adam"}>; Given = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .optimizer = 1});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .optimizer = "adam"});
#endif
  }
};
