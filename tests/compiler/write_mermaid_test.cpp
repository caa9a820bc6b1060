#include "catch2.hpp"
#include "drawing_example.hpp"
#include "mlpipe/compiler/write_graph.hpp"

using namespace mlpipe;

TEST_CASE("a pipeline as Mermaid") {
  CHECK(to_mermaid(drawn_example()) ==
        "flowchart TD\n"
        "  i0([\"text\"])\n"
        "  subgraph n0[\"branch<br/>if c == 'a#quot;#lt;b'\"]\n"
        "    n1[\"push\"]\n"
        "  end\n"
        "  n2[\"first\"]\n"
        "  n3[\"The #quot;last#quot; #lt;one#gt;\"]\n"
        "  subgraph n4[\"sub\"]\n"
        "    n5[\"inner\"]\n"
        "  end\n"
        "  i0 --> n2\n"
        "  n2 -->|\"data\"| n5\n"
        "  n4 -.-> n3\n"
        "  n5 -->|\"out\"| n0\n"
        "  n5 -->|\"out\"| n1\n");
}
