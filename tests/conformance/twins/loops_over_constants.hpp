// Loops over constants: numbers with a limit, strings, records with their fields, and one loop in another.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::loops_over_constants {
using namespace mlpipe;

struct Train {
  In<double> rate;
  In<int> layers = 2;
  ContainerSpec container() const { return {.image = "acme/train:1.0", .command = {"train"}, .args = {rate, layers}}; }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say"}, .args = {text}}; }
};

struct Trial {
  In<double> again;
  In<double> rate;
};

struct LoopsOverConstants {
  void define(Pipeline& p) const {
    p.parallel_for({0.1, 0.25, 1.0}, [&](Out<double> rate) { p.add(Train{.rate = rate, .layers = 3}); },
                   {.parallelism = 2});
    p.parallel_for({"red", "it's", "a \"b\""}, [&](Out<std::string> color) {
      p.add(Say{.text = color});
      p.parallel_for({1, 2}, [&](Out<int> layers) { p.add(Train{.rate = 0.5, .layers = layers}); });
    });
    p.parallel_for(std::vector<Trial>{{.again = 0.2, .rate = 0.1}, {.again = 0.4, .rate = 0.3}}, [&](Out<Trial> trial) {
      p.add(Train{.rate = trial.rate, .layers = 1});
      p.add(Train{.rate = trial.again, .layers = 2});
    });
  }
};

}  // namespace twins::loops_over_constants
