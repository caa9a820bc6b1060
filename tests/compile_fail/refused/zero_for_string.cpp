// 0 would be a null pointer to C++.
// Clang: conversion function from 'int' to 'In<st ... ing>' (aka 'In<basic_string<char>>') invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = std::string; Given = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = 0});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = "0"});
#endif
  }
};
