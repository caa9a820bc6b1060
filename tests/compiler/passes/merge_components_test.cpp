#include "catch2.hpp"
#include "compiler/passes.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("tasks of components that are equal in all refer to the first of them") {
  GraphBuilder b;
  const auto container = [&](const std::string& image, std::string arg, std::string type = {}) {
    const auto id = b.container("c", {maybe("x")}, {}, {{literal(image)}, {word("run")}, {word(std::move(arg))}, {}},
                                SourceLocation("a.cpp", static_cast<std::uint32_t>(b.graph.components.size())));
    b.graph[id].cpp_type = std::move(type);
    return id;
  };
  const auto first = container("img", "1"), same = container("img", "1"), other = container("img", "2"),
             typed = container("img", "1", "C"), of_another_image = container("b", "1");
  for (const ComponentId id : {first, same, other, typed, of_another_image, same}) b.add(id);
  compiler::Compilation c(b.graph, {}, {});
  compiler::find_pipelines(c);
  compiler::merge_components(c);
  std::vector<ComponentId> called;
  for (const Task& task : c.graph.tasks) called.push_back(task.component);
  CHECK(called == std::vector<ComponentId>{first, first, other, typed, of_another_image, first});
}
