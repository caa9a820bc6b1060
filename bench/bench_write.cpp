// bench_write N: writes the spec of a chain of N steps as YAML, ours and yaml-cpp's emitter on the same document;
// prints bytes, and seconds of the best of five runs of each.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "chain.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"

using namespace mlpipe;

template <class F>
double best_of_five(F run) {
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_write N\n");
    return 2;
  }
  const auto spec = compile(bench::Chain{.length = std::atoi(argv[1])});
  std::string ours;
  const double our_seconds = best_of_five([&] { ours = to_yaml(spec); });
  const YAML::Node document = YAML::Load(ours);
  std::size_t theirs = 0;
  const double their_seconds = best_of_five([&] {
    YAML::Emitter emitter;
    emitter << document;
    theirs = emitter.size();
  });
  std::printf("%zu %.6f %zu %.6f\n", ours.size(), our_seconds, theirs, their_seconds);
}
