// Placeholders that Vertex AI replaces and Kubeflow Pipelines does not.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::vertex_placeholders {
using namespace mlpipe;

struct Make {
  struct Outputs {
    Out<Dataset> rows;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/make:1.0", .command = {"make"}, .args = {out.rows.path()}};
  }
};

struct Work {
  In<Dataset> rows;
  In<std::vector<Dataset>> more;
  struct Outputs {
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/work:1.0",
            .command = {"work"},
            .args = {"--rows", rows.metadata("count"), "--more", more, "--model", out.model.metadata("framework"),
                     "--root", run::pipeline_root, "--result", executor_output()}};
  }
};

struct VertexPlaceholders {
  In<std::vector<Dataset>> more;
  void define(Pipeline& p) const {
    auto made = p.add(Make{});
    p.add(Work{.rows = made.rows, .more = more});
  }
};

}  // namespace twins::vertex_placeholders
