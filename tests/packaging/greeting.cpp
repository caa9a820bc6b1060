// A user's program: one component and the pipeline around it. run_consumer.cmake builds it, then edits the marked
// lines.
#include <mlpipe/mlpipe.hpp>

struct Greet {
  mlpipe::In<std::string> name;
  mlpipe::In<int> times = 1;  // EDIT: default
  mlpipe::In<mlpipe::Literal<"Hello", "Goodbye">> word = "Hello";
  mlpipe::In<mlpipe::Literal<"!", ".">> end = ".";
  mlpipe::In<int> a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7;  // more members than Clang spells of an array
  struct Outputs {
    mlpipe::Out<std::string> greeting;
  };
  void run(Outputs& out) const { out.greeting = std::string(*word) + ", " + *name + std::string(*end); }
};

struct Greeting {
  mlpipe::In<std::string> name = "world";
  struct Outputs {
    mlpipe::Out<std::string> greeting;
  };
  Outputs define(mlpipe::Pipeline& p) const {
    auto greet = p.add(Greet{.name = name, .end = "!"});
    // EDIT: mistake
    return {.greeting = greet.greeting};
  }
};

int main(int argc, char** argv) { return mlpipe::main<Greeting>(argc, argv); }
