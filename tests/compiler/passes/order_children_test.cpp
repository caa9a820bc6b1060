#include "catch2.hpp"
#include "compiler/diagnose.hpp"
#include "compiler/passes.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("cycles are found, and the whole way round is shown") {
  GraphBuilder b;
  const auto c = b.container("c");
  const auto first = b.add_named("a", c, {}, {}, line(2));
  TaskOptions after;
  after.after = {first};
  const auto second = b.add_named("b", c, {}, after, line(3));
  b.graph.options.emplace_back().after = {second};
  b.graph[first].options = 2;
  CHECK(lines_of(the_only(diagnose(b.graph), Code::dependency_cycle, "tasks wait for each other: `a` -> `b` -> `a`",
                          "after")) == Lines{2, 3});
}

TEST_CASE("children wait for the siblings that they need, each named once, in the order written") {
  GraphBuilder b("p", {in("x")});
  const auto make = b.container("make", {}, {out("v")});
  const auto use = b.container("use", {maybe("v"), maybe("w")});
  const auto first = b.add(make), second = b.add(make), third = b.add(make);
  TaskOptions after;
  after.after = {second, first};
  const auto user = b.add(use, {{"v", value(b.output(second))}, {"w", value(b.output(second))}}, after);
  const auto branches = b.open_if(equals(b.output(third), "a"));
  const auto inside = b.add(use, {{"v", value(b.output(first))}});
  b.end_if();
  compiler::Compilation c(b.graph, {}, {});
  compiler::find_pipelines(c);
  compiler::order_children(c);
  CHECK(c.graph[first].upstream.empty());
  CHECK(c.graph[user].upstream == std::vector<Child>{first, second});
  CHECK(c.graph[branches].upstream == std::vector<Child>{first, third});
  CHECK(c.graph[inside].upstream.empty());  // what it needs comes into its group
}
