#include "program/command_line.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::program;

namespace {

std::vector<ir::InputDefinition> inputs() {
  std::vector<ir::InputDefinition> list(4);
  list[0].name = "epochs";
  list[1].name = "root";  // the command has a flag of that name
  list[2].name = "data uri";
  list[3].name = "e";
  return list;
}

CommandLine read(const std::vector<std::string>& words) {
  auto result = read_command_line("prog", words, inputs());
  if (const auto* error = std::get_if<UsageError>(&result)) FAIL(error->message);
  return std::get<CommandLine>(result);
}
std::string error_of(const std::vector<std::string>& words) {
  auto result = read_command_line("prog", words, inputs());
  if (!std::holds_alternative<UsageError>(result)) FAIL("was read");
  return std::get<UsageError>(result).message;
}
using Inputs = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("inputs in their three forms") {
  CHECK(read({"run", "--epochs", "3"}).inputs == Inputs{{"epochs", "3"}});
  CHECK(read({"run", "--epochs=-3"}).inputs == Inputs{{"epochs", "-3"}});
  CHECK(read({"run", "--epochs", "-3"}).inputs == Inputs{{"epochs", "-3"}});
  CHECK(read({"run", "--epochs", "--x"}).inputs == Inputs{{"epochs", "--x"}});
  CHECK(read({"run", "--epochs="}).inputs == Inputs{{"epochs", ""}});
  CHECK(read({"run", "--epochs=[1, 2]"}).inputs == Inputs{{"epochs", "[1, 2]"}});
  CHECK(read({"run", "--epochs=a=b"}).inputs == Inputs{{"epochs", "a=b"}});
  CHECK(read({"run", "--param", "epochs=a=b", "--param", "data uri=x"}).inputs ==
        Inputs{{"epochs", "a=b"}, {"data uri", "x"}});
  CHECK(read({"run", "--param=root=x", "--root", "dir"}).inputs == Inputs{{"root", "x"}});
  CHECK(read({"run", "--root", "dir"}).root == "dir");
}

TEST_CASE("commands and their options") {
  const CommandLine compile = read({"compile", "p", "-o", "f.yaml", "--format", "json", "--image", "i"});
  CHECK(compile.command == CommandLine::Command::compile);
  CHECK(compile.pipeline == "p");
  CHECK(compile.output == "f.yaml");
  CHECK(compile.format == "json");
  CHECK(compile.image == "i");
  CHECK(read({"graph", "--format", "mermaid"}).command == CommandLine::Command::graph);
  CHECK(pipeline_word({"run", "p", "--x"}) == "p");
  CHECK(pipeline_word({"run", "--x", "p"}).empty());
}

TEST_CASE("wrong command lines") {
  CHECK_FALSE(error_of({"run", "--epoch", "3"}).empty());
  CHECK_FALSE(error_of({"run", "--epochs"}).empty());
  CHECK_FALSE(error_of({"frobnicate"}).empty());
  CHECK_FALSE(error_of({"compile", "--format", "xml"}).empty());
  CHECK_FALSE(error_of({"compile", "--check", "a", "-o", "b"}).empty());
  CHECK_FALSE(error_of({"compile", "a", "b"}).empty());
  CHECK(error_of({"run", "--param", "epochs"}) == "--param: NAME=VALUE is wanted, and \"epochs\" is given");
}

TEST_CASE("each command has its help") {
  auto result = read_command_line("prog", {"run", "--help"}, inputs());
  REQUIRE(std::holds_alternative<HelpText>(result));
  CHECK_THAT(std::get<HelpText>(result).text, Catch::Contains("--epochs") && Catch::Contains("--param"));
}
