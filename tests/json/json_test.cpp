#include "mlpipe/json.hpp"

#include "catch2.hpp"

using mlpipe::Json;

TEST_CASE("objects keep their members sorted and unique") {
  Json value = Json::object({{"b", 1}, {"a", "x"}, {"b", 2}});
  REQUIRE(value.as_object().size() == 2);
  CHECK(value.as_object()[0].key == "a");
  CHECK(*value.find("b") == Json(2));
  CHECK(value.find("c") == nullptr);
}

TEST_CASE("integers and reals compare by value, other kinds by kind") {
  CHECK(Json(1) == Json(1.0));
  CHECK_FALSE(Json(1) == Json(true));
  CHECK_FALSE(Json("1") == Json(1));
  CHECK(Json::array({1, "two", true}) == Json::array({1.0, "two", true}));
}
