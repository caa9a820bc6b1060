#include "dsl/condition_node.hpp"

#include "catch2.hpp"
#include "mlpipe/dsl/dynamic.hpp"

using namespace mlpipe;
using ir::ConditionOp;

TEST_CASE("comparisons keep both sides in order") {
  const In<int> n = 3;
  const Condition greater = n > 2;
  CHECK(greater.node().op == ConditionOp::greater);
  CHECK(greater.node().left.constant == Json(3));
  CHECK(greater.node().right.constant == Json(2));
  const Condition mirrored = 2 <= n;
  CHECK(mirrored.node().op == ConditionOp::less_equal);
  CHECK(mirrored.node().left.constant == Json(2));
}

TEST_CASE("booleans stand alone, and conditions combine") {
  const In<bool> flag = true;
  const In<std::string> side = "heads";
  const Condition all = (flag && !(side != "tails")) || flag == false;
  REQUIRE(all.node().op == ConditionOp::either);
  const auto& both = *all.node().operands[0];
  CHECK(both.op == ConditionOp::both);
  CHECK(both.operands[0]->op == ConditionOp::truth);
  CHECK(both.operands[1]->op == ConditionOp::negation);
  CHECK(both.operands[1]->operands[0]->op == ConditionOp::not_equal);
  CHECK(all.node().operands[1]->op == ConditionOp::equal);
}

TEST_CASE("what compares is decided by kinds") {
  STATIC_REQUIRE(detail::comparable<In<int>, double>);
  STATIC_REQUIRE(detail::comparable<In<std::string>, char[4]>);
  STATIC_REQUIRE(detail::comparable<In<Literal<"a">>, std::string>);
  STATIC_REQUIRE(detail::comparable<Value, int>);
  STATIC_REQUIRE_FALSE(detail::comparable<In<int>, char[4]>);
  STATIC_REQUIRE_FALSE(detail::comparable<In<bool>, int>);
  STATIC_REQUIRE_FALSE(detail::comparable<In<std::optional<int>>, int>);
  STATIC_REQUIRE_FALSE(detail::comparable<In<Dataset>, In<Dataset>>);
}
