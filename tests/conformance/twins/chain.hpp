// Container steps in a row: parameters, an artifact and an output parameter handed from one to the next.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::chain {
using namespace mlpipe;

struct Fetch {
  In<std::string> uri;
  struct Outputs {
    Out<Dataset> rows;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/fetch:1.0", .command = {"fetch"}, .args = {"--uri", uri, "--rows", out.rows.path()}};
  }
};

struct Train {
  In<Dataset> rows;
  In<int> epochs;
  struct Outputs {
    Out<Model> model;
    Out<double> loss;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0",
            .command = {"train"},
            .args = {"--rows", rows.path(), "--epochs", epochs, "--model", out.model.path(), "--loss-file",
                     out.loss.path()}};
  }
};

struct Report {
  In<Model> model;
  In<double> loss;
  In<std::string> title;
  ContainerSpec container() const {
    return {.image = "acme/report:1.0", .command = {"report", title}, .args = {"--model", model.uri(), "--loss", loss}};
  }
};

struct Chain {
  In<std::string> uri;
  In<int> epochs = 10;
  void define(Pipeline& p) const {
    auto fetched = p.add(Fetch{.uri = uri});
    auto trained = p.add(Train{.rows = fetched.rows, .epochs = epochs});
    p.add(Report{.model = trained.model, .loss = trained.loss, .title = "the last epoch"});
  }
};

}  // namespace twins::chain
