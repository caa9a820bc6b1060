#include "mlpipe/dsl/in_out.hpp"

#include "catch2.hpp"
#include "mlpipe/dsl/component.hpp"

using namespace mlpipe;

namespace {

struct Scale {
  In<Dataset, "what to scale"> data;
  In<int> width = 224;
  In<double> factor = 0.5;
  In<Literal<"area", "cubic">> filter = "area";
  In<std::vector<std::string>> names = {"a", "b"};
  In<std::map<std::string, int>> limits = {{"low", 1}};
  In<std::optional<std::string>> note = {};
  struct Outputs {
    Out<Model> model;
    Out<double> result;
    Out<int> count;
  };
  void run(Outputs& out) const {
    out.result = *width * *factor;
    out.count = names->size();
    out.model->metadata.set("source", data->path());
  }
};

}  // namespace

TEST_CASE("a component is tested by filling its members and calling run") {
  Dataset data;
  data.set_path("/tmp/data.csv");
  Scale::Outputs out;
  Scale{.data = data, .width = 100, .names = {"x", "y", "z"}}.run(out);
  CHECK(*out.result == 50.0);
  CHECK(*out.count == 3);
  CHECK(*out.model->metadata.find("source") == Json("/tmp/data.csv"));
}

TEST_CASE("a default-made component has its defaults") {
  Scale scale;
  CHECK(*scale.width == 224);
  CHECK(*scale.filter == "area");
  CHECK(scale.names->size() == 2);
  CHECK(scale.limits->at("low") == 1);
  CHECK_FALSE(scale.note->has_value());
}

TEST_CASE("what nobody bound says so when it is read") {
  Scale scale;
  CHECK_THROWS_AS(scale.data->path(), UnboundError);
  CHECK_THROWS_WITH(scale.data->path(), Catch::StartsWith("an input of type system.Dataset is read that has no value"));
  const Scale::Outputs out;
  CHECK_THROWS_WITH(*out.result, Catch::StartsWith("an output of type "));
  const In<int> large = 3000000000;
  CHECK_THROWS_WITH(*large, "an input of type int is read that was given a number which the type cannot hold");
}

TEST_CASE("constants of every kind are taken") {
  const std::string text = "text";
  const std::string_view view = "view";
  CHECK(*In<std::string>(text) == "text");
  CHECK(*In<std::string>(view) == "view");
  CHECK(*In<double>(3) == 3.0);
  CHECK(*In<std::int64_t>(5u) == 5);
  CHECK(In<std::vector<int>>(empty)->empty());
  CHECK(In<std::vector<int>> { 7 } -> size() == 1);
  CHECK(In<std::map<std::string, std::string>> {
    { "A", "4" }
  } -> at("A") == "4");
  CHECK(*In<std::optional<int>>(4) == 4);
  CHECK_FALSE(In<std::optional<int>>(std::nullopt)->has_value());
  CHECK(*In<std::optional<int>>(std::optional<int>(4)) == 4);
  CHECK(*In<Literal<1, 2, 4>>(2) == 2);
  CHECK(In<std::vector<std::vector<int>>> {
    {1, 2}, { 3 }
  } -> at(0)
            .size() == 2);
}

TEST_CASE("a bound input gives its value to another of a wider type") {
  const In<int> narrow = 3;
  CHECK(*In<double>(narrow) == 3.0);
  CHECK(*In<std::optional<int>>(narrow) == 3);
  CHECK(*In<std::string>(In<Literal<"a", "b">>("b")) == "b");
  Model model;
  model.set_path("/m");
  CHECK(In<Artifact>(In<Model>(model))->path() == "/m");
  const In<std::int64_t> large = 3000000000;
  CHECK_THROWS_AS(*In<int>(large), UnboundError);
}

TEST_CASE("an output takes only what its type holds") {
  Out<int> count;
  CHECK_THROWS_AS(count = 3000000000, std::range_error);
  Out<std::string> text;
  text = "x";
  CHECK(*text == "x");
  Out<std::vector<int>> list;
  list = std::vector<int>{1, 2};
  CHECK(list->size() == 2);
}

TEST_CASE("an output of literals takes these, and says so of others") {
  Out<Literal<"accept", "refuse">> verdict;
  verdict = "accept";
  CHECK(*verdict == "accept");
  {
    const std::string computed = "refuse";
    verdict = computed;
  }
  CHECK(*verdict == "refuse");  // the literal itself, which outlives the string
  verdict = std::string_view("accept");
  CHECK(*verdict == "accept");
  CHECK_THROWS_AS(verdict = std::string("accepted"), std::range_error);
  CHECK(*verdict == "accept");
  Out<Literal<1, 2>> level;
  level = 2;
  CHECK(*level == 2);
  CHECK_THROWS_AS(level = 3, std::range_error);
  CHECK_THROWS_AS(level = ~0ULL, std::range_error);
  level = 1U;
  CHECK(*level == 1);
}

TEST_CASE("lists and maps of literals are taken in braces") {
  using Size = Literal<"small", "large">;
  const In<std::vector<Size>> one = {"small"}, two = {"large", "small"};
  CHECK(one->size() == 1);
  CHECK(*two == std::vector<std::string_view>{"large", "small"});
  const In<std::map<std::string, Size>> map = {{"a", "large"}};
  CHECK(map->at("a") == "large");
  const In<std::vector<std::vector<Literal<1, 2>>>> nested = {{1}, {2, 1}};
  CHECK(nested->at(1) == std::vector<std::int64_t>{2, 1});
  CHECK(In<std::vector<Size>>(empty)->empty());
}
