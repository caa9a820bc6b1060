#include "dsl/held_by_member.hpp"

#include "catch2.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Sizes {
  In<int> small = 0;
  In<std::int64_t> large = std::int64_t{0};
  In<std::vector<int>> default_ = empty;
  In<Dataset> rows;
  double configuration = 0;
  ContainerSpec container() const { return {.image = "i"}; }
};

bool holds(std::string_view input, const Json& value) {
  return detail::is_held_by_member(detail::component_descriptor<Sizes>, input, value);
}

}  // namespace

TEST_CASE("a member holds what its C++ type holds") {
  CHECK(holds("small", 3));
  CHECK_FALSE(holds("small", 3'000'000'000));
  CHECK(holds("large", 3'000'000'000));
  CHECK(holds("default", Json::array({1})));
  CHECK_FALSE(holds("default", Json::array({3'000'000'000})));
}

TEST_CASE("what no parameter is behind holds anything") {
  CHECK(holds("nothing", 3'000'000'000));
  CHECK(holds("rows", "x"));
  CHECK(holds("configuration", "x"));
}
