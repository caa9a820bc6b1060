// A list that a loop gives, for a list of other elements.
// Clang: conversion function from 'Out<typename n ... del>>') to 'In<std::vector<double>>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In( ... ::vector<Model, std::allocator<Model> >, fixed_string<1>{""}>]’
#include <mlpipe/mlpipe.hpp>

using namespace mlpipe;

struct Train {
  In<double> rate = 0.5;
  struct Outputs {
    Out<double> loss;
    Out<Model> model;
  };
  void run(Outputs& out) const { out.loss = *rate; }
};

struct Pick {
  In<std::vector<double>> losses;
  void run() const {}
};

struct P {
  void define(Pipeline& p) const {
    auto all = p.parallel_for({0.5, 1.5}, [&](Out<double> rate) { return p.add(Train{.rate = rate}); });
#ifdef MLPIPE_MISTAKE
    p.add(Pick{.losses = all[&Train::Outputs::model]});  // <- here
#else
    p.add(Pick{.losses = all[&Train::Outputs::loss]});
#endif
  }
};
