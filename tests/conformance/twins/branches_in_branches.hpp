// Alternatives within alternatives: how groups are numbered, and a value that comes out of two levels.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::branches_in_branches {
using namespace mlpipe;

struct Pick {
  In<std::string> name;
  struct Outputs {
    Out<std::string> choice;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/pick:1.0", .command = {"pick", name}, .args = {out.choice.path()}};
  }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct BranchesInBranches {
  In<std::string> mode;
  In<int> size = 1;
  void define(Pipeline& p) const {
    p.if_(mode == "a",
          [&] {
            auto choice = p.if_(size > 10, [&] { return p.add(Pick{.name = "large"}).choice; })
                              .elif_(size > 5, [&] { return p.add(Pick{.name = "medium"}).choice; })
                              .else_([&] { return p.add(Pick{.name = "small"}).choice; });
            p.add(Say{.text = choice});
          })
        .elif_(mode == "b", [&] { p.add(Say{.text = "b"}); })
        .else_([&] {
          auto other = p.add(Pick{.name = "other"});
          p.if_(other.choice == "c", [&] { p.add(Say{.text = other.choice}); });
        });
  }
};

}  // namespace twins::branches_in_branches
