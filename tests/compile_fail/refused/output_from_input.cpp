// An input is no output: only tasks make outputs.
// Clang: conversion function from 'const In<std:: ... sic_string<char>>') to 'Out<double>' invokes a deleted function
// GCC: use of deleted function ‘Out<T, Doc>::Out(Given&&) [with Given = const In<std::string >&]’
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
    return {.model = train.model, .accuracy = uri};  // <- here
#else
    return {.model = train.model, .accuracy = train.accuracy};
#endif
  }
};
