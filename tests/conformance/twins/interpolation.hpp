// Constants with values of the pipeline in them: in texts, with several values, one twice, and deep in lists and maps.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::interpolation {
using namespace mlpipe;

struct Locate {
  struct Outputs {
    Out<std::string> bucket;
    Out<int> part;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/locate:1.0", .command = {"locate"}, .args = {out.bucket.path(), out.part.path()}};
  }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct Collect {
  In<std::vector<std::string>> names;
  In<std::map<std::string, std::string>> table;
  ContainerSpec container() const {
    return {.image = "acme/collect:1.0", .command = {"collect"}, .args = {names, table}};
  }
};

struct Interpolation {
  In<std::string> owner;
  In<int> level = 2;
  void define(Pipeline& p) const {
    auto located = p.add(Locate{});
    auto bucket = located.bucket;
    auto part = located.part;
    p.add(Say{.text = text("of {}", owner)});
    p.add(Say{.text = text("gs://{}/{}/level-{}/part-{}", bucket, owner, level, part)});
    p.add(Say{.text = text("{} and {} again", owner, owner)});
    p.add(Collect{.names = {owner, "constant", text("part {}", part)},
                  .table = {{"bucket", bucket}, {"path", text("{}/{}", bucket, owner)}}});
    p.if_(level > 1, [&] { p.add(Say{.text = text("{} in {}", owner, bucket)}); });
  }
};

}  // namespace twins::interpolation
