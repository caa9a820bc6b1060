#include "catch2.hpp"
#include "drawing_example.hpp"
#include "mlpipe/compiler/write_graph.hpp"

using namespace mlpipe;

TEST_CASE("a pipeline as dot: frames, data from task to task, order dashed, names escaped") {
  const std::string dot = to_dot(drawn_example());
  CHECK_THAT(dot, Catch::StartsWith("digraph \"p\" {\n"));
  CHECK_THAT(dot, Catch::Contains("  subgraph cluster_n0 {\n"
                                  "    label=\"branch\\nif c == 'a\\\"<b'\";\n"
                                  "    style=\"rounded,dashed\";\n"
                                  "    n1 [label=\"push\"];\n"
                                  "  }\n"));
  CHECK_THAT(dot, Catch::Contains("  n2 [label=\"first\"];\n"));
  CHECK_THAT(dot, Catch::Contains("  n3 [label=\"The \\\"last\\\" <one>\"];\n"));
  CHECK_THAT(dot, Catch::Contains(
                      "  subgraph cluster_n4 {\n    label=\"sub\";\n    style=rounded;\n    n5 [label=\"inner\"];\n"));
  CHECK_THAT(dot, Catch::Contains("  i0 [label=\"text\", shape=ellipse"));
  CHECK_THAT(dot, Catch::Contains("  i0 -> n2;\n"));
  CHECK_THAT(dot, Catch::Contains("  n2 -> n5 [label=\"data\"];\n"));                   // into a frame
  CHECK_THAT(dot, Catch::Contains("  n5 -> n1 [label=\"out\"];\n"));                    // out of one, into one
  CHECK_THAT(dot, Catch::Contains("  n5 -> n1 [label=\"out\", lhead=cluster_n0];\n"));  // what the condition asks
  CHECK_THAT(dot, Catch::Contains("  n5 -> n3 [style=dashed, ltail=cluster_n4];\n"));   // order alone
}

TEST_CASE("specs that make no sense are drawn as far as they do") {
  CHECK_THAT(to_dot({}), Catch::EndsWith("}\n"));
  auto spec = drawn_example();
  specs::root_of(spec).tasks["odd"] = specs::after(specs::call("gone", {{"x", specs::from_task("nobody")}}), {"none"});
  specs::add_dag(spec, "sub", {{"again", specs::call("sub")}});  // endless
  const std::string dot = to_dot(spec);
  CHECK_THAT(dot, Catch::Contains("label=\"odd\""));
  specs::add_dag(spec, "sub", {});
  CHECK_THAT(to_dot(spec), Catch::Contains("_empty [style=invis];"));
}
