#include <limits>

#include "catch2.hpp"
#include "mlpipe/json.hpp"

using mlpipe::dump;
using mlpipe::Json;
using mlpipe::JsonStyle;

TEST_CASE("real numbers print shortest and always as reals") {
  CHECK(dump(3.0) == "3.0");
  CHECK(dump(-0.0) == "-0.0");
  CHECK(dump(0.1) == "0.1");
  CHECK(dump(1234.5) == "1234.5");
  CHECK(dump(0.0001) == "0.0001");
  CHECK(dump(0.00001) == "1e-05");
  CHECK(dump(1.5e-7) == "1.5e-07");
  CHECK(dump(1e15) == "1000000000000000.0");
  CHECK(dump(1e16) == "1e+16");
  CHECK(dump(1.25e300) == "1.25e+300");
  CHECK(dump(9007199254740993.0) == "9007199254740992.0");
  CHECK(dump(5e-324) == "5e-324");
  CHECK(dump(-1.7976931348623157e308) == "-1.7976931348623157e+308");
  CHECK(dump(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(dump(-std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("integers print as they are") {
  CHECK(dump(0) == "0");
  CHECK(dump(INT64_MIN) == "-9223372036854775808");
}

TEST_CASE("the compact style has no blanks and keeps UTF-8") {
  const Json value =
      Json::object({{"b", Json::array({1, true, nullptr})}, {"a", "\"\\\n\x01\x7F\xC3\xA9\xF0\x9F\x98\x80"}});
  CHECK(dump(value) == "{\"a\":\"\\\"\\\\\\n\\u0001\x7F\xC3\xA9\xF0\x9F\x98\x80\",\"b\":[1,true,null]}");
}

TEST_CASE("Python's style has blanks and is ASCII") {
  const Json value = Json::object({{"b", Json::array({1, 2.5})}, {"a", "\x7F\xC3\xA9\xF0\x9F\x98\x80"}});
  CHECK(dump(value, JsonStyle::python) == R"({"a": "\u007f\u00e9\ud83d\ude00", "b": [1, 2.5]})");
}

TEST_CASE("bytes that are no UTF-8 become the replacement character") {
  CHECK(dump("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
  CHECK(dump("\xED\xA0\x80", JsonStyle::python) == R"("\ufffd\ufffd\ufffd")");
  CHECK(dump("\xC0\x80", JsonStyle::python) == R"("\ufffd\ufffd")");
  CHECK(dump("\xE2\x82", JsonStyle::python) == R"("\ufffd\ufffd")");
}

TEST_CASE("what is dumped reads back equal") {
  Json deep = 1;
  for (int i = 0; i < 100; ++i) deep = Json::object({{std::to_string(i), Json::array({deep, 0.1 * i, "\t\"\\"})}});
  for (const JsonStyle style : {JsonStyle::compact, JsonStyle::python}) {
    CHECK(std::get<Json>(mlpipe::parse_json(dump(deep, style))) == deep);
  }
}
