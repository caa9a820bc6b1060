// Loops over lists that a run knows: a pipeline's input, a task's output; with branches inside, in sub-pipelines too.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::loops_over_lists {
using namespace mlpipe;

struct Plan {
  struct Outputs {
    Out<std::vector<double>> rates;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/plan:1.0", .command = {"plan"}, .args = {out.rates.path()}};
  }
};

struct Train {
  In<double> rate;
  In<std::string> data = "";
  ContainerSpec container() const { return {.image = "acme/train:1.0", .command = {"train"}, .args = {rate, data}}; }
};

struct Sweep {
  In<std::vector<double>> rates;
  In<std::string> data;
  void define(Pipeline& p) const {
    p.parallel_for(rates, [&](Out<double> rate) {
      p.if_(rate > 0.5, [&] { p.add(Train{.rate = rate, .data = data}); }).else_([&] {
        p.add(Train{.rate = 0.5, .data = data});
      });
    });
  }
};

struct LoopsOverLists {
  In<std::vector<double>> grid;
  In<std::string> data = "gs://b";
  void define(Pipeline& p) const {
    auto planned = p.add(Plan{});
    p.parallel_for(planned.rates, [&](Out<double> rate) {
      p.add(Train{.rate = rate, .data = data});
      p.parallel_for(grid, [&](Out<double> other) { p.add(Train{.rate = other, .data = data}); }, {.parallelism = 3});
    });
    p.if_(data == "gs://b",
          [&] { p.parallel_for(grid, [&](Out<double> rate) { p.add(Train{.rate = rate, .data = data}); }); });
    p.add(Sweep{.rates = planned.rates, .data = data});
  }
};

}  // namespace twins::loops_over_lists
