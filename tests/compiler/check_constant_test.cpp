#include "compiler/check_constant.hpp"

#include <limits>

#include "catch2.hpp"

using namespace mlpipe;
using compiler::check_constant;

namespace {

std::string reason(const Json& constant, const Type& type) {
  const auto problem = check_constant(constant, type);
  return problem ? code_name(problem->code) + ' ' + problem->reason : "";
}

}  // namespace

TEST_CASE("constants of their types") {
  CHECK(reason("a", Type::string).empty());
  CHECK(reason(3, Type::integer).empty());
  CHECK(reason(3, Type::number).empty());
  CHECK(reason(0.5, Type::number).empty());
  CHECK(reason(true, Type::boolean).empty());
  CHECK(reason(Json::array({1, "a"}), Type::list).empty());
  CHECK(reason(Json::array({1, 2}), Type::list_of(Type::number)).empty());
  CHECK(reason(Json::object({{"a", Json::array({1})}}), Type::map_of(Type::list_of(Type::integer))).empty());
  CHECK(reason(std::int64_t{-1} << 53, Type::integer).empty());
}

TEST_CASE("constants of other types, at any depth") {
  CHECK(reason("3", Type::integer) == "MLP0104 a string, not int");
  CHECK(reason(Json::array(), Type::structure) == "MLP0104 a list, not map");
  CHECK(reason(Json(), Type::string) == "MLP0120 null");
  CHECK(reason(Json::object({{"a", Json::array({true})}}), Type::map_of(Type::list_of(Type::integer))) ==
        "MLP0104 a map whose entry `a` is a list whose item 0 is a boolean, not int");
  CHECK(reason(-(std::int64_t{1} << 53) - 1, Type::integer) == "MLP0121 beyond 2^53");
  CHECK(reason(Json::array({std::numeric_limits<double>::infinity()}), Type::list) ==
        "MLP0121 a list whose item 0 is no finite number");
}
