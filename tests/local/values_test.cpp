#include "local/values.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::local;
using Type = ir::ParameterType;

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
