#include "mlpipe/nlohmann_json.hpp"

#include "catch2.hpp"

using mlpipe::Json;

TEST_CASE("values go to nlohmann::json and back unchanged") {
  const Json ours = Json::object(
      {{"n", nullptr}, {"b", true}, {"i", -7}, {"d", 2.5}, {"s", "x"}, {"l", Json::array({1, Json::object()})}});
  const nlohmann::json theirs = ours;
  CHECK(theirs == nlohmann::json::parse(R"({"n":null,"b":true,"i":-7,"d":2.5,"s":"x","l":[1,{}]})"));
  CHECK(theirs["i"].is_number_integer());
  const Json back = theirs.get<Json>();
  CHECK(back == ours);
  CHECK(back.find("i")->is_integer());
}

TEST_CASE("an unsigned number above the integers becomes a real") {
  const Json value = nlohmann::json(18446744073709551615ull).get<Json>();
  CHECK(value.is_real());
}
