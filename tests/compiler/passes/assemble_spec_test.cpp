#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE(
    "containers that are alike with different interfaces are told apart, and no component is called like the "
    "pipeline") {
  GraphBuilder b("a");
  b.add(b.container("a", {maybe("x")}));
  b.add(b.container("b", {maybe("y")}));
  b.graph[b.graph.root].cpp_type = std::string("A");
  b.graph.components[1].cpp_type = std::string("A");
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(task_at(spec, "a").component_ref->name == "comp-a-2");
  CHECK(container_at(spec, "a").env.empty());
  CHECK(container_at(spec, "b").env.at(0).name == "MLPIPE_COMPONENT");
}

TEST_CASE("a variable of a user's that looks like ours leaves no two containers alike") {
  GraphBuilder b;
  b.add(b.container("a", {maybe("x")}));
  b.add(b.container("b", {maybe("y")}));
  Container own = {{literal("img")}, {word("run")}, {}, {{"MLPIPE_COMPONENT", {literal("b")}}}};
  b.add(b.container("c", {maybe("z")}, {}, own));
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(container_at(spec, "a").env.empty());
  REQUIRE(container_at(spec, "b").env.size() == 1);
  REQUIRE(container_at(spec, "c").env.size() == 2);
  CHECK(container_at(spec, "c").env.at(1).value == "c");
}

TEST_CASE("the longest name of a branch, many times over, stays a name that backends take") {
  GraphBuilder b("p", {in("x")});
  const auto c = b.container("c", {maybe("n")});
  std::vector<ComponentId> inner;
  for (int i = 0; i < 12; ++i) {
    inner.push_back(b.open_pipeline("inner-" + std::to_string(i), {in("x")}));
    const auto branches = b.open_if(equals(b.input(), std::to_string(i)));
    b.graph[branches].name = std::string(113, 'b');
    b.graph[branches].named = true;
    b.add(c, {{"n", constant(std::to_string(i))}});
    b.end_if();
    b.close();
  }
  for (const ComponentId id : inner) b.add(id, {{"x", value(b.input())}});
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(spec.components.contains("comp-" + std::string(113, 'b') + "-12"));
}
