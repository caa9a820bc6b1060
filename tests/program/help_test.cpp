#include "program/help.hpp"

#include <stdexcept>

#include "catch2.hpp"
#include "mlpipe/mlpipe.hpp"
#include "mlpipe/program/main.hpp"

using namespace mlpipe;
using namespace mlpipe::program;

namespace {

struct Step {
  void run() const {}
};
struct Documented {
  static constexpr Component component{.description = "Does it all"};
  In<std::string, "What to say"> text;
  In<int> n = 3;
  In<std::string> help = "me";
  void define(Pipeline& p) const { p.add(Step{}); }
};

struct Throws {
  In<int> n = 3;
  void define(Pipeline&) const { throw std::runtime_error("bad luck"); }
};

}  // namespace

TEST_CASE("an input in one line") {
  ir::InputDefinition input;
  input.name = "x";
  input.type = Type::integer;
  CHECK(describe_input(input) == "int, required");
  input.optional = true;
  CHECK(describe_input(input) == "int, optional");
  input.default_value = Json(3);
  input.literals = {Json(3), Json(5)};
  input.description = "How many";
  CHECK(describe_input(input) == "int, default 3, one of [3,5]: How many");
}

TEST_CASE("help names the program, its commands, exit codes, pipelines and their inputs") {
  const std::string text = help_text("prog", detail::describe_program<Documented>());
  CHECK_THAT(text, Catch::StartsWith("usage: prog compile [-o FILE]"));
  CHECK_THAT(text, Catch::Contains(
                       "\ndocumented\n  Does it all\n  inputs:\n    --text              string, required: What to say\n"
                       "    --n                 int, default 3\n"
                       "    --param help=VALUE  string, default \"me\"\n"));
  CHECK_THAT(text, Catch::Contains("exit codes: 0 all went well"));
}

TEST_CASE("a pipeline that throws has its inputs and the reason in the help, and the others are there") {
  const std::string text = help_text("prog", detail::describe_program<Throws, Documented>());
  CHECK_THAT(text, Catch::Contains("\nthrows\n  inputs:\n    --n  int, default 3\n  error: `define` of pipeline "
                                   "`throws`: bad luck (std::runtime_error)\n\ndocumented\n"));
}
