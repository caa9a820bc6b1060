// A program with one pipeline: steps that hand on values and artifacts, a branch, and a step that can fail.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "mlpipe/mlpipe.hpp"
#include "mlpipe/program/main.hpp"

using namespace mlpipe;

namespace {

struct Prepare {
  In<std::string> text;
  In<int> copies = 1;
  struct Outputs {
    Out<Dataset> rows;
    Out<int> count;
  };
  void run(Outputs& out) const {
    std::ofstream file(out.rows->path());
    for (int i = 0; i < *copies; ++i) file << *text << '\n';
    out.count = *copies;
  }
};

struct Evaluate {
  In<Dataset> rows;
  In<double> pause = 0.0;
  struct Outputs {
    Out<double> accuracy;
    Out<Metrics> metrics;
    Out<ClassificationMetrics> details;
  };
  void run(Outputs& out) const {
    std::this_thread::sleep_for(std::chrono::duration<double>(*pause));
    std::ifstream file(rows->path());
    std::string line;
    std::getline(file, line);
    if (line == "bad") throw std::runtime_error("the rows are bad");
    if (line == "red") throw std::runtime_error("the rows are \x1b[31mred\x1b[0m:\nall of them");
    out.accuracy = line == "good" ? 1.0 : 0.5;
    out.metrics->log("accuracy", *out.accuracy);
    out.details->log_confusion_matrix({"cat", "dog"}, {{3, 0}, {1, 2}});
  }
};

struct Push {
  In<Dataset> rows;
  struct Outputs {
    Out<std::string> version;
  };
  void run(Outputs& out) const { out.version = std::string("v1"); }
};

struct SmallPipeline {
  In<std::string, "What the rows say"> text;
  In<int> copies = 2;
  In<double> threshold = 0.9;
  In<Literal<"fast", "slow">> mode = "fast";
  In<bool> flag = false;
  In<std::vector<int>> sizes = empty;
  In<double> pause = 0.0;
  In<std::string> root = "an input with the name of a flag";
  static constexpr Component component{.description = "Prepares, evaluates, perhaps pushes"};
  struct Outputs {
    Out<Dataset> rows;
    Out<double> accuracy;
  };
  Outputs define(Pipeline& p) const {
    auto data = p.add(Prepare{.text = text, .copies = copies});
    auto eval = p.add(Evaluate{.rows = data.rows, .pause = pause});
    p.if_(eval.accuracy >= threshold, [&] { p.add(Push{.rows = data.rows}); });
    return {.rows = data.rows, .accuracy = eval.accuracy};
  }
};

}  // namespace

int main(int argc, char** argv) { return mlpipe::main<SmallPipeline>(argc, argv); }
