#include <algorithm>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"
#include "compiler/passes.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("a pipeline that adds itself") {
  GraphBuilder b("outer");
  const auto inner = b.open_pipeline("inner");
  b.add(b.graph.root, {}, {}, line(3));
  b.close();
  b.add(inner, {}, {}, line(5));
  CHECK(lines_of(the_only(diagnose(b.graph), Code::pipeline_adds_itself,
                          "pipeline `outer` adds itself: `outer` -> `inner` -> `outer`", "end somewhere")) ==
        Lines{5, 3});
}

TEST_CASE("pipelines that are reached are listed, callers before callees") {
  GraphBuilder b("outer");
  const auto leaf = b.container("leaf");
  const auto low = b.open_pipeline("low");
  b.add(leaf);
  b.close();
  const auto lonely = b.open_pipeline("lonely");
  b.add(low);
  b.close();
  const auto middle = b.open_pipeline("middle");
  b.add(low);
  b.close();
  b.add(low);
  b.add(middle);
  compiler::Compilation c(b.graph, {}, {});
  compiler::find_pipelines(c);
  const auto body = [&](ComponentId id) { return std::get<ScopeId>(b.graph[id].body); };
  CHECK(c.bodies == std::vector<ScopeId>{body(b.graph.root), body(middle), body(low)});
  CHECK(std::find(c.bodies.begin(), c.bodies.end(), body(lonely)) == c.bodies.end());
}
