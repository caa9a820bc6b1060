#include "local/values.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::local;
using Type = ir::ParameterType;

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
  ir::ComponentInputsSpec::ParameterSpec parameter;
  parameter.parameter_type = Type::NUMBER_INTEGER;
  parameter.literals = {Json(1), Json(2)};
  CHECK_FALSE(misfit(parameter, Json(2.0)));
  CHECK(misfit(parameter, Json(3)) == "one of [1,2] is wanted, and 3 is given");
}

TEST_CASE("values in text are written as KFP's driver writes them") {
  CHECK(text_of(Json("a b")) == "a b");
  CHECK(text_of(Json(5)) == "5");
  CHECK(text_of(Json(5.0)) == "5");
  CHECK(text_of(Json(0.25)) == "0.25");
  CHECK(text_of(Json(true)) == "true");
  CHECK(text_of(Json()).empty());
  CHECK(text_of(Json::array({1, "x"})) == R"([1,"x"])");
}

TEST_CASE("output files are read as KFP's launcher reads them") {
  CHECK(value_from_text(Type::STRING, " a\n") == Json(" a\n"));
  CHECK(value_from_text(Type::NUMBER_INTEGER, " 12\n") == Json(12));
  CHECK_FALSE(value_from_text(Type::NUMBER_INTEGER, "5.0"));
  CHECK_FALSE(value_from_text(Type::NUMBER_INTEGER, ""));
  CHECK(value_from_text(Type::NUMBER_DOUBLE, "1e-07") == Json(1e-7));
  CHECK_FALSE(value_from_text(Type::NUMBER_DOUBLE, "nan"));
  CHECK(value_from_text(Type::BOOLEAN, "True") == Json(true));
  CHECK(value_from_text(Type::BOOLEAN, "0") == Json(false));
  CHECK_FALSE(value_from_text(Type::BOOLEAN, "yes"));
  CHECK(value_from_text(Type::LIST, "[1]") == Json::array({1}));
  CHECK_FALSE(value_from_text(Type::LIST, "{}"));
  CHECK_FALSE(value_from_text(Type::STRUCT, "{"));
}
