// The item of a loop over strings, for a number.
// Clang: conversion function from 'Out<std::strin ... asic_string<char>>') to 'In<double>' invokes a deleted function
// GCC: use of deleted function ‘In<T, Doc>::In(Given&&) [with Wanted = double; Given = Out<std::string >&]’
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

struct P {
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.parallel_for({"a", "b"}, [&](Out<std::string> rate) { p.add(Train{.rate = rate}); });  // <- here
#else
    p.parallel_for({0.5, 1.5}, [&](Out<double> rate) { p.add(Train{.rate = rate}); });
    p.parallel_for({1, 2}, [&](Out<int> rate) { p.add(Train{.rate = rate}); });
    p.parallel_for(std::vector<double>{0.5}, [&](const auto& rate) { p.add(Train{.rate = rate}); });
#endif
  }
};
