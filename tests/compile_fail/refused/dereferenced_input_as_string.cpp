// `*epochs` is an integer.
// Clang: conversion function from 'const stored<i ... ing>' (aka 'In<basic_string<char>>') invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = std::string; Given = const int&]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  In<int> epochs = 10;
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = *epochs});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .epochs = *epochs});
#endif
  }
};
