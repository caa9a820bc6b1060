// Values that reach through nested conditions into tasks and sub-pipelines: inputs, outputs of outer tasks, artifacts.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::threading {
using namespace mlpipe;

struct Make {
  struct Outputs {
    Out<Dataset> rows;
    Out<int> size;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/make:1.0", .command = {"make"}, .args = {out.rows.path(), out.size.path()}};
  }
};

struct Use {
  In<Dataset> rows;
  In<int> size;
  In<std::string> owner;
  ContainerSpec container() const {
    return {.image = "acme/use:1.0", .command = {"use"}, .args = {rows.path(), size, owner}};
  }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct Flat {
  In<std::string> owner;
  In<int> level;
  In<Dataset> rows;
  struct Outputs {
    Out<int> Output;
  };
  Outputs define(Pipeline& p) const {
    auto made = p.add(Make{});
    p.add(Use{.rows = rows, .size = level, .owner = owner});
    p.add(Use{.rows = made.rows, .size = level, .owner = "constant"});
    return {.Output = made.size};
  }
};

struct Threading {
  In<std::string> owner;
  In<int> level;
  In<std::string> mode = "full";
  void define(Pipeline& p) const {
    auto made = p.add(Make{});
    p.if_(mode == "full", [&] {
       auto inside = p.add(Make{});
       p.if_(made.size > level, [&] {
         p.add(Use{.rows = made.rows, .size = inside.size, .owner = owner});
         p.add(Flat{.owner = mode, .level = made.size, .rows = inside.rows});
       });
     }).else_([&] {
      p.if_(level == 0, [&] { p.add(Say{.text = owner}); }).else_([&] {
        p.add(Use{.rows = made.rows, .size = level, .owner = mode});
      });
    });
    p.add(Flat{.owner = owner, .level = level, .rows = made.rows});
  }
};

}  // namespace twins::threading
