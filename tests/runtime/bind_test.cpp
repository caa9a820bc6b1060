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

struct Sizes {
  using Size = Literal<"small", "large">;
  In<std::vector<Size>> sizes = {"small"};
  In<Size> size = "small";
  struct Outputs {
    Out<Size> given;
    Out<std::vector<Size>> all;
    Out<Literal<1, 2>> level;
    Out<Dataset> rows;
  };
  void run(Outputs& out) const {
    out.all = *sizes;
    out.given = *size;
    out.level = 2;
  }
};

/// What is wrong with the results after `change` of what `run` has set.
template <class Change>
std::string problems_of_results(const Change& change) {
  static thread_local const Change* current = nullptr;
  current = &change;
  detail::ComponentDescriptor descriptor = detail::component_descriptor<Sizes>;
  descriptor.run = [](const void* component, void* outputs) {
    static_cast<const Sizes*>(component)->run(*static_cast<Sizes::Outputs*>(outputs));
    (*current)(*static_cast<Sizes::Outputs*>(outputs));
  };
  ir::ExecutorInput given;
  auto& outputs = given.outputs.emplace();
  outputs.output_file = "/nowhere";
  outputs.artifacts["rows"].artifacts.emplace_back().uri = "gs://b/rows";
  BoundComponent component(descriptor);
  REQUIRE(component.bind(given).empty());
  component.run();
  const auto results = component.results();
  std::string all;
  if (const auto* problems = std::get_if<std::vector<runtime::Problem>>(&results)) {
    for (const runtime::Problem& problem : *problems) all += problem.reason + '\n';
  }
  return all;
}

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

TEST_CASE("an output of literals that is none of them fails the step") {
  CHECK(problems_of_results([](Sizes::Outputs&) {}).empty());
  CHECK(problems_of_results([](Sizes::Outputs& out) { *out.given = "huge"; }) ==
        "the output `given` is, or holds, \"huge\", and not one of [\"small\",\"large\"]\n");
  CHECK(problems_of_results([](Sizes::Outputs& out) { out.all->push_back("huge"); }) ==
        "the output `all` is, or holds, \"huge\", and not one of [\"small\",\"large\"]\n");
  CHECK(problems_of_results([](Sizes::Outputs& out) { *out.level = 3; }) ==
        "the output `level` is, or holds, 3, and not one of [1,2]\n");
}

TEST_CASE("metadata that backends cannot store fails the step") {
  CHECK(problems_of_results([](Sizes::Outputs& out) { out.rows->metadata = Json(3); }) ==
        "the metadata of output `rows` is to be a JSON object, and is 3\n");
  CHECK(problems_of_results([](Sizes::Outputs& out) { out.rows->metadata.set("k", Json()); }) ==
        "the metadata `k` of output `rows` is null, which backends cannot store\n");
}

TEST_CASE("lists of literals are refused with what they may hold") {
  BoundComponent component(detail::component_descriptor<Sizes>);
  ir::ExecutorInput given;
  given.inputs.emplace().parameter_values["sizes"] = json(R"(["small", "huge"])");
  auto& outputs = given.outputs.emplace();
  outputs.output_file = "/nowhere";
  outputs.artifacts["rows"].artifacts.emplace_back().uri = "gs://b/rows";
  const auto problems = component.bind(given);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().reason ==
        R"(input `sizes` wants list of string, each one of ["small","large"], and ["small","huge"] is given)");
}
