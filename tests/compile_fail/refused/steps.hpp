// The components that the refused pipelines are made of.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

struct PrepareData {
  In<std::string> uri;
  struct Outputs {
    Out<Dataset> train;
    Out<int> rows;
    Out<double> share;
    Out<std::string> label;
    Out<bool> usable;
    Out<std::vector<std::string>> columns;
  };
  void run(Outputs&) const {}
};

struct TrainModel {
  In<Dataset, "one CSV row per penguin"> train_split;
  In<int, "passes over the data"> epochs = 10;
  In<double> learning_rate = 0.1;
  In<Literal<"sgd", "adam">> optimizer = "sgd";
  In<Literal<1, 2, 4>> threads = 1;
  In<std::vector<std::string>> features = {"bill_length", "mass"};
  In<std::vector<int>> layers = {16};
  In<std::map<std::string, std::string>> tags = empty;
  In<std::optional<std::string>> note = {};
  In<bool> shuffle = true;
  In<std::string> name = "penguins";
  struct Outputs {
    Out<Model> model;
    Out<double, "on the training split"> accuracy;
  };
  void run(Outputs&) const {}
};
