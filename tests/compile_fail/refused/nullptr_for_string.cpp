// A null pointer for a string.
// Clang: conversion function from 'std::nullptr_t ... ing>' (aka 'In<basic_string<char>>') invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = std::string; Given = std::nullptr_t]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = nullptr});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = ""});
#endif
  }
};
