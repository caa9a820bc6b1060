// Lists of lists of lists, of parameters and artifacts, also through pipelines and within a branch.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::collected_deep {
using namespace mlpipe;

struct Train {
  In<double> rate;
  In<int> seed;
  struct Outputs {
    Out<double> loss;
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0", .command = {"train"}, .args = {rate, seed, out.loss.path(), out.model.path()}};
  }
};

struct Show {
  In<std::vector<std::vector<std::vector<double>>>> losses;
  In<std::vector<Model>> models;
  ContainerSpec container() const {
    return {.image = "acme/show:1.0", .command = {"show"}, .args = {losses, executor_input()}};
  }
};

struct Mean {
  In<std::vector<double>> losses;
  struct Outputs {
    Out<double> mean;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/mean:1.0", .command = {"mean"}, .args = {losses, out.mean.path()}};
  }
};

// A list for each call, of which there is one for each item of the loop around it.
struct Sweep {
  In<std::vector<double>> rates;
  In<int> seed;
  struct Outputs {
    Out<std::vector<double>> losses;
    Out<std::vector<Model>> models;
  };
  Outputs define(Pipeline& p) const {
    auto trained = p.parallel_for(rates, [&](Out<double> rate) { return p.add(Train{.rate = rate, .seed = seed}); },
                                  {.parallelism = 2});
    return {.losses = trained[&Train::Outputs::loss], .models = trained[&Train::Outputs::model]};
  }
};

struct CollectedDeep {
  In<std::vector<double>> rates;
  In<std::vector<int>> seeds;
  struct Outputs {
    Out<std::vector<double>> means;
    Out<std::vector<std::vector<double>>> losses;
  };
  Outputs define(Pipeline& p) const {
    auto trained = p.parallel_for({1, 2}, [&](Out<int>) {
      return p.parallel_for(seeds, [&](Out<int> seed) {
        return p.parallel_for(rates, [&](Out<double> rate) { return p.add(Train{.rate = rate, .seed = seed}); });
      });
    });
    p.add(Show{.losses = trained[&Train::Outputs::loss], .models = trained[&Train::Outputs::model]});
    auto means = p.parallel_for(seeds, [&](Out<int> seed) {
      auto swept = p.add(Sweep{.rates = rates, .seed = seed});
      return p.add(Mean{.losses = swept.losses}).mean;
    });
    auto losses =
        p.parallel_for(seeds, [&](Out<int> seed) { return p.add(Sweep{.rates = rates, .seed = seed}).losses; });
    p.if_(p.add(Mean{.losses = means}).mean < 0.5, [&] {
      auto again = p.parallel_for(rates, [&](Out<double> rate) { return p.add(Train{.rate = rate, .seed = 1}).loss; });
      p.add(Mean{.losses = again});
    });
    return {.means = means, .losses = losses};
  }
};

}  // namespace twins::collected_deep
