#include <ctime>

#include "catch2.hpp"
#include "dsl/condition_node.hpp"
#include "mlpipe/compile.hpp"

using namespace mlpipe;
using detail::record;
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

TEST_CASE("what is on one level of && or || is recorded as one") {
  Pipeline p("flat");
  const Value n = p.input("n", Type::integer);
  p.if_(n == 1 || (n == 2 || n == 3) || !(n == 4 && n == 5 && n == 6), [] {});
  const detail::Recording recording = record(p);
  const ir::Condition& all = *recording.graph.scopes.back().condition;
  REQUIRE(all.operands.size() == 4);
  for (std::size_t i = 0; i < 3; ++i) CHECK(std::get<Json>(all.operands[i].right) == Json(i + 1));
  CHECK(all.operands[3].op == ConditionOp::negation);
  REQUIRE(all.operands[3].operands.size() == 1);
  CHECK(all.operands[3].operands[0].operands.size() == 3);
}

namespace {

std::vector<std::string> problems_of(const Pipeline& p) {
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : try_compile(p).diagnostics()) {
    CHECK(code_name(diagnostic.code) == code_name(Code::condition_too_large));
    messages.push_back(diagnostic.message);
  }
  return messages;
}

}  // namespace

TEST_CASE("a condition that a loop builds takes time that grows with its length, and no stack") {
  Pipeline p("long");
  const Value n = p.input("n", Type::integer);
  const auto say = [&] { p.add(DynamicComponent{.name = "say", .container = {.image = "i", .command = {"say"}}}); };
  const std::clock_t start = std::clock();  // of this process: others may keep the machine busy
  Condition any = n == 0;
  for (int i = 1; i < 200000; ++i) any = any || n == i;
  Condition negated = n == 0;
  for (int i = 0; i < 200000; ++i) negated = !negated;
  Condition doubled = n == 0;
  for (int i = 0; i < 100; ++i) doubled = doubled && doubled;
  Condition fits = n == 0;
  for (int i = 1; i < 1000; ++i) fits = fits || n == i;
  for (const Condition& condition : {any, negated, doubled, fits}) p.if_(condition, say);
  const std::vector<std::string> problems = problems_of(p);
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(problems == std::vector<std::string>{"this condition has 200000 terms; backends read 1000",
                                             "this condition is nested 200001 levels deep; backends read 200",
                                             "this condition has 18446744073709551615 terms; backends read 1000"});
  CHECK(took < 5);  // about 0.4 s; a square of that would be an hour
}

TEST_CASE("conditions share their parts and stay themselves") {
  const In<int> n = 3;
  Condition one = n > 2;
  const Condition copy = one;
  one = one && one;
  one = one;
  CHECK(copy.node().op == ConditionOp::greater);
  CHECK(one.node().op == ConditionOp::both);
  CHECK(one.node().operands[0] == &copy.node());
  CHECK(one.node().operands[1] == &copy.node());
  CHECK(one.node().size.terms == 2);
  const Condition moved = std::move(one);
  CHECK(moved.node().op == ConditionOp::both);
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
