// What is said when a pipeline is compiled: its name, its display name, its inputs' defaults.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::overrides {
using namespace mlpipe;

struct Train {
  In<std::string> title;
  In<int> epochs;
  In<std::vector<double>> rates;
  In<Json> options;
  ContainerSpec container() const {
    return {.image = "acme/train:1.0",
            .command = {"train", title, "--epochs", epochs, "--rates", rates, "--options", options}};
  }
};

struct Overrides {
  In<std::string> title;
  In<int> epochs = 5;
  In<std::vector<double>> rates = {0.1};
  In<Json> options = Json::object();
  static constexpr Component component{.display_name = "Its own name"};
  void define(Pipeline& p) const { p.add(Train{.title = title, .epochs = epochs, .rates = rates, .options = options}); }
};

}  // namespace twins::overrides
