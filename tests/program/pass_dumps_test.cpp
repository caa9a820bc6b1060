#include "program/pass_dumps.hpp"

#include "catch2.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;
using program::PassDumps;

namespace {

ir::Graph graph_of(const std::string& name) {
  ir::Graph graph;
  ir::Component& root = graph.components.emplace_back();
  root.name = name;
  root.body = ir::ScopeId(std::size_t{0});
  graph.scopes.emplace_back().component = graph.root = ir::ComponentId(std::size_t{0});
  return graph;
}

}  // namespace

TEST_CASE("each pass has a file with its number and name") {
  const TemporaryFolder folder;
  PassDumps dumps(folder.path() + "/made/here");
  dumps.after_pass("first", graph_of("before"));
  dumps.after_pass("second", graph_of("after"));
  CHECK(dumps.problems().empty());
  CHECK(folder.read("made/here/01-first.txt") == dump(graph_of("before")));
  CHECK_THAT(folder.read("made/here/02-second.txt"), Catch::Contains("after"));
}

TEST_CASE("the first file that cannot be written is told, once") {
  const TemporaryFolder folder;
  PassDumps dumps(folder.write("file", "") + "/below");
  dumps.after_pass("first", graph_of("p"));
  dumps.after_pass("second", graph_of("p"));
  REQUIRE(dumps.problems().size() == 1);
  CHECK(dumps.problems().front().code == Code::file_not_written);
  CHECK_THAT(dumps.problems().front().message, Catch::Contains(folder.path() + "/file/below"));
}
