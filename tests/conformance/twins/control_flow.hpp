// Loops, branches, one-ofs and pipelines within each other in every order, also below an exit handler; values and items
// from each level used on the levels below.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::control_flow {
using namespace mlpipe;

struct Plan {
  In<double> start;
  struct Outputs {
    Out<std::vector<double>> rates;
    Out<std::string> verdict;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/plan:1.0", .command = {"plan"}, .args = {start, out.rates.path(), out.verdict.path()}};
  }
};

struct Train {
  In<double> rate;
  In<std::string> label;
  struct Outputs {
    Out<double> loss;
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0", .command = {"train"}, .args = {rate, label, out.loss.path(), out.model.path()}};
  }
};

struct Push {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/push:1.0", .command = {"push"}, .args = {model.path()}}; }
};

struct Clean {
  In<std::string> label;
  ContainerSpec container() const { return {.image = "acme/clean:1.0", .command = {"clean"}, .args = {label}}; }
};

// A branch in a loop, and a loop in a branch.
struct Inner {
  In<std::vector<double>> rates;
  In<std::string> label;
  struct Outputs {
    Out<std::vector<double>> Output;
  };
  Outputs define(Pipeline& p) const {
    auto losses = p.parallel_for(rates, [&](Out<double> rate) {
      auto trained = p.add(Train{.rate = rate, .label = label});
      p.if_(trained.loss < 0.5, [&] { p.add(Push{.model = trained.model}); })
          .elif_(rate > 0.9,
                 [&] {
                   p.parallel_for({"again", "and again"}, [&](Out<std::string> text) {
                     auto other = p.add(Train{.rate = rate, .label = text});
                     p.if_(other.loss < trained.loss, [&] { p.add(Push{.model = other.model}); });
                   });
                 })
          .else_([&] { p.add(Clean{.label = label}); });
      return trained.loss;
    });
    return {.Output = losses};
  }
};

struct ControlFlow {
  In<std::vector<double>> starts;
  In<std::string> caption = "none";
  void define(Pipeline& p) const {
    auto first = p.add(Plan{.start = 0.1});
    // branch > loop > branch > pipeline > loop > branch > loop
    p.if_(first.verdict == "go", [&] {
      p.parallel_for(first.rates, [&](Out<double> rate) {
        p.if_(rate >= 0.2, [&] { p.add(Inner{.rates = starts, .label = first.verdict}); });
      });
    });
    // loop > pipeline, loop > one-of
    p.parallel_for(starts,
                   [&](Out<double> start) {
                     auto planned = p.add(Plan{.start = start});
                     p.add(Inner{.rates = planned.rates, .label = caption});
                     auto model = p.if_(planned.verdict == "go", [&] {
                                     return p.add(Train{.rate = start, .label = "go"}).model;
                                   }).else_([&] { return p.add(Train{.rate = 1, .label = caption}).model; });
                     p.add(Push{.model = model});
                   },
                   {.parallelism = 2});
    // handler > branch > loop > loop, with items of both
    p.exit_handler(p.exit_task(Clean{.label = caption}), [&] {
      auto second = p.add(Plan{.start = 0.3});
      p.if_(second.verdict != first.verdict, [&] {
         p.parallel_for(second.rates, [&](Out<double> outer) {
           p.parallel_for(starts, [&](Out<double> inner) {
             p.if_(inner > outer, [&] { p.add(Train{.rate = outer, .label = second.verdict}); });
           });
         });
       }).else_([&] { p.add(Inner{.rates = second.rates, .label = caption}); });
    });
  }
};

}  // namespace twins::control_flow
