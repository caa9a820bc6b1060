// A program with several pipelines: one that is wrong, one that throws, and two that have different components of one
// name; and with a component that no pipeline reaches.
#include <stdexcept>
#include <string>

#include "mlpipe/mlpipe.hpp"
#include "mlpipe/program/main.hpp"

using namespace mlpipe;

namespace {

namespace first {
struct Hello {
  struct Outputs {
    Out<std::string> text;
  };
  void run(Outputs& out) const { out.text = std::string("first"); }
};
}  // namespace first
namespace second {
struct Hello {
  struct Outputs {
    Out<std::string> text;
  };
  void run(Outputs& out) const { out.text = std::string("second"); }
};
}  // namespace second

struct Alone {
  struct Outputs {
    Out<std::string> text;
  };
  void run(Outputs& out) const { out.text = std::string("alone"); }
};
using Library = components<components<Alone>>;

struct FirstPipeline {
  void define(Pipeline& p) const { p.add(first::Hello{}); }
};
struct SecondPipeline {
  void define(Pipeline& p) const { p.add(second::Hello{}); }
};
struct ThrowingPipeline {
  In<bool> boom = true;
  void define(Pipeline&) const { throw std::runtime_error("thrown by define"); }
};
struct ContainerStep {
  ContainerSpec container() const { return {.image = "busybox", .command = {"true"}, .args = {}}; }
};
struct BrokenStep {
  ContainerSpec container() const { throw 3; }
};
struct ContainerThrows {
  void define(Pipeline& p) const { p.add(BrokenStep{}); }
};
struct LastPipeline {
  void define(Pipeline& p) const { p.add(Alone{}); }
};
struct WarnedPipeline {
  void define(Pipeline& p) const { p.add(Alone{}, {.ignore_upstream_failure = true}); }
};
struct Fails {
  void run() const { throw std::runtime_error("line1\nline2"); }
};
struct FailingPipeline {
  void define(Pipeline& p) const {
    p.add(Fails{});
    p.add(Fails{});
  }
};
struct Greet {
  In<std::string, "Whom"> name = "you";
  struct Outputs {
    Out<std::string> greeting;
  };
  void run(Outputs& out) const { out.greeting = "hello " + *name; }
};
struct ContainerPipeline {
  void define(Pipeline& p) const { p.add(ContainerStep{}); }
};

}  // namespace

int main(int argc, char** argv) {
  return mlpipe::main<FirstPipeline, SecondPipeline, ContainerPipeline, ThrowingPipeline, ContainerThrows, LastPipeline,
                      WarnedPipeline, FailingPipeline, Greet, Library>(argc, argv);
}
