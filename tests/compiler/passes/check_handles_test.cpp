#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("handles known to be bad are silent, where something was reported") {
  GraphBuilder b;
  b.add(b.container("c", {in("x")}), {{"x", value(ValueId())}}, {}, line(7));
  const Diagnostics recorded = {{Code::unknown_output, line(6), "recorded"}};
  const CompileResult result = compile_graph(b.graph, {}, recorded);
  CHECK_FALSE(result.documents);
  the_only(result.diagnostics, Code::unknown_output, "recorded", "");
  CHECK(lines_of(the_only(diagnose(b.graph), Code::broken_graph, "a handle is bad here, and nothing has said why",
                          "report")) == Lines{7});
}
