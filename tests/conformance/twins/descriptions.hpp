// Documentation of pipelines and of inputs and outputs, and a display name.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::descriptions {
using namespace mlpipe;

struct Train {
  In<Dataset, "Training split, one row per example"> rows;
  In<int, "How often every row is seen"> epochs = 3;
  struct Outputs {
    Out<Model, "The trained weights"> model;
    Out<double, "Mean loss of the last epoch"> loss;
  };
  static constexpr Component component{.description = "Trains a model."};
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0",
            .command = {"train"},
            .args = {rows.path(), epochs, out.model.path(), out.loss.path()}};
  }
};

struct Descriptions {
  In<Dataset, "Where the rows are: a dataset"> rows;
  In<int, "How long to train # not too long"> epochs = 10;
  struct Outputs {
    Out<Model, "The model that came out"> Output;
  };
  static constexpr Component component{
      .description = "Trains one model: \"the\" model.\nSays what it cost; see Gödel, 1931.",
      .display_name = "Everything documented"};
  Outputs define(Pipeline& p) const { return {.Output = p.add(Train{.rows = rows, .epochs = epochs}).model}; }
};

}  // namespace twins::descriptions
