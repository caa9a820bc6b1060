#include "runtime/bind.hpp"

#include "catch2.hpp"
#include "mlpipe/dsl/component.hpp"
#include "mlpipe/json.hpp"

using namespace mlpipe;
using runtime::BoundComponent;

namespace {

struct Collections {
  In<std::vector<int>> ints = empty;
  In<std::vector<double>> reals = empty;
  In<std::vector<bool>> flags = empty;
  In<std::vector<std::string>> texts = empty;
  In<std::map<std::string, std::int64_t>> map = empty;
  In<std::vector<std::vector<int>>> lists = empty;
  In<std::vector<Json>> objects = empty;
  In<int> plain = 0;
  struct Outputs {
    Out<std::string> seen;
  };
  void run(Outputs& out) const {
    const Json all = Json::array({detail::ParameterTraits<std::vector<int>>::to_json(*ints),
                                  detail::ParameterTraits<std::vector<double>>::to_json(*reals),
                                  detail::ParameterTraits<std::vector<bool>>::to_json(*flags),
                                  detail::ParameterTraits<std::vector<std::string>>::to_json(*texts),
                                  detail::ParameterTraits<std::map<std::string, std::int64_t>>::to_json(*map),
                                  detail::ParameterTraits<std::vector<std::vector<int>>>::to_json(*lists),
                                  detail::ParameterTraits<std::vector<Json>>::to_json(*objects), Json(*plain)});
    out.seen = dump(all);
  }
};

Json json(const std::string& text) { return std::get<Json>(parse_json(text)); }

/// What the step sees, or all that is wrong.
std::string seen(const std::string& input, const std::string& value) {
  ir::ExecutorInput given;
  given.inputs.emplace().parameter_values[input] = json(value);
  given.outputs.emplace().output_file = "/nowhere";
  BoundComponent component(detail::component_descriptor<Collections>);
  std::string problems;
  for (const runtime::Problem& problem : component.bind(given)) problems += problem.reason + '\n';
  if (!problems.empty()) return problems;
  component.run();
  const auto results = component.results();
  return std::get<ir::ExecutorOutput>(results).parameter_values.at("seen").as_string();
}

}  // namespace

TEST_CASE("lists and maps are bound as JSON has them") {
  CHECK(seen("ints", "[1, 2.0, 3e0]") == "[[1,2,3],[],[],[],{},[],[],0]");
  CHECK(seen("texts", R"(["1", "true", "[]"])") == R"([[],[],[],["1","true","[]"],{},[],[],0])");
}

// The placeholders of a list such as {1, count} are replaced within its strings.
TEST_CASE("elements that a backend filled in as text are read by the component's type") {
  CHECK(seen("ints", R"([1, "2", "3.0"])") == "[[1,2,3],[],[],[],{},[],[],0]");
  CHECK(seen("reals", R"(["5", "1.2345675e+06", 0.5])") == "[[],[5.0,1234567.5,0.5],[],[],{},[],[],0]");
  CHECK(seen("flags", R"(["true", false, "false"])") == "[[],[],[true,false,false],[],{},[],[],0]");
  CHECK(seen("map", R"({"a": "-7", "b": 8})") == R"([[],[],[],[],{"a":-7,"b":8},[],[],0])");
  CHECK(seen("lists", R"([["1", 2], "[3]", "[\"4\"]"])") == "[[],[],[],[],{},[[1,2],[3],[4]],[],0]");
  CHECK(seen("objects", R"([{"a": "1"}, "{\"b\": 2}"])") == R"([[],[],[],[],{},[],[{"a":"1"},{"b":2}],0])");
}

TEST_CASE("text that is no value of the element type is refused, and so is text for a single number") {
  CHECK(seen("ints", R"(["1", "two"])") == "input `ints` wants list of int, and [\"1\",\"two\"] is given\n");
  CHECK(seen("ints", R"(["1.5"])") == "input `ints` wants list of int, and [\"1.5\"] is given\n");
  CHECK(seen("ints", R"([""])") == "input `ints` wants list of int, and [\"\"] is given\n");
  CHECK(seen("flags", R"(["1"])") == "input `flags` wants list of bool, and [\"1\"] is given\n");
  CHECK(seen("plain", R"("1")") == "input `plain` wants int, and \"1\" is given\n");
}
