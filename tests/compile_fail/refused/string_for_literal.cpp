// A string of the pipeline may be any: it is no literal.
// Clang: conversion function from 'Out<std::strin ... >>') to 'In<Literal<"sgd", "adam">>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In( ... "sgd"}, literal<char, 5>{"adam"}>; Given = Out<std::string >&]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .optimizer = data.label});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .name = data.label});
#endif
  }
};
