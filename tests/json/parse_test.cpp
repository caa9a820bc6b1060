#include "catch2.hpp"
#include "mlpipe/json.hpp"

using mlpipe::Json;
using mlpipe::JsonError;
using mlpipe::parse_json;

namespace {

Json parsed(std::string_view text) {
  const auto result = parse_json(text);
  INFO(text);
  if (const auto* error = std::get_if<JsonError>(&result)) FAIL(error->message);
  return std::get<Json>(result);
}

JsonError refused(std::string_view text) {
  const auto result = parse_json(text);
  INFO(text.substr(0, 80));
  REQUIRE(std::holds_alternative<JsonError>(result));
  return std::get<JsonError>(result);
}

}  // namespace

TEST_CASE("JSON text becomes values of the same kind") {
  CHECK(parsed(" null ").is_null());
  CHECK(parsed("true") == Json(true));
  CHECK(parsed("\"a\\n\\u00e9\\ud83d\\ude00\"") == Json("a\n\xC3\xA9\xF0\x9F\x98\x80"));
  CHECK(parsed("[]") == Json::array());
  CHECK(parsed("{}") == Json::object());
  CHECK(parsed(R"({"b": [1, {"c": null}], "a": 1.5})") ==
        Json::object({{"a", 1.5}, {"b", Json::array({1, Json::object({{"c", nullptr}})})}}));
}

TEST_CASE("integers that fit stay integers, all others become reals") {
  CHECK(parsed("9223372036854775807").as_integer() == INT64_MAX);
  CHECK(parsed("-9223372036854775808").as_integer() == INT64_MIN);
  CHECK(parsed("9223372036854775808").is_real());
  CHECK(parsed("-9223372036854775809").is_real());
  CHECK(parsed("1.0").is_real());
  CHECK(parsed("1e2").as_real() == 100.0);
}

TEST_CASE("keys come out sorted, whatever their order was") {
  const Json value = parsed(R"({"c":1,"a":2,"b":3})");
  REQUIRE(value.as_object().size() == 3);
  CHECK(value.as_object()[0].key == "a");
  CHECK(value.as_object()[2].key == "c");
}

TEST_CASE("what is not JSON is refused, with the place and the reason") {
  for (const char* text :
       {"",   " ",  "{",  "[1,", "[1,]",     "{\"a\"}", "{\"a\":1,}", "tru",      "'a'",         "\"a",     "\"\\x\"",
        "01", "1.", "+1", "NaN", "Infinity", "1e999",   "\"\x01\"",   "\"\xFF\"", "\"\\ud800\"", "// c\n1", "[1}"}) {
    CHECK_FALSE(refused(text).message.empty());
  }
  CHECK(refused("{} x").offset == 3);
  CHECK(refused("[1, 2").offset == 5);
  CHECK(refused("[1, ?]").offset == 4);
  CHECK(refused("[1, ?]").message == "syntax error while parsing value - invalid literal");
}

TEST_CASE("a key that stands twice is refused") {
  const JsonError error = refused(R"({"a": 1, "b": {"x": 1, "y": 2, "x": 3}})");
  CHECK(error.message == "key `x` stands twice in one object");
  CHECK(error.offset == 37);  // the end of that object
}

TEST_CASE("512 levels are read, more are refused") {
  CHECK(parsed(std::string(512, '[') + std::string(512, ']')).is_array());
  const JsonError error = refused(std::string(100'000, '['));
  CHECK(error.message == "more than 512 levels");
  CHECK(error.offset == 512);
}
