// A user's program: one component and the pipeline around it. run_consumer.cmake builds it, then edits the marked
// lines.
#include <mlpipe/mlpipe.hpp>

struct Greet {
  mlpipe::In<std::string> name;
  mlpipe::In<int> times = 1;  // EDIT: default
  struct Outputs {
    mlpipe::Out<std::string> greeting;
  };
  void run(Outputs& out) const { out.greeting = "Hello, " + *name + "!"; }
};

struct Greeting {
  mlpipe::In<std::string> name = "world";
  struct Outputs {
    mlpipe::Out<std::string> greeting;
  };
  Outputs define(mlpipe::Pipeline& p) const {
    auto greet = p.add(Greet{.name = name});
    // EDIT: mistake
    return {.greeting = greet.greeting};
  }
};

int main(int argc, char** argv) { return mlpipe::main<Greeting>(argc, argv); }
