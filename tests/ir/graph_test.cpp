#include "mlpipe/ir/graph.hpp"

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("values know their type, scope, place and name") {
  GraphBuilder b("p", {in("x", Type::integer)}, {}, SourceLocation("p.cpp", 1));
  const auto make = b.container("make", {in_or("y", Type::boolean, true)}, {out("v"), out("n", Type::number)},
                                {{literal("img")}, {word("run")}, {}, {}}, SourceLocation("p.cpp", 2));
  const auto made = b.add(make, {}, {}, SourceLocation("p.cpp", 3));
  const auto branches = b.open_if(equals(b.input(), 1), SourceLocation("p.cpp", 4));
  const auto inside = b.add_named("inside", make);
  const auto branch = b.here();
  b.otherwise();
  const auto other = b.add(make);
  b.end_if();
  const auto result = b.result(branches, Type::number, {b.output(inside, 1), b.output(other, 1)});
  b.graph.values.push_back({GraphValue::Kind::component_input, make.index, 0});
  const ValueId own(b.graph.values.size() - 1);

  const Graph& graph = b.graph;
  const auto body = std::get<ScopeId>(graph[graph.root].body);
  CHECK(type_of(graph, b.input()) == Type::integer);
  CHECK(type_of(graph, b.output(made, 1)) == Type::number);
  CHECK(type_of(graph, result) == Type::number);
  CHECK(type_of(graph, own) == Type::boolean);
  CHECK(scope_of(graph, b.input()) == body);
  CHECK(scope_of(graph, b.output(inside)) == branch);
  CHECK(scope_of(graph, result) == body);
  CHECK_FALSE(scope_of(graph, own));
  CHECK(location_of(graph, b.input()).line == 1);
  CHECK(location_of(graph, own).line == 2);
  CHECK(location_of(graph, b.output(made)).line == 3);
  CHECK(location_of(graph, result).line == 4);
  CHECK(describe(graph, b.input()) == "input `x`");
  CHECK(describe(graph, b.output(made)) == "output `v` of task `make`");
  CHECK(describe(graph, b.output(inside, 1)) == "output `n` of task `inside`");
  CHECK(describe(graph, result) == "the result of `if_`");
  CHECK(describe(graph, own) == "input `y` of component `make`");
}
