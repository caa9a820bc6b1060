#include "ir/order.hpp"

#include "catch2.hpp"

using namespace mlpipe;

TEST_CASE("order, cycles and reachability") {
  const std::vector<ir::Edge> edges = {{2, 1}, {1, 0}, {3, 0}};
  CHECK(ir::topological_order(4, edges) == std::vector<std::uint32_t>{2, 1, 3, 0});
  CHECK(ir::find_cycles(4, edges).empty());
  const std::vector<ir::Edge> cyclic = {{0, 1}, {1, 2}, {2, 0}, {1, 0}, {3, 3}};
  CHECK(ir::topological_order(4, cyclic).empty());
  CHECK(ir::find_cycles(4, cyclic) == std::vector<std::vector<std::uint32_t>>{{0, 1}, {3}});
  CHECK(ir::reachable_from(2, 4, edges) == std::vector<std::uint32_t>{2, 1, 0});
}
