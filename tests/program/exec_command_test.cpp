#include "call_program.hpp"
#include "catch2.hpp"

using namespace programs;

TEST_CASE("exec takes its input from an argument, a file or stdin") {
  const TemporaryFolder folder;
  const std::string input =
      R"({"inputs": {"parameterValues": {"text": "t"}}, "outputs": {"parameters": {"count": )"
      R"({"outputFile": "count.txt"}}, "artifacts": {"rows": {"artifacts": [{"uri": "rows.txt"}]}}, )"
      R"("outputFile": "out.json"}})";
  CHECK(one(folder, "exec prepare --executor_input '" + input + "'").code == 0);
  CHECK(folder.read("count.txt") == "1");
  folder.write("input.json", input);
  CHECK(one(folder, "exec prepare --executor_input @input.json").code == 0);
  CHECK(one(folder, "exec prepare --executor_input=@input.json").code == 0);
  CHECK(call(folder, "/bin/sh",
             std::string("-c \"cat input.json | '") + ONE_PIPELINE + "' exec prepare --executor_input -\"")
            .code == 0);
}

TEST_CASE("exec ends with its documented codes and writes nothing where it fails") {
  const TemporaryFolder folder;
  for (const char* words : {"exec prepare --executor_input '{\"inputs\": '", "exec prepare --executor_input '{}'",
                            "exec prepare --executor_input @gone.json"}) {
    INFO(words);
    const Outcome outcome = one(folder, words);
    CHECK(outcome.code == 3);
    CHECK_FALSE(outcome.err.empty());
  }
  folder.write("rows.txt", "bad\n");
  const std::string input = R"({"inputs": {"artifacts": {"rows": {"artifacts": [{"uri": "rows.txt"}]}}}, "outputs": {)"
                            R"("artifacts": {"metrics": {"artifacts": [{"uri": "m"}]}, "details": {"artifacts": )"
                            R"([{"uri": "d"}]}}, "outputFile": "out.json"}})";
  const Outcome thrown = one(folder, "exec evaluate --executor_input '" + input + "'");
  CHECK(thrown.code == 4);
  CHECK(thrown.err == "program_test_one_pipeline: component `evaluate`: the rows are bad (std::runtime_error)\n");
  folder.write("rows.txt", "red\n");
  CHECK(one(folder, "exec evaluate --executor_input '" + input + "'").err ==
        "program_test_one_pipeline: component `evaluate`: the rows are \\x1b[31mred\\x1b[0m:\nall of them "
        "(std::runtime_error)\n");
  folder.write("rows.txt", "good\n");
  folder.write("file", "");
  std::string unwritable = input;
  unwritable.replace(unwritable.find("out.json"), 8, "file/out.json");
  CHECK(one(folder, "exec evaluate --executor_input '" + unwritable + "'").code == 5);
  CHECK_FALSE(folder.has("out.json"));
}

TEST_CASE("components<...> are found by name, without any define") {
  const TemporaryFolder folder;
  const std::string input = R"('{"outputs": {"parameters": {"text": {"outputFile": "t"}}, "outputFile": "out.json"}}')";
  CHECK(two(folder, "exec alone --executor_input " + input).code == 0);
  CHECK(folder.read("t") == "alone");
  CHECK(two(folder, "exec hello --executor_input " + input).code == 0);
  CHECK(folder.read("t") == "first");
}

TEST_CASE("a wrong word of exec is named, and components are listed") {
  const TemporaryFolder folder;
  CHECK_THAT(one(folder, "exec prepare --executor-input {}").err,
             Catch::Contains("`exec` has no flag `--executor-input`"));
  CHECK_THAT(one(folder, "exec prepare --executor_input").err,
             Catch::Contains("--executor_input: JSON, @FILE or - is wanted, and nothing is given"));
  CHECK_THAT(one(folder, "exec prepare").err, Catch::Contains("--executor_input is missing"));
  CHECK_THAT(one(folder, "exec").err, Catch::Contains("the name of a component is missing"));
  CHECK_THAT(one(folder, "exec prepare more --executor_input {}").err, Catch::Contains("`more` is one word too many"));
  CHECK_THAT(one(folder, "exec prepara --executor_input {}").err,
             Catch::Contains("no pipeline of this program reaches a native component `prepara`; there are prepare, "
                             "evaluate, push\n"));
  const Outcome unknown = two(folder, "exec nobody --executor_input {}");
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err,
             Catch::Contains("there are alone, hello, fails, greet; `define` of pipeline `throwing-pipeline`: "));
}

TEST_CASE("exec has its help, on stdout") {
  const TemporaryFolder folder;
  for (const char* words : {"exec --help", "exec prepare -h"}) {
    const Outcome help = one(folder, words);
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    CHECK_THAT(help.out, Catch::StartsWith("usage: program_test_one_pipeline exec COMPONENT --executor_input") &&
                             Catch::Contains("Of components there are prepare, evaluate, push.\n"));
  }
}
