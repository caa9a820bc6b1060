// Comparisons with the constant first, with numbers that have exponents, with strings that need escapes; branches of
// the old name, and branches without an else.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::conditions_written_otherwise {
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

struct ConditionsWrittenOtherwise {
  In<int> limit = 5;
  void define(Pipeline& p) const {
    const Measure::Outputs measured = p.add(Measure{});
    const auto& [count, ratio, label, ready] = measured;
    p.if_(3 > count, [&] { p.add(Say{.text = "constant first"}); });
    p.if_(0.25 <= ratio, [&] { p.add(Say{.text = "constant first, double"}); });
    p.if_("no" != label, [&] { p.add(Say{.text = "constant first, string"}); });
    p.if_(false == ready, [&] { p.add(Say{.text = "constant first, boolean"}); });
    p.if_(ratio < 1e-07, [&] { p.add(Say{.text = "a small one"}); });
    p.if_(ratio > 1e22, [&] { p.add(Say{.text = "a large one"}); });
    p.if_(count == 9007199254740991, [&] { p.add(Say{.text = "the largest that is exact"}); });
    p.if_(1 < ratio, [&] { p.add(Say{.text = "an integer first, beside a double"}); });
    p.if_(limit >= count, [&] { p.add(Say{.text = "two values"}); });
    p.if_(label == "Ünïcode: a \"b\", <c> && d # e", [&] { p.add(Say{.text = "nothing to escape"}); });
    p.if_(label == "it's a \\ b\n", [&] { p.add(Say{.text = "all to escape"}); });
    p.if_(label == "a", [&] { p.add(Say{.text = "first"}); }).elif_(count == 1, [&] { p.add(Say{.text = "second"}); });
  }
};

}  // namespace twins::conditions_written_otherwise
