// A pipeline returns a value of another type.
// Clang: conversion function from 'Out<Dataset>' to 'Out<Model>' invokes a deleted function
// GCC: use of deleted function ‘Out<T, Doc>::Out(Given&&) [with Given = Out<Dataset>&]’
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
    return {.model = data.train, .accuracy = train.accuracy};  // <- here
#else
    return {.model = train.model, .accuracy = train.accuracy};
#endif
  }
};
