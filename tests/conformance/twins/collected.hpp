// What loops give: lists of parameters and of artifacts, of loops in loops, as arguments and as outputs of pipelines.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::collected {
using namespace mlpipe;

struct Train {
  In<double> rate;
  struct Outputs {
    Out<double> loss;
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0", .command = {"train"}, .args = {rate, out.loss.path(), out.model.path()}};
  }
};

struct Pick {
  In<std::vector<double>> losses;
  In<std::vector<Model>> models;
  struct Outputs {
    Out<int> best;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/pick:1.0", .command = {"pick"}, .args = {losses, executor_input(), out.best.path()}};
  }
};

struct Show {
  In<std::vector<std::vector<double>>> losses;
  ContainerSpec container() const { return {.image = "acme/show:1.0", .command = {"show"}, .args = {losses}}; }
};

struct CollectedLists {
  static constexpr Component component{.name = "collected"};
  In<std::vector<double>> rates;
  struct Outputs {
    Out<std::vector<double>> losses;
    Out<std::vector<Model>> models;
  };
  Outputs define(Pipeline& p) const {
    auto trained = p.parallel_for(rates, [&](Out<double> rate) { return p.add(Train{.rate = rate}); });
    auto losses = trained[&Train::Outputs::loss];
    auto models = trained[&Train::Outputs::model];
    p.add(Pick{.losses = losses, .models = models});
    auto deep = p.parallel_for({0.5, 1.0}, [&](Out<double> start) {
      auto inner = p.parallel_for(rates, [&](Out<double> rate) { return p.add(Train{.rate = rate}).loss; });
      p.if_(start == 0.5, [&] { p.add(Train{.rate = start}); });
      return inner;
    });
    p.add(Show{.losses = deep});
    return {.losses = losses, .models = models};
  }
};

}  // namespace twins::collected
