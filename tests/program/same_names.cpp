// A program of whose two pipelines only one could be reached.
#include "mlpipe/mlpipe.hpp"
#include "mlpipe/program/main.hpp"

using namespace mlpipe;

namespace {

struct Step {
  void run() const {}
};
namespace x {
struct Same {
  void define(Pipeline& p) const { p.add(Step{}); }
};
}  // namespace x
namespace y {
struct Same {
  void define(Pipeline& p) const { p.add(Step{}); }
};
}  // namespace y

}  // namespace

int main(int argc, char** argv) { return mlpipe::main<x::Same, y::Same>(argc, argv); }
