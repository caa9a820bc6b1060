// Records: structs as parameters, of inputs, constants, outputs and defaults, within each other, in lists and maps.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::records {
using namespace mlpipe;

struct Optimizer {
  In<std::string> name;
  In<double> rate = 0.5;
};

struct Trial {
  In<Optimizer> optimizer;
  In<int> layers = 2;
  In<std::vector<std::string>> tags = empty;
};

struct Plan {
  struct Outputs {
    Out<Trial> trial;
    Out<std::vector<Trial>> more;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/plan:1.0", .command = {"plan"}, .args = {out.trial.path(), out.more.path()}};
  }
};

struct Train {
  In<Trial> trial;
  In<std::vector<Trial>> others;
  In<std::map<std::string, double>> weights = {{"a", 0.5}, {"b", 1}};
  ContainerSpec container() const {
    return {.image = "acme/train:1.0", .command = {"train"}, .args = {trial, others, weights}};
  }
};

struct Through {
  In<Trial> trial;
  In<std::vector<Trial>> others;
  struct Outputs {
    Out<Trial> trial;
  };
  Outputs define(Pipeline& p) const {
    p.add(Train{.trial = trial, .others = others, .weights = {{"c", 2}}});
    return {.trial = p.add(Plan{}).trial};
  }
};

struct Records {
  In<Trial> given;
  In<Trial> usual = Trial{.optimizer = Optimizer{.name = "adam"}, .tags = {"x", "it's"}};
  In<double> rate = 0.1;
  void define(Pipeline& p) const {
    auto planned = p.add(Plan{});
    auto through = p.add(Through{.trial = planned.trial, .others = planned.more});
    p.add(Train{.trial = given, .others = planned.more, .weights = {{"d", 4}}});
    p.add(Train{.trial = through.trial,
                .others = {Trial{.optimizer = Optimizer{.name = "sgd", .rate = 1}, .layers = 3}},
                .weights = {{"e", 5}}});
    p.add(Train{.trial = usual, .others = planned.more, .weights = {{"f", 6}}});
  }
};

}  // namespace twins::records
