#include "program/input_values.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::program;

namespace {

ir::InputDefinition input(Type type) {
  ir::InputDefinition definition;
  definition.name = "x";
  definition.type = std::move(type);
  return definition;
}
Json value(Type type, std::string_view text) {
  const auto read = read_input_value(input(std::move(type)), text);
  if (const auto* bad = std::get_if<BadValue>(&read)) FAIL(bad->reason);
  return std::get<Json>(read);
}
std::string refusal(const ir::InputDefinition& definition, std::string_view text) {
  const auto read = read_input_value(definition, text);
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
  CHECK(refusal(input(Type::integer), "1.5") == "--x: int is wanted, and \"1.5\" is given");
  CHECK(refusal(input(Type::integer), "") == "--x: int is wanted, and \"\" is given");
  CHECK(refusal(input(Type::integer), "99999999999999999999") ==
        "--x: int is wanted, and \"99999999999999999999\" is given");
  CHECK(refusal(input(Type::number), "nan") == "--x: double is wanted, and \"nan\" is given");
  CHECK(refusal(input(Type::boolean), "yes") == "--x: bool (true or false) is wanted, and \"yes\" is given");
  CHECK_THAT(refusal(input(Type::list), "{}"), Catch::Contains("(a JSON array) is wanted, and \"{}\" is given"));
  CHECK_THAT(refusal(input(Type::structure), "[1"), Catch::Contains("(a JSON object) is wanted, and \"[1\" is given"));
  CHECK_THAT(refusal(input(Type::artifact("system.Model")), "x"), Catch::Contains("an artifact (system.Model)"));
  auto literal = input(Type::string);
  literal.literals = {Json("a"), Json("b")};
  CHECK(refusal(literal, "c") == R"(--x: one of ["a","b"] is wanted, and "c" is given)");
}
