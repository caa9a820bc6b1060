// What a task asks of its container's machine, and its environment.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::resources {
using namespace mlpipe;

struct Work {
  In<int> size = 1;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size}}; }
};

struct Resources {
  void define(Pipeline& p) const {
    p.add(Work{.size = 1},
          {.resources = {.cpu_request = "500m", .cpu_limit = 2, .memory_request = 512_Mi, .memory_limit = "4G"}});
    p.add(Work{.size = 2}, {.resources = {.cpu_limit = 0.5, .memory_limit = 1_Ti}});
    p.add(Work{.size = 3}, {.resources = {.accelerator = {.type = "nvidia.com/gpu", .count = 2}}});
    p.add(Work{.size = 4}, {.env = {{"ZULU", "last letter, first set"}, {"ALPHA", "yes"}, {"EQUALS", "a=b"}}});
  }
};

}  // namespace twins::resources
