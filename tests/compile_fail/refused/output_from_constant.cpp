// A constant is no output: only tasks make outputs.
// Clang: conversion function from 'double' to 'Out<double>' invokes a deleted function
// GCC: use of deleted function ‘Out<T, Doc>::Out(Given&&) [with Given = double]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  In<std::string> uri;
  In<Dataset> validation;
  struct Outputs {
    Out<Model> model;
    Out<double> accuracy;
  };
  Outputs define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = uri});
    auto train = p.add(TrainModel{.train_split = data.train});
#ifdef MLPIPE_MISTAKE
    return {.model = train.model, .accuracy = 0.9};  // <- here
#else
    return {.model = train.model, .accuracy = train.accuracy};
#endif
  }
};
