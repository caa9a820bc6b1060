// Tasks do not cache by default: only those that ask for it do.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::caching_default {
using namespace mlpipe;

struct Step {
  In<std::string> name;
  ContainerSpec container() const { return {.image = "acme/step:1.0", .command = {"step", name}}; }
};

struct Inner {
  void define(Pipeline& p) const { p.add(Step{.name = "within"}); }
};

struct CachingDefault {
  In<int> count = 1;
  void define(Pipeline& p) const {
    p.add(Step{.name = "silent"});
    p.add(Step{.name = "asking"}, {.caching = {.enabled = true}});
    p.add(Step{.name = "refusing"}, {.caching = {.enabled = false}});
    p.add(Step{.name = "keyed"}, {.caching = {.enabled = false, .key = "key"}});
    p.add(Inner{});
    p.if_(count > 1, [&] { p.add(Step{.name = "in a branch"}); });
  }
};

}  // namespace twins::caching_default
