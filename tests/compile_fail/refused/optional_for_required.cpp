// What may be absent, for an input that may not.
// Clang: conversion function from 'const In<std:: ... <std::string>>' to 'In<std::string>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In( ...  std::string; Given = const In<std::optional<std::string > >&]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  In<std::optional<std::string>> note = {};
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .name = note});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .note = note});
#endif
  }
};
