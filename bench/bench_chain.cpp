// bench_chain N FILE: compiles a chain of N container steps, each fed by the one before, and writes the spec.
#include <cstdio>
#include <cstdlib>

#include "chain.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/render_diagnostics.hpp"

using namespace mlpipe;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench_chain N FILE\n");
    return 2;
  }
  const auto spec = compile(bench::Chain{.length = std::atoi(argv[1])});
  const Diagnostics problems = write_file(argv[2], spec);
  std::fputs(render(problems).c_str(), stderr);
  return problems.empty() ? 0 : 1;
}
