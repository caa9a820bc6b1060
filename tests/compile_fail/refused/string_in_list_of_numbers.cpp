// A string among numbers.
// Clang: conversion function from 'const char[2]' to 'const mlpipe::Input<int>' invokes a deleted function
// GCC: use of deleted function ‘mlpipe::Input<T>::Input(U&&) [with U = const char (&)[2]; T = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .layers = {16, "8"}});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .layers = {16, 8}});
#endif
  }
};
