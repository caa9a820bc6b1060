// The value of branches that may all be left out, kept as an Out.
// Clang: conversion function from 'If<R>' (aka 'If<Out<Model>>') to 'Out<Model>' invokes a deleted function
// GCC: use of deleted function ‘Out<T, Doc>::Out(Branch&&) [with Branch = If<Out<Model> >&]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct UseModel {
  In<Model> model;
  void run() const {}
};

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    auto branch = p.if_(data.rows > 100, [&] { return p.add(TrainModel{.train_split = data.train}).model; });
    Out<Model> model = branch;  // <- here
    p.add(UseModel{.model = model});
#else
    auto branch = p.if_(data.rows > 100, [&] { return p.add(TrainModel{.train_split = data.train}).model; });
    Out<Model> model = branch.else_([&] { return p.add(TrainModel{.train_split = data.train}).model; });
    p.add(UseModel{.model = model});
#endif
  }
};
