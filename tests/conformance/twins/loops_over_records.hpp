// Loops over lists of records: fields of the items as arguments and in conditions, also of groups within.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::loops_over_records {
using namespace mlpipe;

struct Trial {
  In<double> rate;
  In<double> decay = 0.5;
};

struct Plan {
  struct Outputs {
    Out<std::vector<Trial>> trials;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/plan:1.0", .command = {"plan"}, .args = {out.trials.path()}};
  }
};

struct Train {
  In<double> rate;
  In<Trial> trial;
  ContainerSpec container() const { return {.image = "acme/train:1.0", .command = {"train"}, .args = {rate, trial}}; }
};

struct LoopsOverRecords {
  In<std::vector<Trial>> given;
  void define(Pipeline& p) const {
    auto planned = p.add(Plan{});
    p.parallel_for(planned.trials, [&](Out<Trial> trial) {
      p.add(Train{.rate = trial.rate, .trial = trial});
      p.if_(trial.decay > 0.5, [&] { p.add(Train{.rate = trial.decay, .trial = trial}); });
    });
    p.parallel_for(given, [&](Out<Trial> trial) {
      p.if_(trial.rate == 0.5, [&] {
        p.parallel_for({1, 2}, [&](Out<int>) { p.add(Train{.rate = trial.decay, .trial = trial}); });
      });
    });
  }
};

}  // namespace twins::loops_over_records
