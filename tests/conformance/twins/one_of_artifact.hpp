// If and else; the branch that runs gives a model. One branch makes it in two steps.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::one_of_artifact {
using namespace mlpipe;

struct Prepare {
  struct Outputs {
    Out<Dataset> rows;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/prepare:1.0", .command = {"prepare"}, .args = {out.rows.path()}};
  }
};

struct TrainLarge {
  In<Dataset> rows;
  struct Outputs {
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:large", .command = {"train"}, .args = {rows.path(), out.model.path()}};
  }
};

struct TrainSmall {
  struct Outputs {
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:small", .command = {"train"}, .args = {out.model.path()}};
  }
};

struct Deploy {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/deploy:1.0", .command = {"deploy"}, .args = {model.uri()}}; }
};

struct OneOfArtifact {
  In<bool> large;
  void define(Pipeline& p) const {
    auto model = p.if_(large == true, [&] {
                    auto prepared = p.add(Prepare{});
                    return p.add(TrainLarge{.rows = prepared.rows}).model;
                  }).else_([&] { return p.add(TrainSmall{}).model; });
    p.add(Deploy{.model = model});
  }
};

}  // namespace twins::one_of_artifact
