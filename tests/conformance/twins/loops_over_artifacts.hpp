// A loop over a list of artifacts.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::loops_over_artifacts {
using namespace mlpipe;

struct Check {
  In<Model> model;
  In<bool> strict;
  ContainerSpec container() const {
    return {.image = "acme/check:1.0", .command = {"check"}, .args = {model.path(), strict}};
  }
};

struct LoopsOverArtifacts {
  In<std::vector<Model>> models;
  In<bool> strict = true;
  void define(Pipeline& p) const {
    p.parallel_for(models, [&](Out<Model> model) { p.add(Check{.model = model, .strict = strict}); },
                   {.parallelism = 1});
  }
};

}  // namespace twins::loops_over_artifacts
