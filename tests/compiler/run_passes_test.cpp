#include "compiler/run_passes.hpp"

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("who says nothing has the graph checked in debug builds alone") {
  GraphBuilder b;
  b.add(b.container("c"));
  compiler::Compilation c(b.graph, {}, {});
  const compiler::Pass passes[] = {
      {"clumsy", [](compiler::Compilation& it) { it.graph.tasks[0].scope = ScopeId(99); }}};
  CHECK(compiler::run_passes(c, passes) != MLPIPE_TEST_CHECKS_BY_DEFAULT);
}

TEST_CASE("a pass that breaks the graph is named") {
  GraphBuilder b;
  b.add(b.container("c"));
  CompileOptions options;
  options.verify = true;
  compiler::Compilation c(b.graph, options, {});
  const compiler::Pass passes[] = {
      {"harmless", [](compiler::Compilation&) {}},
      {"clumsy", [](compiler::Compilation& it) { it.graph.tasks[0].scope = ScopeId(99); }},
      {"never_run", [](compiler::Compilation& it) { it.graph.tasks.clear(); }},
  };
  CHECK_FALSE(compiler::run_passes(c, passes));
  REQUIRE(c.diagnostics.size() >= 1);
  CHECK(c.diagnostics[0].code == Code::broken_graph);
  CHECK(c.diagnostics[0].message.find("pass `clumsy` broke the graph: ") == 0);
  CHECK(c.graph.tasks.size() == 1);
}
