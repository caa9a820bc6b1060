#include <functional>
#include <limits>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using Op = Condition::Op;

namespace {

Diagnostics of_condition(const std::function<Condition(GraphBuilder&, ValueId)>& make, Type type) {
  GraphBuilder b;
  const auto say = b.container("say");
  const auto v = b.output(b.add(b.container("make", {}, {out("v", std::move(type))}), {}, {}, line(2)));
  b.open_if(make(b, v), line(4));
  b.add(say);
  b.end_if();
  return diagnose(b.graph);
}

}  // namespace

TEST_CASE("conditions") {
  const auto against = [](Json what) { return [what](GraphBuilder&, ValueId v) { return equals(v, what); }; };
  CHECK(lines_of(the_only(of_condition(against("abc"), Type::integer), Code::operands_differ,
                          "output `v` of task `make` is int, but \"abc\" is string: they can never be equal",
                          "same type")) == Lines{4, 2});
  the_only(of_condition(against(1), Type::boolean), Code::operands_differ,
           "output `v` of task `make` is bool, but 1 is int: they can never be equal", "same type");
  the_only(of_condition([](auto&, ValueId v) { return compare(v, Op::less, Json(true)); }, Type::boolean),
           Code::operands_differ, "booleans have no order", "==");
  the_only(of_condition(against("a"), dataset), Code::bad_operand,
           "output `v` of task `make` is system.Dataset, which cannot be compared", "component");
  the_only(of_condition([](auto&, ValueId v) { return is_true(v); }, Type::integer), Code::bad_operand,
           "output `v` of task `make` is int, and no condition by itself", "compare");
  the_only(of_condition([](auto&, ValueId) { return compare(Json(1), Op::equal, Json(1)); }, Type::integer),
           Code::constant_condition, "this condition is constant: no value of the pipeline decides it", "plain `if`");
  the_only(of_condition(
               [](auto&, ValueId v) {
                 Condition deep = equals(v, 1);
                 for (int i = 0; i < 300; ++i) deep = combine(Op::negation, {std::move(deep)});
                 return deep;
               },
               Type::integer),
           Code::condition_too_large, "this condition is nested 301 levels deep; backends read 200", "component");
  the_only(of_condition(
               [](auto&, ValueId v) {
                 Condition wide = equals(v, 0);
                 for (int i = 1; i < 1001; ++i) wide = combine(Op::either, {std::move(wide), equals(v, i)});
                 return wide;
               },
               Type::integer),
           Code::condition_too_large, "this condition has 1001 terms; backends read 1000", "component");
  the_only(of_condition(against(std::numeric_limits<double>::quiet_NaN()), Type::number), Code::number_not_exact,
           "nan in this condition is no finite number", "finite");
  CHECK(of_condition(
            [](auto&, ValueId v) {
              Condition wide = equals(v, 0);
              for (int i = 1; i < 500; ++i) wide = combine(Op::either, {std::move(wide), equals(v, i)});
              return wide;
            },
            Type::integer)
            .empty());
}
