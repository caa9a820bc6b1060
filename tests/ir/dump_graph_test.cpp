#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("a graph as text, before and after the passes") {
  GraphBuilder b("p", {in("x")});
  const auto say =
      b.container("say", {in("what")}, {}, {{literal("img")}, {word("run")}, {}, {}}, SourceLocation("/a/b.cpp", 3));
  b.open_if(equals(b.input(), "a"), SourceLocation());
  b.add(say, {{"what", value(b.input())}}, {}, SourceLocation("b.cpp", 7));
  b.end_if();
  CHECK(dump(b.graph).find("branch #2 if x == \"a\"\n") != std::string::npos);
  struct Last : PassObserver {
    std::vector<std::string> passes;
    std::string text;
    void after_pass(std::string_view pass, const Graph& graph) override {
      passes.emplace_back(pass);
      text = dump(graph);
    }
  } last;
  compiled(b.graph, {.observer = &last});
  CHECK(last.passes.front() == "find_pipelines");
  CHECK(last.passes.back() == "check_spec");
  CHECK(last.text.find("branch condition-1 if x == \"a\" <x\n") != std::string::npos);
  CHECK(last.text.find("task say: say  # b.cpp:7\n") != std::string::npos);
  CHECK(last.text.find("container say  # b.cpp:3\n  in what: string\n  image \"img\"\n") != std::string::npos);
}

TEST_CASE("what a pipeline says of its runs is in the text") {
  GraphBuilder b;
  Configuration& configuration = b.graph[b.graph.root].configuration.emplace();
  configuration.workspace = {"5Gi", Json()};
  configuration.active_deadline = 60;
  CHECK(dump(b.graph).find("  workspace 5Gi null\n  active_deadline 60 s\n") != std::string::npos);
}
