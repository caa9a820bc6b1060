#include "program/input_values.hpp"

#include "catch2.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;
using namespace mlpipe::program;

namespace {

struct Sizes {
  In<std::vector<Literal<"s", "l">>> sizes = empty;
  In<int> x = 0;
  In<std::int64_t> large = std::int64_t{0};
  In<std::vector<int>> list = empty;
  void define(Pipeline&) const {}
};
const detail::ComponentDescriptor& pipeline = detail::component_descriptor<Sizes>;

InputText text_of(const ir::InputDefinition& definition, std::string_view text) {
  return {definition.name, std::string(text), "--" + definition.name};
}

ir::InputDefinition input(Type type) {
  ir::InputDefinition definition;
  definition.name = "y";
  definition.type = std::move(type);
  return definition;
}
Json value(const Type& type, std::string_view text) {
  const auto read = read_input_value(pipeline, input(type), text_of(input(type), text));
  if (const auto* bad = std::get_if<BadValue>(&read)) FAIL(bad->reason);
  return std::get<Json>(read);
}
std::string refusal(const ir::InputDefinition& definition, std::string_view text) {
  const auto read = read_input_value(pipeline, definition, text_of(definition, text));
  if (!std::holds_alternative<BadValue>(read)) FAIL("was read: " << text);
  return std::get<BadValue>(read).reason;
}

}  // namespace

TEST_CASE("values as people type them") {
  CHECK(value(Type::string, "5") == Json("5"));
  CHECK(value(Type::string, "").as_string().empty());
  CHECK(value(Type::integer, "-7") == Json(-7));
  CHECK(value(Type::number, "1e-3") == Json(0.001));
  CHECK(value(Type::number, "2") == Json(2));
  CHECK(value(Type::boolean, "true") == Json(true));
  CHECK(value(Type::list, "[1, \"a\"]") == Json::array({1, "a"}));
  CHECK(value(Type::structure, "{\"a\": 1}") == Json::object({{"a", 1}}));
}

TEST_CASE("what does not parse is told with flag, type and text") {
  CHECK(refusal(input(Type::integer), "1.5") == "--y: int is wanted, and \"1.5\" is given");
  CHECK(refusal(input(Type::integer), "") == "--y: int is wanted, and \"\" is given");
  CHECK(refusal(input(Type::integer), "99999999999999999999") ==
        "--y: int is wanted, and \"99999999999999999999\" is given");
  CHECK(refusal(input(Type::number), "nan") == "--y: double is wanted, and \"nan\" is given");
  CHECK(refusal(input(Type::boolean), "yes") == "--y: bool (true or false) is wanted, and \"yes\" is given");
  CHECK_THAT(refusal(input(Type::list), "{}"), Catch::Contains("(a JSON array) is wanted, and \"{}\" is given"));
  CHECK_THAT(refusal(input(Type::structure), "[1"), Catch::Contains("(a JSON object) is wanted, and \"[1\" is given"));
  CHECK_THAT(refusal(input(Type::artifact("system.Model")), "x"), Catch::Contains("an artifact (system.Model)"));
  auto literal = input(Type::string);
  literal.literals = {Json("a"), Json("b")};
  CHECK(refusal(literal, "c") == R"(--y: one of ["a","b"] is wanted, and "c" is given)");
}

TEST_CASE("elements, and how much a member holds, are checked too") {
  CHECK(value(Type::list_of(Type::string), "[\"a\"]") == Json::array({"a"}));
  CHECK(refusal(input(Type::list_of(Type::string)), "[1]") ==
        "--y: list of string (a JSON array) is wanted, and \"[1]\" is given: it is a list whose item 0 is an integer, "
        "not string");
  CHECK_THAT(refusal(input(Type::map_of(Type::integer)), R"({"a":1.5})"),
             Catch::Contains("it is a map whose entry `a` is a real number, not int"));
  CHECK_THAT(refusal(input(Type::integer), "9007199254740993"), Catch::Contains("it is beyond 2^53"));
  auto narrow = input(Type::integer);
  narrow.name = "x";
  CHECK(refusal(narrow, "99999999999") ==
        "--x: int is wanted, and \"99999999999\" is given: an `int` of C++ does not hold that much");
  narrow.name = "large";
  CHECK(std::get<Json>(read_input_value(pipeline, narrow, text_of(narrow, "99999999999"))) == Json(99999999999));
  auto list = input(Type::list_of(Type::integer));
  list.name = "list";
  CHECK_THAT(refusal(list, "[99999999999]"), Catch::Contains("does not hold that much"));
}

TEST_CASE("the flag is told as it was given") {
  const auto read = read_input_value(pipeline, input(Type::integer), {"y", "foo", "--param y"});
  CHECK(std::get<BadValue>(read).reason == "--param y: int is wanted, and \"foo\" is given");
}

TEST_CASE("text that is not UTF-8 is refused, and not changed in silence") {
  CHECK_THAT(refusal(input(Type::string), "\xff\xfe"), Catch::EndsWith("is given: it is not UTF-8"));
  CHECK_THAT(refusal(input(Type::list), "[\"\xc3\"]"), Catch::EndsWith("is given: it is not UTF-8"));
  CHECK(value(Type::string, "\xc3\xa9") == Json("\xc3\xa9"));
}

TEST_CASE("why a text is no JSON is told, and where") {
  CHECK_THAT(refusal(input(Type::structure), R"({"é":1,"é":2})"),
             Catch::Contains("is given: ") && Catch::Contains("`é`") && Catch::Contains(", at character "));
  CHECK_THAT(refusal(input(Type::list), "[1,"), Catch::Contains(", at character 4"));
}

TEST_CASE("literals of lists are told") {
  auto sizes = input(Type::list_of(Type::string));
  sizes.item_literals = {Json("s"), Json("l")};
  CHECK(refusal(sizes, R"(["s","m"])") ==
        "--y: list of string (a JSON array) is wanted, and \"[\\\"s\\\",\\\"m\\\"]\" is given: it holds \"m\", and not "
        "one of [\"s\",\"l\"]");
}
