// Options of tasks that values of the pipeline decide: cores, memory, accelerators, images; and those in every spelling
// that options have as constants.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::options_with_values {
using namespace mlpipe;

struct Measure {
  struct Outputs {
    Out<std::string> cores;
    Out<std::string> bytes;
    Out<int> cards;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/measure:1.0",
            .command = {"measure"},
            .args = {out.cores.path(), out.bytes.path(), out.cards.path()}};
  }
};

struct Work {
  In<int> size = 1;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size}}; }
};

// The image is an input of its component, as each value in a container is.
struct WorkIn {
  In<std::string> base_image;
  ContainerSpec container() const { return {.image = base_image, .command = {"work"}}; }
};

struct OptionsWithValues {
  In<std::string> cores;
  In<std::string> bytes;
  In<std::string> card;
  In<std::string> image = "acme/work:2.0";
  void define(Pipeline& p) const {
    auto measured = p.add(Measure{});
    p.add(Work{.size = 1}, {.resources = {.cpu_request = cores, .cpu_limit = measured.cores}});
    p.add(Work{.size = 2}, {.resources = {.memory_request = measured.bytes, .memory_limit = bytes}});
    p.add(Work{.size = 3}, {.resources = {.accelerator = {.type = card, .count = measured.cards}}});
    p.add(Work{.size = 4}, {.resources = {.accelerator = {.type = "nvidia.com/gpu", .count = 4}}});
    p.add(WorkIn{.base_image = image});
    p.add(WorkIn{.base_image = image});
    p.add(Work{.size = 5},
          {.resources = {.cpu_request = 0.25, .cpu_limit = "1500m", .memory_request = "1000000", .memory_limit = 2_G}});
    p.add(Work{.size = 6}, {.resources = {.cpu = 1, .memory = 64_Mi, .accelerator = {.type = "amd.com/gpu"}}});
  }
};

}  // namespace twins::options_with_values
