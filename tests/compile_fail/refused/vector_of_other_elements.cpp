// A constant list whose elements are of another type.
// Clang: conversion function from 'std::vector<st ... g<char>>') to 'In<std::vector<int>>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In( ...  Wanted = std::vector<int>; Given = std::vector<std::string >]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .layers = std::vector<std::string>{"16"}});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .layers = std::vector<int>{16}});
#endif
  }
};
