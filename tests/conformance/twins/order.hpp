// Order without data across scopes: after tasks in the same scope and in an outer one, and data edges beside it.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::order {
using namespace mlpipe;

struct Work {
  In<int> size;
  struct Outputs {
    Out<std::string> done;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size, "--done", out.done.path()}};
  }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct Step {
  In<int> size;
  struct Outputs {
    Out<std::string> Output;
  };
  Outputs define(Pipeline& p) const { return {.Output = p.add(Work{.size = size}).done}; }
};

struct Order {
  In<std::string> mode;
  void define(Pipeline& p) const {
    auto first = p.add(Work{.size = 1});
    auto second = p.add(Step{.size = 2}, {.after = {first}});
    auto third = p.add(Work{.size = 3}, {.after = {first, second}});
    p.if_(mode == "more", [&] {
      auto inside = p.add(Work{.size = 4}, {.after = {third}});
      p.add(Say{.text = first.done}, {.after = {inside, second}});
    });
    p.add(Say{.text = second.Output}, {.after = {third}});
  }
};

}  // namespace twins::order
