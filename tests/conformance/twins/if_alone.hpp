// Conditions without alternatives, one in another, over an input and over a task's output.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::if_alone {
using namespace mlpipe;

struct Flip {
  struct Outputs {
    Out<std::string> side;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/flip:1.0", .command = {"flip"}, .args = {out.side.path()}};
  }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct IfAlone {
  In<std::string> mode;
  In<int> level = 3;
  void define(Pipeline& p) const {
    auto flipped = p.add(Flip{});
    p.if_(flipped.side == "heads", [&] {
      p.add(Say{.text = "heads"});
      p.if_(level > 2, [&] {
        p.add(Say{.text = mode});
        p.add(Say{.text = flipped.side});
      });
    });
    p.if_(mode != "quiet", [&] {
      auto again = p.add(Flip{});
      p.add(Say{.text = again.side});
    });
  }
};

}  // namespace twins::if_alone
