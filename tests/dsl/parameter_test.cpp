#include "mlpipe/dsl/parameter.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using detail::type_info;

namespace {

template <class T>
bool reads(const Json& json, detail::stored<T>& value) {
  return type_info<T>.from_json(json, &value);
}

}  // namespace

TEST_CASE("types are KFP's") {
  CHECK(type_info<int>.type() == Type(Type::integer));
  CHECK(type_info<std::int64_t>.type() == Type(Type::integer));
  CHECK(type_info<double>.type() == Type(Type::number));
  CHECK(type_info<bool>.type() == Type(Type::boolean));
  CHECK(type_info<std::string>.type() == Type(Type::string));
  CHECK(type_info<std::vector<std::vector<int>>>.type() == Type::list_of(Type::list_of(Type::integer)));
  CHECK(type_info<std::map<std::string, double>>.type() == Type::map_of(Type::number));
  CHECK(type_info<Json>.type() == Type(Type::structure));
  CHECK(type_info<std::optional<Model>>.type() == Type::artifact("system.Model"));
  CHECK(type_info<std::vector<Model>>.type() == Type::artifact_list("system.Model"));
  CHECK(type_info<std::optional<int>>.optional);
}

TEST_CASE("integers are read from whatever JSON number is one, and only from such") {
  int value = 0;
  CHECK(reads<int>(Json(5), value));
  CHECK(value == 5);
  CHECK(reads<int>(Json(7.0), value));
  CHECK(value == 7);
  CHECK_FALSE(reads<int>(Json(7.5), value));
  CHECK_FALSE(reads<int>(Json("7"), value));
  CHECK_FALSE(reads<int>(Json(3000000000), value));
  std::int64_t large = 0;
  CHECK(reads<std::int64_t>(Json(3e9), large));
  CHECK(large == 3000000000);
  CHECK_FALSE(reads<std::int64_t>(Json(1e300), large));
  CHECK_FALSE(reads<std::int64_t>(Json(9223372036854775808.0), large));
}

TEST_CASE("lists, maps and optionals are read and written") {
  std::vector<std::vector<int>> lists;
  CHECK(reads<std::vector<std::vector<int>>>(Json::array({Json::array({1, 2.0}), Json::array()}), lists));
  CHECK(lists == std::vector<std::vector<int>>{{1, 2}, {}});
  CHECK(type_info<std::vector<std::vector<int>>>.to_json(&lists) == Json::array({Json::array({1, 2}), Json::array()}));

  std::map<std::string, double> map;
  CHECK(reads<std::map<std::string, double>>(Json::object({{"a", 1}}), map));
  CHECK(map == std::map<std::string, double>{{"a", 1.0}});
  CHECK_FALSE(reads<std::map<std::string, double>>(Json::object({{"a", "x"}}), map));

  std::optional<int> maybe = 3;
  CHECK(reads<std::optional<int>>(Json(), maybe));
  CHECK_FALSE(maybe.has_value());
  CHECK(type_info<std::optional<int>>.to_json(&maybe).is_null());
  CHECK(reads<std::optional<int>>(Json(4), maybe));
  CHECK(maybe == 4);
}

TEST_CASE("a literal is one of its values") {
  using Optimizer = Literal<"sgd", "adam">;
  std::string_view optimizer;
  CHECK(reads<Optimizer>(Json("adam"), optimizer));
  CHECK(optimizer == "adam");
  CHECK_FALSE(reads<Optimizer>(Json("adma"), optimizer));
  std::vector<Json> literals;
  type_info<Optimizer>.literals(literals);
  CHECK(literals == std::vector<Json>{Json("sgd"), Json("adam")});

  using Size = Literal<1, 2, 4>;
  std::int64_t size = 0;
  CHECK(reads<Size>(Json(4.0), size));
  CHECK(size == 4);
  CHECK_FALSE(reads<Size>(Json(3), size));
}

TEST_CASE("artifacts are filled through their type") {
  std::vector<Model> models;
  type_info<std::vector<Model>>.append_artifact(&models)->set_path("/a");
  REQUIRE(models.size() == 1);
  CHECK(models[0].path() == "/a");
  std::optional<Dataset> dataset;
  type_info<std::optional<Dataset>>.artifact(&dataset)->set_uri("gs://b");
  REQUIRE(dataset.has_value());
  CHECK(dataset->uri() == "gs://b");
}

TEST_CASE("what lists and maps may hold is known from their types") {
  const auto items = [](const detail::TypeInfo& type) {
    std::vector<Json> allowed;
    if (type.item_literals != nullptr) type.item_literals(allowed);
    return allowed;
  };
  using Size = Literal<"s", "l">;
  const std::vector<Json> sizes = {"s", "l"};
  CHECK(items(detail::type_info<std::vector<Size>>) == sizes);
  CHECK(items(detail::type_info<std::optional<std::map<std::string, std::vector<Size>>>>) == sizes);
  CHECK(items(detail::type_info<Size>).empty());
  CHECK(detail::type_info<std::vector<Size>>.literals == nullptr);
  CHECK(items(detail::type_info<std::vector<std::string>>).empty());
}
