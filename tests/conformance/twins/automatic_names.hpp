// Many tasks of one component, in and out of conditions and sub-pipelines: who gets which number.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::automatic_names {
using namespace mlpipe;

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct SayTwo {
  In<std::string> text;
  static constexpr Component component{.name = "say-2"};
  ContainerSpec container() const { return {.image = "acme/say:2.0", .command = {"say", text}}; }
};

struct TrainCifar10Model {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/train:1.0", .command = {"train", text}}; }
};

struct Greet {
  In<std::string> text;
  void define(Pipeline& p) const {
    p.add(Say{.text = text});
    p.add(Say{.text = "inner"});
  }
};

struct AutomaticNames {
  In<std::string> text;
  void define(Pipeline& p) const {
    p.add(Say{.text = "one"});
    p.add(SayTwo{.text = "another component of the second's name"});
    p.add(Say{.text = "two"});
    p.if_(text == "more", [&] {
       p.add(Say{.text = "in a branch"});
       p.add(Greet{.text = "in a branch"});
     }).else_([&] { p.add(Say{.text = "in the other branch"}); });
    p.add(Greet{.text = text});
    p.add(Greet{.text = "again"});
    p.add(Say{.text = "last"});
    p.add(TrainCifar10Model{.text = "names with digits"});
  }
};

}  // namespace twins::automatic_names
