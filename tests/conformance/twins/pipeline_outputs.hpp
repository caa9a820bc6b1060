// Outputs of a pipeline: parameters of every type and artifacts, from different tasks.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::pipeline_outputs {
using namespace mlpipe;

struct Measure {
  struct Outputs {
    Out<int> count;
    Out<double> ratio;
    Out<std::string> label;
    Out<bool> ready;
    Out<std::vector<std::string>> names;
    Out<std::map<std::string, int>> table;
    Out<Dataset> rows;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/measure:1.0",
            .command = {"measure"},
            .args = {out.count.path(), out.ratio.path(), out.label.path(), out.ready.path(), out.names.path(),
                     out.table.path(), out.rows.path()}};
  }
};

struct Train {
  In<Dataset> rows;
  struct Outputs {
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0", .command = {"train"}, .args = {rows.path(), out.model.path()}};
  }
};

struct PipelineOutputs {
  struct Outputs {
    Out<int> count;
    Out<double> ratio;
    Out<std::string> label;
    Out<bool> ready;
    Out<std::vector<std::string>> names;
    Out<std::map<std::string, int>> table;
    Out<Dataset> rows;
    Out<Model> model;
  };
  Outputs define(Pipeline& p) const {
    auto measured = p.add(Measure{});
    auto trained = p.add(Train{.rows = measured.rows});
    return {.count = measured.count,
            .ratio = measured.ratio,
            .label = measured.label,
            .ready = measured.ready,
            .names = measured.names,
            .table = measured.table,
            .rows = measured.rows,
            .model = trained.model};
  }
};

}  // namespace twins::pipeline_outputs
