#include "catch2.hpp"
#include "compiler/passes.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("what is wrong with a spec of ours is our fault, and says so") {
  GraphBuilder b;
  b.add(b.container("c"));
  compiler::Compilation c(b.graph, {}, {});
  c.documents.pipeline = compiled(b.graph).pipeline;
  compiler::check_spec(c);
  CHECK(c.diagnostics.empty());
  c.documents.pipeline.components.clear();
  compiler::check_spec(c);
  REQUIRE(c.diagnostics.size() == 1);
  CHECK(c.diagnostics[0].code == Code::dangling_component);
  CHECK(c.diagnostics[0].hint == "this is a fault of mlpipe; please report it");
}
