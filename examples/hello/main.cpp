#include <fstream>
#include <iostream>
#include <mlpipe/mlpipe.hpp>
using namespace mlpipe;

struct MakeNumbers {
  In<int, "How many to make"> count = 100;
  struct Outputs {
    Out<Dataset, "One number a line"> numbers;
    Out<double> mean;
  };
  void run(Outputs& out) const {
    std::ofstream file(out.numbers->path());
    for (int i = 1; i <= *count; ++i) file << i << '\n';
    out.mean = (1 + *count) / 2.0;
  }
};

struct Alarm {
  In<Dataset> numbers;
  In<double> mean;
  void run() const { std::clog << "look into " << numbers->path() << ": the mean is " << *mean << '\n'; }
};

struct Hello {
  In<int> count = 100;
  In<double, "Above it there is an alarm"> limit = 25;
  void define(Pipeline& p) const {
    auto made = p.add(MakeNumbers{.count = count}, {.resources = {.cpu = 1, .memory = 1_Gi}});
    p.if_(made.mean > limit, [&] { p.add(Alarm{.numbers = made.numbers, .mean = made.mean}); });
  }
};

int main(int argc, char** argv) { return mlpipe::main<Hello>(argc, argv); }
