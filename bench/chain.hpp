// A chain of container steps, each fed by the one before.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace bench {

using namespace mlpipe;

struct Step {
  In<std::string> text;
  struct Outputs {
    Out<std::string> result;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "alpine", .command = {"sh", "-c", "echo \"$0\" > \"$1\""}, .args = {text, out.result.path()}};
  }
};

struct Chain {
  In<std::string> text = "hello";
  int length = 1;
  void define(Pipeline& p) const {
    auto last = p.add(Step{.text = text});
    for (int i = 1; i < length; ++i) last = p.add(Step{.text = last.result});
  }
};

}  // namespace bench
