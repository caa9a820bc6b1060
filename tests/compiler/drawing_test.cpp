#include "compiler/drawing.hpp"

#include "catch2.hpp"
#include "drawing_example.hpp"

using namespace mlpipe;
using compiler::draw;
using compiler::Drawing;

namespace {

std::string boxes_of(const std::vector<Drawing::Box>& boxes) {
  std::string text;
  for (const Drawing::Box& box : boxes) {
    text += box.id + '=' + box.label;
    if (!box.condition.empty()) text += " if " + box.condition;
    if (box.is_frame) text += " [" + boxes_of(box.inside) + ']';
    text += ';';
  }
  return text;
}

std::string edges_of(const Drawing& drawing) {
  std::string text;
  for (const Drawing::Edge& edge : drawing.edges)
    text += edge.from + (edge.is_data ? " -> " : " .. ") + edge.to + ' ' + edge.label + ';';
  return text;
}

}  // namespace

TEST_CASE("a pipeline as boxes, and edges from task to task through the frames around them") {
  const Drawing drawing = draw(drawn_example());
  CHECK(drawing.title == "p");
  CHECK(boxes_of(drawing.inputs) == "i0=text;");
  CHECK(boxes_of(drawing.boxes) ==
        "n0=branch if c == 'a\"<b' [n1=push;];n2=first;n3=The \"last\" <one>;n4=sub [n5=inner;];");
  CHECK_THAT(edges_of(drawing), Catch::Contains("i0 -> n2 ;"));
  CHECK_THAT(edges_of(drawing), Catch::Contains("n2 -> n5 data;"));
  CHECK_THAT(edges_of(drawing), Catch::Contains("n5 -> n1 out;"));
}

TEST_CASE("a reference that leads nowhere has no edge, and a DAG that contains itself is drawn closed") {
  auto spec = specs::pipeline({{"a", specs::call("echo", {{"value", specs::from_task("gone")}})},
                               {"b", specs::call("none", {}, {{"data", specs::artifact_from_task("gone", "data")}})},
                               {"c", specs::call("self")}});
  specs::add_dag(spec, "self", {{"again", specs::call("self")}});
  const Drawing drawing = draw(spec);
  CHECK(drawing.edges.empty());
  CHECK(drawing.boxes.size() == 3);
}
