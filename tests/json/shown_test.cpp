#include "json/shown.hpp"

#include <limits>

#include "catch2.hpp"

using namespace mlpipe;

TEST_CASE("values are shown as JSON, long ones cut") {
  CHECK(shown("a\"b") == R"("a\"b")");
  CHECK(shown(Json::array({1, Json()})) == "[1,null]");
  CHECK(shown(std::string(100, 'x')) == '"' + std::string(56, 'x') + "...");
  CHECK(shown(std::string(58, 'x')) == '"' + std::string(58, 'x') + '"');
}

TEST_CASE("numbers that JSON has none for are shown as what they are") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(shown(std::numeric_limits<double>::quiet_NaN()) == "nan");
  CHECK(shown(Json::object({{"a", Json::array({1, -infinity})}, {"b", "c"}})) == R"({"a":[1,-inf],"b":"c"})");
}

TEST_CASE("of many values or names, the first are shown") {
  CHECK(one_of({"sgd", 1}) == R"(one of ["sgd",1])");
  CHECK(one_of(std::vector<Json>(100, "sgd")).size() == std::string("one of ").size() + 300);
  CHECK(listed({"a", "b"}) == "a, b");
  CHECK(listed(std::vector<std::string>(20, "a")).ends_with("a, a"));
  CHECK(listed(std::vector<std::string>(22, "a")).ends_with("a, a, and 2 more"));
}

TEST_CASE("no character is cut in two") {
  CHECK(cut("abcdef", 6) == "abcdef");
  CHECK(cut("abcdefg", 6) == "abc...");
  CHECK(cut("ab\u00e9defg", 6) == "ab...");
}

TEST_CASE("the kinds of values have names") {
  CHECK(kind_of(0.5) == "a real number");
  CHECK(kind_of(Json::object()) == "a map");
}

TEST_CASE("what is none of the values allowed is found at any depth") {
  const std::vector<Json> allowed = {"a", 1};
  const auto stranger = [&](const Json& value) {
    const Json* const found = first_outside(value, allowed);
    return found == nullptr ? std::string("none") : dump(*found);
  };
  CHECK(stranger("a") == "none");
  CHECK(stranger("b") == "\"b\"");
  CHECK(stranger(Json::array({"a", 1})) == "none");
  CHECK(stranger(Json::array({"a", Json::object({{"k", 2}}), "c"})) == "2");
  CHECK(stranger(Json::array({})) == "none");
}

TEST_CASE("nothing that is printed acts upon a terminal") {
  CHECK(visible("caf\u00e9 \"x\"") == "caf\u00e9 \"x\"");
  CHECK(visible("\x1b[31mred\n\ttab\r") == "\\x1b[31mred\\n\\ttab\\x0d");
  CHECK(visible("\x7f\u0085\u202e") == "\\x7f\\x85\\u202e");
  CHECK(visible("a\xff") == "a\\xff");
  CHECK(visible(std::string_view("\0", 1)) == "\\x00");
}
