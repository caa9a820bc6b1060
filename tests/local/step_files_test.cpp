#include "local/step_files.hpp"

#include "catch2.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;
using namespace mlpipe::local;
using Type = ir::ParameterType;

namespace {

ir::ComponentSpec gives(Type::ParameterTypeEnum type) {
  ir::ComponentSpec component;
  component.output_definitions.emplace().parameters["n"].parameter_type = type;
  auto& model = component.output_definitions->artifacts["model"];
  model.artifact_type.emplace().kind = ir::ArtifactTypeSchema::SchemaTitle{"system.Model"};
  model.metadata = Json::object({{"a", 1}, {"b", 2}});
  return component;
}

std::string problem_of(const std::variant<Values, Unresolved>& results) {
  const auto* problem = std::get_if<Unresolved>(&results);
  return problem == nullptr ? "" : problem->reason;
}

}  // namespace

TEST_CASE("the ExecutorInput of a step: what it is given, and where its outputs go") {
  Values inputs;
  inputs.parameters["x"] = Json(3);
  inputs.artifacts["rows"].emplace_back().uri = "u";
  const StepFolder folder{"/run/step"};
  const ir::ExecutorInput input = make_executor_input(gives(Type::NUMBER_INTEGER), inputs, folder);
  CHECK(input.inputs->parameter_values.at("x") == Json(3));
  CHECK(input.inputs->artifacts.at("rows").artifacts.at(0).uri == "u");
  CHECK(input.outputs->output_file == "/run/step/executor_output.json");
  CHECK(input.outputs->parameters.at("n").output_file == "/run/step/n");
  const ir::RuntimeArtifact& model = input.outputs->artifacts.at("model").artifacts.at(0);
  CHECK(model.name == "model");
  CHECK(model.uri == "/run/step/model");
  CHECK(folder.log(1) == "/run/step/log.txt");
  CHECK(folder.log(3) == "/run/step/log-3.txt");
  CHECK(folder.output("a/../b").find("/../") == std::string::npos);
}

TEST_CASE("results are the ExecutorOutput over the files, over what was promised") {
  const TemporaryFolder temporary;
  const StepFolder folder{temporary.path()};
  const ir::ComponentSpec component = gives(Type::NUMBER_INTEGER);
  const ir::ExecutorInput input = make_executor_input(component, {}, folder);
  CHECK(problem_of(read_results(component, input)) == "it did not give the output `n`");
  temporary.write("n", "x");
  CHECK(problem_of(read_results(component, input)) == "what it gave as the output `n` is no int");
  temporary.write("n", " 5\n");
  auto results = read_results(component, input);
  REQUIRE(problem_of(results) == "");
  CHECK(std::get<Values>(results).parameters.at("n") == Json(5));
  CHECK(std::get<Values>(results).artifacts.at("model").at(0).uri == folder.path + "/model");

  temporary.write("executor_output.json",
                  R"({"parameterValues": {"n": 7}, "artifacts": {"model": {"artifacts": [{"uri": "v", )"
                  R"("customPath": "/c", "metadata": {"b": 3}}]}}})");
  results = read_results(component, input);
  REQUIRE(problem_of(results) == "");
  CHECK(std::get<Values>(results).parameters.at("n") == Json(7));
  const ir::RuntimeArtifact& model = std::get<Values>(results).artifacts.at("model").at(0);
  CHECK(model.uri == "v");
  CHECK(model.custom_path == "/c");
  CHECK(dump(*model.metadata) == R"({"a":1,"b":3})");

  temporary.write("executor_output.json", R"({"parameterValues": {"n": "7"}})");
  CHECK(problem_of(read_results(component, input)) == "it gave a wrong output `n`: int is wanted, and \"7\" is given");
  temporary.write("executor_output.json", "{");
  CHECK_THAT(problem_of(read_results(component, input)), Catch::StartsWith("its ExecutorOutput cannot be read: "));
}

TEST_CASE("why a step failed is the last line of its log that says something") {
  const TemporaryFolder folder;
  CHECK(reason_in_log(folder.write("log", "first\nlast \r\n \n\n"), "c") == "last");
  CHECK(reason_in_log(folder.write("log", "only"), "c") == "only");
  CHECK(reason_in_log(folder.write("log", " \n\n"), "c").empty());
  CHECK(reason_in_log(folder.write("log", ""), "c").empty());
  CHECK(reason_in_log(folder.path() + "/gone", "c").empty());
  CHECK(reason_in_log(folder.write("log", std::string(20000, 'x')), "c") == std::string(397, 'x') + "...");
}

TEST_CASE("what exec says of the component goes before it, with its first line") {
  const TemporaryFolder folder;
  CHECK(reason_in_log(folder.write("log", "noise\nprog: component `c`: bad (std::runtime_error)\n"), "c") ==
        "component `c`: bad (std::runtime_error)");
  CHECK(reason_in_log(folder.write("log", "prog: component `c`: line1\nline2 (std::runtime_error)\n"), "c") ==
        "component `c`: line1 ...");
  CHECK(reason_in_log(folder.write("log", "prog: component `b`: line1\nline2\n"), "c") == "line2");
}
