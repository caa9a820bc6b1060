// bench_nested N FILE: N levels of sub-pipelines, each of which adds the next one twice.
#include <cstdio>
#include <cstdlib>

#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/mlpipe.hpp"
#include "mlpipe/render_diagnostics.hpp"

using namespace mlpipe;

struct Leaf {
  In<int> n;
  ContainerSpec container() const { return {.image = "alpine", .command = {"echo"}, .args = {n}}; }
};

struct Storey {
  In<int> n = 1;
  int below = 0;
  void define(Pipeline& p) const {
    if (below == 0) {
      p.add(Leaf{.n = n});
      return;
    }
    p.add(Storey{.n = n, .below = below - 1});
    p.add(Storey{.n = n, .below = below - 1});
  }
};

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench_nested N FILE\n");
    return 2;
  }
  const auto spec = compile(Storey{.below = std::atoi(argv[1])});
  const Diagnostics problems = write_file(argv[2], spec);
  std::fputs(render(problems).c_str(), stderr);
  return problems.empty() ? 0 : 1;
}
