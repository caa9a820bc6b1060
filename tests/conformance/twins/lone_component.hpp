// A component that is compiled alone: a pipeline of one task is made around it.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::lone_component {
using namespace mlpipe;

struct LoneComponent {
  In<Dataset> rows;
  In<std::string> title;
  In<std::optional<Model>> previous;
  In<int> epochs = 10;
  In<std::string> note = "none";
  struct Outputs {
    Out<Model> model;
    Out<double> accuracy;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0",
            .command = {"train", title, "--epochs", epochs},
            .args = {rows.path(), out.model.path(), out.accuracy.path(), "--note", note}};
  }
};

}  // namespace twins::lone_component
