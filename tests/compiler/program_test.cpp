#include "compiler/program.hpp"

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("the names of the whole come from the options, else from the pipeline") {
  GraphBuilder b("My Pipe");
  const auto plain = b.native("plain"), own = b.native("own");
  std::get<Native>(b.graph[own].body).image = "own:2";
  const compiler::Compilation bare(b.graph, {}, {});
  CHECK(compiler::pipeline_name(bare) == "my-pipe");
  CHECK(compiler::program_of(bare) == "my-pipe");
  CHECK(compiler::image_of(bare, bare.graph[plain]) == "my-pipe:latest");
  CHECK(compiler::image_of(bare, bare.graph[own]) == "own:2");
  const compiler::Compilation told(b.graph, {.name = "n", .image = "all:1", .program = "prog"}, {});
  CHECK(compiler::pipeline_name(told) == "n");
  CHECK(compiler::program_of(told) == "prog");
  CHECK(compiler::image_of(told, told.graph[own]) == "all:1");
  const compiler::Compilation program(b.graph, {.program = "prog"}, {});
  CHECK(compiler::image_of(program, program.graph[plain]) == "prog:latest");
}
