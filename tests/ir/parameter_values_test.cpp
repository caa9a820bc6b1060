#include "ir/parameter_values.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::ir;
using Type = ParameterType;

TEST_CASE("a value is of a type or it is not") {
  CHECK_FALSE(misfit(Type::NUMBER_INTEGER, Json(5)));
  CHECK_FALSE(misfit(Type::NUMBER_INTEGER, Json(5.0)));
  CHECK(misfit(Type::NUMBER_INTEGER, Json(5.5)) == "int is wanted, and 5.5 is given");
  CHECK_FALSE(misfit(Type::NUMBER_DOUBLE, Json(5)));
  CHECK(misfit(Type::NUMBER_DOUBLE, Json(true)) == "double is wanted, and true is given");
  CHECK(misfit(Type::STRING, Json(1)) == "string is wanted, and 1 is given");
  CHECK(misfit(Type::BOOLEAN, Json(1)) == "bool is wanted, and 1 is given");
  CHECK(misfit(Type::LIST, Json::object()) == "list is wanted, and {} is given");
  CHECK(misfit(Type::STRUCT, Json::array()) == "JSON object is wanted, and [] is given");
  CHECK(misfit(Type::STRING, Json()) == "string is wanted, and null is given");
}

TEST_CASE("literals are the only values allowed") {
  ComponentInputsSpec::ParameterSpec parameter;
  parameter.parameter_type = Type::NUMBER_INTEGER;
  parameter.literals = {Json(1), Json(2)};
  CHECK_FALSE(misfit(parameter, Json(2.0)));
  CHECK(misfit(parameter, Json(3)) == "one of [1,2] is wanted, and 3 is given");
}

TEST_CASE("what a run is given is checked, and defaults are filled in") {
  PipelineSpec spec;
  CHECK(root_inputs(spec).parameters.empty());
  auto& inputs = spec.root.emplace().input_definitions.emplace().parameters;
  inputs["name"].parameter_type = Type::STRING;
  inputs["epochs"].parameter_type = Type::NUMBER_INTEGER;
  inputs["epochs"].default_value = Json(10);
  inputs["note"].parameter_type = Type::STRING;
  inputs["note"].is_optional = true;
  CHECK(&root_inputs(spec) == &*spec.root->input_definitions);

  Diagnostics none;
  CHECK(check_parameters(spec, Json::object({{"name", "n"}}), none) == Json::object({{"epochs", 10}, {"name", "n"}}));
  CHECK(none.empty());
  Diagnostics wrong;
  check_parameters(spec, Json::object({{"nam", "n"}, {"epochs", "x"}}), wrong);
  REQUIRE(wrong.size() == 3);
  CHECK(wrong[0].message == "the pipeline has no input `nam`");
  CHECK(wrong[1].message == "input `epochs`: int is wanted, and \"x\" is given");
  CHECK(wrong[2].message == "the required input `name` (string) is not given");
  for (const Diagnostic& diagnostic : wrong) CHECK(diagnostic.code == Code::bad_run_parameter);
  Diagnostics no_object;
  check_parameters(spec, Json::array(), no_object);
  REQUIRE(no_object.size() == 1);
  CHECK(no_object[0].message == "the parameters of a run are a JSON object");
}
