// Lists of artifacts as inputs, of the pipeline and of a component, whole and through a sub-pipeline.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::artifact_lists {
using namespace mlpipe;

struct Ensemble {
  In<std::vector<Model>> models;
  struct Outputs {
    Out<Model> blend;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/ensemble:1.0",
            .command = {"ensemble"},
            .args = {"--executor_input", executor_input(), "--out", out.blend.path()}};
  }
};

struct BlendAll {
  In<std::vector<Model>> candidates;
  struct Outputs {
    Out<Model> Output;
  };
  Outputs define(Pipeline& p) const { return {.Output = p.add(Ensemble{.models = candidates}).blend}; }
};

struct ArtifactLists {
  In<std::vector<Model>> models;
  void define(Pipeline& p) const {
    p.add(Ensemble{.models = models});
    p.add(BlendAll{.candidates = models});
  }
};

}  // namespace twins::artifact_lists
