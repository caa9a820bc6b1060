#include "program/task_places.hpp"

#include "catch2.hpp"
#include "mlpipe/mlpipe.hpp"
#include "program/pipelines.hpp"

using namespace mlpipe;
using namespace mlpipe::program;

namespace {

struct Step {
  struct Outputs {
    Out<int> n;
  };
  void run(Outputs& out) const { out.n = 1; }
};
constexpr std::uint32_t inner_line = __LINE__ + 2;
struct Inner {
  void define(Pipeline& p) const { p.add(Step{}); }
};
constexpr std::uint32_t outer_line = __LINE__ + 3;
struct Outer {
  void define(Pipeline& p) const {
    auto first = p.add(Step{});
    p.if_(first.n == 1, [&] { p.add(Inner{}); }).else_([&] { p.add(Step{}, {.name = "other"}); });
    p.if_(first.n == 2, [&] { p.add(Step{}, {.name = "lone"}); });
  }
};

}  // namespace

TEST_CASE("tasks stand where they were added, in branches and sub-pipelines too") {
  TaskPlaces places;
  CHECK(places.place_of("step").line == 0);
  CompileOptions options;
  options.image = "i";
  options.observer = &places;
  auto recording = detail::record(detail::component_descriptor<Outer>, nullptr);
  REQUIRE(compile_graph(std::move(recording.graph), options).documents);
  CHECK(places.place_of("step").line == outer_line);
  CHECK(places.place_of("condition-branches-1").line != 0);
  CHECK(places.place_of("condition-branches-1/condition-2/inner").line == outer_line + 1);
  CHECK(places.place_of("condition-branches-1/condition-2/inner/step").line == inner_line);
  CHECK(places.place_of("condition-branches-1/condition-3/other").line == outer_line + 1);
  CHECK(places.place_of("condition-4/lone").line == outer_line + 2);
  CHECK(places.place_of("nobody").line == 0);
  CHECK(places.place_of("step/nobody").line == 0);
}
