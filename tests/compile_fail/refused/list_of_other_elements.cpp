// A list of the pipeline whose elements are of another type.
// Clang: conversion function from 'Out<std::vecto ... <char>>>') to 'In<std::vector<int>>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In( ...  = std::vector<int>; Given = Out<std::vector<std::string > >&]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .layers = data.columns});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .features = data.columns});
#endif
  }
};
