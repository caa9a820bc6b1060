// Inputs that are left out: defaults and optionals, of components and of the pipeline; conditions over a count, both of
// its ways.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::optional_inputs {
using namespace mlpipe;

struct Work {
  In<std::string> name;
  In<std::optional<std::string>> note = {};
  In<std::optional<std::string>> level = {};
  In<int> times = 3;
  ContainerSpec container() const {
    return {.image = "acme/work:1.0",
            .command = {"work", name, "--times", times},
            .args = {if_present(note, {"--note", note}), if_present(level, {"--level", level}, {"--no-level"})}};
  }
};

struct Count {
  struct Outputs {
    Out<int> total;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/count:1.0", .command = {"count"}, .args = {out.total.path()}};
  }
};

struct Counting {
  struct Outputs {
    Out<int> Output;
  };
  Outputs define(Pipeline& p) const { return {.Output = p.add(Count{}).total}; }
};

struct OptionalInputs {
  In<std::string> title;
  In<int> limit = 5;
  void define(Pipeline& p) const {
    p.add(Work{.name = title, .note = "given"});
    p.add(Work{.name = "level", .level = title, .times = limit});
    auto counted = p.add(Counting{});
    p.if_(counted.Output > limit, [&] { p.add(Work{.name = "many", .level = "high", .times = counted.Output}); });
    p.if_(counted.Output <= limit, [&] { p.add(Work{.name = "few", .times = counted.Output}); });
  }
};

}  // namespace twins::optional_inputs
