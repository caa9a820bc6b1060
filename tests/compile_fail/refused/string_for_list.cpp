// A single string for a list of them.
// Clang: conversion function from 'const char[5]' ... ka 'In<vector<basic_string<char>>>') invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In( ... Wanted = std::vector<std::string >; Given = const char (&)[5]]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .features = "mass"});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .features = {"mass"}});
#endif
  }
};
