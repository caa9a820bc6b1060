// If, elif, else; the branch that runs gives a parameter, which a later task and the pipeline's output take.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::one_of_parameter {
using namespace mlpipe;

struct Flip {
  struct Outputs {
    Out<std::string> side;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/flip:1.0", .command = {"flip"}, .args = {out.side.path()}};
  }
};

struct Score {
  In<double> weight;
  struct Outputs {
    Out<double> value;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/score:1.0", .command = {"score"}, .args = {weight, out.value.path()}};
  }
};

struct Show {
  In<double> value;
  ContainerSpec container() const { return {.image = "acme/show:1.0", .command = {"show", value}}; }
};

struct OneOfParameter {
  In<double> weight = 0.5;
  struct Outputs {
    Out<double> Output;
  };
  Outputs define(Pipeline& p) const {
    auto flipped = p.add(Flip{});
    auto chosen = p.if_(flipped.side == "heads", [&] { return p.add(Score{.weight = weight}).value; })
                      .elif_(flipped.side == "tails", [&] { return p.add(Score{.weight = 0.25}).value; })
                      .else_([&] { return p.add(Score{.weight = 1.0}).value; });
    p.add(Show{.value = chosen});
    return {.Output = chosen};
  }
};

}  // namespace twins::one_of_parameter
