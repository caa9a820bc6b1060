#include "local/cel.hpp"

#include <limits>

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::local;

namespace {

const CelInputs inputs = {{"s", "it's"}, {"n", 3},    {"x", 0.5},         {"big", 1e6}, {"yes", true},
                          {"no", false}, {"nil", {}}, {"digits", "0042"}, {"k\"\n", 1}};

bool holds(std::string_view text) {
  const auto verdict = evaluate_condition(text, inputs);
  if (const auto* error = std::get_if<CelError>(&verdict)) FAIL(text << ": " << error->message);
  return std::get<bool>(verdict);
}

CelError error_of(std::string_view text) {
  const auto verdict = evaluate_condition(text, inputs);
  if (!std::holds_alternative<CelError>(verdict)) FAIL(text << " has a value");
  return std::get<CelError>(verdict);
}

}  // namespace

TEST_CASE("conditions as the compiler writes them") {
  CHECK(holds("int(inputs.parameter_values['n']) == 3"));
  CHECK_FALSE(holds("int(inputs.parameter_values['n']) != 3"));
  CHECK(holds("inputs.parameter_values['x'] >= 0.5"));
  CHECK(holds("double(int(inputs.parameter_values['n'])) > 2.5"));
  CHECK(holds("inputs.parameter_values['s'] == 'it\\'s'"));
  CHECK(holds("inputs.parameter_values['yes'] == true"));
  CHECK(holds("!(inputs.parameter_values['no'] == true) && int(inputs.parameter_values['n']) < 4"));
  CHECK_FALSE(holds("!(inputs.parameter_values['yes'] == true || inputs.parameter_values['no'] == true)"));
}

TEST_CASE("comparisons") {
  CHECK(holds("1 < 2"));
  CHECK(holds("2 <= 2"));
  CHECK(holds("-1 > -2"));
  CHECK(holds("- 1.5 >= -1.5"));
  CHECK(holds("'a' < 'b'"));
  CHECK(holds("false < true"));
  CHECK(holds("inputs.parameter_values['n'] == 3"));  // a double and an integer
  CHECK(holds("3 == 3.0"));
  CHECK(holds("9007199254740993 > 9007199254740992.0"));
  CHECK(holds("'1' != 1"));
  CHECK(holds("inputs.parameter_values['nil'] == null"));
  CHECK_FALSE(holds("double('nan') == double('nan')"));
  CHECK_FALSE(holds("double('nan') <= 1.0"));
}

TEST_CASE("precedence, parentheses and long chains") {
  CHECK(holds("true || false && false"));
  CHECK_FALSE(holds("(true || false) && false"));
  CHECK(holds("!false && !!true"));
  CHECK(holds("(((1))) == 1"));
  std::string chain = "true";
  for (int i = 0; i < 20000; ++i) chain += " && 1 == 1";
  CHECK(holds(chain));
}

TEST_CASE("an operand that decides makes the other's error no matter") {
  CHECK(holds("inputs.parameter_values['gone'] == 1 || true"));
  CHECK(holds("true || inputs.parameter_values['gone'] == 1"));
  CHECK_FALSE(holds("inputs.parameter_values['gone'] == 1 && false"));
  CHECK(error_of("inputs.parameter_values['gone'] == 1 && true").message == "there is no input `gone`");
}

TEST_CASE("literals") {
  CHECK(holds(R"("a\"b" == 'a"b')"));
  CHECK(holds(R"('\n\t\\\x41\u00e9\U0001F600\101' == "\n\t\\Aé😀A")"));
  CHECK(holds(R"(inputs.parameter_values["k\"\n"] == 1)"));
  CHECK(holds("0x10 == 16"));
  CHECK(holds("1e3 == 1000"));
  CHECK(holds(".5 == 0.5"));
  CHECK(holds("9223372036854775807 > 0"));
}

TEST_CASE("conversions") {
  CHECK(holds("int(2.9) == 2"));
  CHECK(holds("int(-2.9) == -2"));
  CHECK(holds("int(inputs.parameter_values['digits']) == 42"));
  CHECK(holds("double('1.5') == 1.5"));
  CHECK(holds("string(1.5) == '1.5'"));
  CHECK(holds("string(int(inputs.parameter_values['n'])) == '3'"));
  CHECK(holds("string(inputs.parameter_values['n']) == '3'"));
  CHECK(holds("string(inputs.parameter_values['big']) == '1e+06'"));
  CHECK(holds("string(100000.0) == '100000'"));
  CHECK(holds("string(true) == 'true'"));
  CHECK(error_of("int('x') == 1").message == "int() of \"x\", which is no integer");
  CHECK(error_of("int(1e30) == 1").message == "int() of a number that no integer holds");
  CHECK(error_of("int(true) == 1").message == "int() does not take a boolean");
  CHECK(error_of("double('') == 1.0").message == "double() of \"\", which is no number");
}

TEST_CASE("what fits together is an error where it does not") {
  CHECK(error_of("'1' < 1").message == "`<` does not compare a string with an integer");
  CHECK(error_of("!1").message == "`!` does not take an integer");
  CHECK(error_of("1 && true").message == "`&&` wants booleans, and this is an integer");
  CHECK(error_of("-'a' == 1").message == "`-` does not take a string");
  CHECK(error_of("1").message == "a condition is to be true or false, and this is an integer");
}

TEST_CASE("everything else is refused with its place") {
  const auto refused = [](std::string_view text) {
    const auto error = check_condition(text);
    if (!error) FAIL(text << " was read");
    return *error;
  };
  CHECK(refused("").message == "the expression ends where a value is missing");
  CHECK(refused("1 ==").offset == 4);
  CHECK(refused("a == 1").message == "`a` is not supported in conditions");
  CHECK(refused("1 == size('a')").offset == 5);
  CHECK(refused("1 + 1 == 2").message == "`+ 1 == 2` is not understood here");
  CHECK(refused("1 + 1 == 2").offset == 2);
  CHECK(refused("1 < 2 < 3").offset == 6);
  CHECK(refused("(1 == 1").message == "`)` is missing here");
  CHECK(refused("'a").message == "this string does not end");
  CHECK(refused("'a\nb' == 'a'").message == "this string does not end");
  CHECK(refused("'\\q' == ''").message == "this is no escape of CEL");
  CHECK(refused("'\\ud800' == ''").message == "this is no escape of CEL");
  CHECK(refused("1u == 1").message == "this kind of number is not supported in conditions");
  CHECK(refused("99999999999999999999 == 1").message == "this integer is too large");
  CHECK(refused("1e999 == 1.0").message == "this number is too large");
  CHECK(refused("inputs.artifacts['a'] == 1").message == "of `inputs` only `parameter_values` is supported");
  CHECK(refused("inputs.parameter_values[1] == 1").message == "the name of an input is missing here");
  CHECK(refused("true ? true : false").offset == 5);
  CHECK(refused(std::string(100000, '(')).message == "the expression is nested too deeply");
  CHECK(refused(std::string(100000, '!')).message == "the expression is nested too deeply");
}
