#include "local/resolve.hpp"

#include "catch2.hpp"
#include "spec_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::local;
using namespace specs;

namespace {

const RunFacts facts = {{"pipeline_job_uuid", "run-1"}};
const OutputsOf no_outputs = [](const std::string&) { return nullptr; };

Values resolved(const ir::PipelineTaskSpec& task, const ir::ComponentSpec& component, const Values& around = {}) {
  auto result = resolve_inputs(task, component, around, no_outputs, facts);
  if (auto* unresolved = std::get_if<Unresolved>(&result)) FAIL(unresolved->reason);
  return std::get<Values>(result);
}

std::string unresolved(const ir::PipelineTaskSpec& task, const ir::ComponentSpec& component) {
  auto result = resolve_inputs(task, component, {}, no_outputs, facts);
  if (!std::holds_alternative<Unresolved>(result)) FAIL("was resolved");
  return std::get<Unresolved>(result).reason;
}

ir::ComponentSpec taking(Type type) {
  ir::ComponentSpec component;
  component.input_definitions.emplace().parameters["x"] = parameter(type);
  return component;
}

}  // namespace

TEST_CASE("placeholders in constants, at any depth, get the other inputs as text") {
  Values around;
  around.parameters = {{"n", 5.0}, {"d", 0.25}, {"l", Json::array({1})}, {"b", true}};
  const Json constant_value =
      Json::object({{"list", Json::array({"{{$.inputs.parameters['n']}}-{{$.inputs.parameters['d']}}"})},
                    {"more", "{{$.inputs.parameters['l']}} {{$.inputs.parameters['b']}} {{$.pipeline_job_uuid}}"}});
  const auto task = call("c", {{"x", constant(constant_value)},
                               {"n", from_input("n")},
                               {"d", from_input("d")},
                               {"l", from_input("l")},
                               {"b", from_input("b")}});
  CHECK(resolved(task, taking(Type::STRUCT), around).parameters.at("x") ==
        Json::object({{"list", Json::array({"5-0.25"})}, {"more", "[1] true run-1"}}));
}

TEST_CASE("a placeholder may name an input that is a placeholder of the run") {
  const auto task =
      call("c", {{"x", constant("a {{$.inputs.parameters['id']}}")}, {"id", constant("{{$.pipeline_job_uuid}}")}});
  CHECK(resolved(task, taking(Type::STRING)).parameters.at("x") == Json("a run-1"));
}

TEST_CASE("values that come in are not searched for placeholders") {
  Values around;
  around.parameters["v"] = "{{$.inputs.parameters['x']}} {{$.pipeline_job_uuid}}";
  CHECK(resolved(call("c", {{"x", from_input("v")}}), taking(Type::STRING), around).parameters.at("x") ==
        around.parameters.at("v"));
}

TEST_CASE("a placeholder without a value is an error") {
  CHECK(unresolved(call("c", {{"x", constant("{{$.inputs.parameters['gone']}}")}}), taking(Type::STRING)) ==
        "input `x` has a placeholder for `gone`, of which there is no value");
}

TEST_CASE("absent inputs: default, absent, or missing") {
  ir::ComponentSpec component;
  component.input_definitions.emplace().parameters["x"] = optional(Type::NUMBER_INTEGER, Json(3));
  component.input_definitions->parameters["y"] = optional(Type::STRING);
  const Values values = resolved(call("c", {{"x", from_task("gone")}}), component);
  CHECK(values.parameters.at("x") == Json(3));
  CHECK_FALSE(values.parameters.contains("y"));
  CHECK(unresolved(call("c"), taking(Type::STRING)) ==
        "the required input `x` has no value: what it comes from gave none");
  ir::ComponentSpec artifact;
  artifact.input_definitions.emplace().artifacts["a"];
  CHECK(unresolved(call("c"), artifact) == "the required artifact `a` is not there: what it comes from gave none");
}

TEST_CASE("a string takes any value as text, other types take theirs") {
  CHECK(resolved(call("c", {{"x", constant(5.0)}}), taking(Type::STRING)).parameters.at("x") == Json("5"));
  CHECK(unresolved(call("c", {{"x", constant("5")}}), taking(Type::NUMBER_INTEGER)) ==
        "input `x`: int is wanted, and \"5\" is given");
}

TEST_CASE("a DAG gives what its tasks gave, of several the first that ran") {
  Values one, two;
  two.parameters["out"] = 2;
  two.artifacts["a"].emplace_back().uri = "u";
  const OutputsOf outputs = [&](const std::string& task) { return task == "one" ? nullptr : &two; };
  ir::DagSpec dag;
  auto& selectors = dag.outputs.emplace();
  ir::DagOutputsSpec::ParameterSelectorsSpec either;
  either.parameter_selectors = {{"one", "out"}, {"two", "out"}, {"three", "out"}};
  selectors.parameters["p"].kind = either;
  selectors.parameters["absent"] = output_of("one");
  selectors.artifacts["a"].artifact_selectors = {{"one", "a"}, {"two", "a"}};
  const Values values = resolve_outputs(dag, outputs);
  CHECK(values.parameters == std::map<std::string, Json>{{"p", Json(2)}});
  CHECK(values.artifacts.at("a").front().uri == "u");
}
