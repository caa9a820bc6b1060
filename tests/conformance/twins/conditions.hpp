// Every comparison, on every type that has one; an int beside a double on either side.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::conditions {
using namespace mlpipe;

struct Measure {
  struct Outputs {
    Out<int> count;
    Out<double> ratio;
    Out<std::string> label;
    Out<bool> ready;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/measure:1.0",
            .command = {"measure"},
            .args = {out.count.path(), out.ratio.path(), out.label.path(), out.ready.path()}};
  }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct Conditions {
  In<int> limit = 5;
  In<double> threshold = 0.5;
  In<std::string> expected = "ok";
  In<bool> force = false;
  void define(Pipeline& p) const {
    const Measure::Outputs measured = p.add(Measure{});
    const auto& [count, ratio, label, ready] = measured;
    p.if_(count == 1, [&] { p.add(Say{.text = "int == constant"}); });
    p.if_(count != limit, [&] { p.add(Say{.text = "int != input"}); });
    p.if_(count < 10, [&] { p.add(Say{.text = "int <"}); });
    p.if_(count <= -10, [&] { p.add(Say{.text = "int <= negative"}); });
    p.if_(ratio > 0.5, [&] { p.add(Say{.text = "double >"}); });
    p.if_(ratio >= threshold, [&] { p.add(Say{.text = "double >= input"}); });
    p.if_(label == "ok", [&] { p.add(Say{.text = "string == constant"}); });
    p.if_(label != expected, [&] { p.add(Say{.text = "string != input"}); });
    p.if_(label < "m", [&] { p.add(Say{.text = "string <"}); });
    p.if_(ready == true, [&] { p.add(Say{.text = "bool == constant"}); });
    p.if_(ready != force, [&] { p.add(Say{.text = "bool != input"}); });
    p.if_(count > 1.5, [&] { p.add(Say{.text = "int > double constant"}); });
    p.if_(ratio <= 1, [&] { p.add(Say{.text = "double <= int constant"}); });
    p.if_(count >= ratio, [&] { p.add(Say{.text = "int >= double"}); });
  }
};

}  // namespace twins::conditions
