#include <fstream>
#include <iterator>
#include <mlpipe/mlpipe.hpp>
#include <numeric>
using namespace mlpipe;

struct MakeNumbers {
  In<int, "How many to make"> count = 100;
  struct Outputs {
    Out<Dataset, "One number a line"> numbers;
  };
  void run(Outputs& out) const {
    std::ofstream file(out.numbers->path());
    for (int i = 0; i < *count; ++i) file << i % 60 << '\n';
  }
};

struct Average {
  In<Dataset> numbers;
  struct Outputs {
    Out<double> mean;
  };
  void run(Outputs& out) const {
    std::ifstream file(numbers->path());
    const std::vector<double> all(std::istream_iterator<double>(file), {});
    out.mean = std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
  }
};

struct Alarm {
  In<double> mean;
  void run() const { std::ofstream("/dev/stderr") << "the mean is " << *mean << '\n'; }
};

struct Hello {
  In<int> count = 1000;
  In<double, "Above it there is an alarm"> limit = 25;
  struct Outputs {
    Out<double> mean;
  };
  Outputs define(Pipeline& p) const {
    auto made = p.add(MakeNumbers{.count = count});
    auto average = p.add(Average{.numbers = made.numbers}, {.resources = {.cpu = 1, .memory = 1_Gi}});
    p.if_(average.mean > limit, [&] { p.add(Alarm{.mean = average.mean}); });
    return {.mean = average.mean};
  }
};

int main(int argc, char** argv) { return mlpipe::main<Hello>(argc, argv); }
