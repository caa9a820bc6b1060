// A pointer to characters may be null, so it is no string.
// Clang: conversion function from 'const char *'  ... ing>' (aka 'In<basic_string<char>>') invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = std::string; Given = const char*]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = static_cast<const char*>("penguins")});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = std::string(static_cast<const char*>("penguins"))});
#endif
  }
};
