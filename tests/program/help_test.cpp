#include "program/help.hpp"

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
  void define(Pipeline& p) const { p.add(Step{}); }
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
  CHECK_THAT(text, Catch::Contains("\ndocumented\n  Does it all\n  inputs:\n    --text  string, required: What to say\n"
                                   "    --n     int, default 3\n"));
  CHECK_THAT(text, Catch::Contains("exit codes: 0 all went well"));
}
