#include "yaml/scalar.hpp"

#include <cmath>
#include <limits>

#include "catch2.hpp"
#include "yaml/read.hpp"

using namespace mlpipe;
using yaml::Node;
using yaml::ScalarKind;

namespace {

Node plain(const std::string& text) {
  Node node;
  node.text = text;
  return node;
}

void check(const std::string& text, ScalarKind kind, const Json& value) {
  INFO(text);
  CHECK(yaml::kind_of(plain(text)) == kind);
  CHECK(yaml::value_of(plain(text)) == value);
}

void check_text(const std::string& text) { check(text, ScalarKind::text, text); }

}  // namespace

// What PyYAML says of each was tried with it.
TEST_CASE("scalars mean what PyYAML takes them for") {
  for (const char* null : {"", "~", "null", "Null", "NULL"}) check(null, ScalarKind::null, nullptr);
  for (const char* yes : {"yes", "On", "TRUE"}) check(yes, ScalarKind::boolean, true);
  for (const char* no : {"no", "Off", "false"}) check(no, ScalarKind::boolean, false);
  for (const char* text : {"y", "n", "yEs", "nULL", "~~"}) check_text(text);

  check("0", ScalarKind::integer, 0);
  check("-12", ScalarKind::integer, -12);
  check("+1_000", ScalarKind::integer, 1000);
  check("010", ScalarKind::integer, 8);
  check("0x1F", ScalarKind::integer, 31);
  check("-0b101", ScalarKind::integer, -5);
  check("1:30", ScalarKind::integer, 90);
  check("-1:01:01", ScalarKind::integer, -3661);
  check("9223372036854775807", ScalarKind::integer, std::numeric_limits<std::int64_t>::max());
  check("-9223372036854775808", ScalarKind::integer, std::numeric_limits<std::int64_t>::min());
  check("9223372036854775808", ScalarKind::integer, "9223372036854775808");  // too large: as it stands
  for (const char* text : {"08", "1:60", "1:", "0o7", "_1", "--1", "1-1", "0x", "-", "1:1:1:x"}) check_text(text);

  check("1.5", ScalarKind::real, 1.5);
  check("-1_0.", ScalarKind::real, -10.0);
  check(".5", ScalarKind::real, 0.5);
  check("1.0e+3", ScalarKind::real, 1000.0);
  check("1.e-2", ScalarKind::real, 0.01);
  check("1:30.5", ScalarKind::real, 90.5);
  check("-.inf", ScalarKind::real, -std::numeric_limits<double>::infinity());
  check("1.0e+999", ScalarKind::real, std::numeric_limits<double>::infinity());
  check("1.0e-999", ScalarKind::real, 0.0);
  CHECK(std::isnan(yaml::value_of(plain(".nan")).as_real()));
  for (const char* text : {"1e3", "1.0e3", ".", "-.5", "1.5.2", "inf", "nan", "1.0e+", "._1"}) check_text(text);

  for (const char* date : {"2024-01-31", "2024-1-3 4:05:06", "2024-01-31T04:05:06.7Z", "2024-01-31 04:05:06 +1:30"})
    check(date, ScalarKind::timestamp, date);
  for (const char* text : {"2024-1-3", "2024-01-31T", "2024-01-31T04:05", "24-01-31", "2024-01-31 04:05:06 +1:3"})
    check_text(text);
}

TEST_CASE("quotes and tags decide") {
  const yaml::Documents read = yaml::read(
      "{a: '1', b: !!str 1, c: !!int '7', d: !!float 2, e: !!bool 'no', f: !!null x, g: ! yes, h: 'null', i: ''}", "f");
  REQUIRE(read.documents.size() == 1);
  CHECK(json_of(read.documents[0]) == Json::object({{"a", "1"},
                                                    {"b", "1"},
                                                    {"c", 7},
                                                    {"d", 2.0},
                                                    {"e", false},
                                                    {"f", nullptr},
                                                    {"g", "yes"},
                                                    {"h", "null"},
                                                    {"i", ""}}));
}

TEST_CASE("as JSON, numbers are also JSON's") {
  CHECK(yaml::json_of(plain("1e3")) == Json(1000.0));
  CHECK(yaml::json_of(plain("-1E-07")) == Json(-1e-07));
  Node quoted = plain("1e3");
  quoted.plain = false;
  CHECK(yaml::json_of(quoted) == Json("1e3"));
  CHECK(yaml::json_of(plain("x")) == Json("x"));
}

TEST_CASE("nodes are described for people") {
  CHECK(yaml::describe(plain("x")) == "the text `x`");
  CHECK(yaml::describe(plain("3")) == "the number `3`");
  CHECK(yaml::describe(plain("yes")) == "the boolean `yes`");
  CHECK(yaml::describe(plain("2024-01-31")) == "the date `2024-01-31`");
  CHECK(yaml::describe(plain("")) == "nothing");
  CHECK(yaml::describe(plain(std::string(41, 'x'))) == "a text");
}
