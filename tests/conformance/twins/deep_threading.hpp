// Values that reach through a sub-pipeline's own nested conditions.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::deep_threading {
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

struct Deep {
  In<std::string> owner;
  In<int> level;
  In<Dataset> rows;
  void define(Pipeline& p) const {
    auto made = p.add(Make{});
    p.if_(level > 1, [&] {
      p.if_(level > 2, [&] {
        p.add(Use{.rows = rows, .size = made.size, .owner = owner});
        p.add(Use{.rows = made.rows, .size = 7, .owner = "constant"});
        p.if_(owner != "nobody", [&] { p.add(Say{.text = owner}); });
      });
    });
  }
};

struct DeepThreading {
  In<std::string> owner;
  In<int> level;
  In<std::string> mode = "full";
  void define(Pipeline& p) const {
    auto made = p.add(Make{});
    p.if_(mode == "full", [&] { p.add(Deep{.owner = mode, .level = made.size, .rows = made.rows}); });
    p.add(Deep{.owner = owner, .level = level, .rows = made.rows});
  }
};

}  // namespace twins::deep_threading
