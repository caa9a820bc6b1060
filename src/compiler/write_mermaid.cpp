#include <fmt/format.h>

#include <string>

#include "compiler/drawing.hpp"
#include "mlpipe/compiler/write_graph.hpp"

namespace mlpipe {
namespace {

using compiler::Drawing;

/// Mermaid has no escapes but HTML's, and takes few characters in text for what they are.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        result += "#quot;";
        break;
      case '#':
        result += "#35;";
        break;
      case '&':
        result += "#amp;";
        break;
      case '<':
        result += "#lt;";
        break;
      case '>':
        result += "#gt;";
        break;
      case '`':
        result += "#96;";
        break;
      case '\n':
        result += "<br/>";
        break;
      default:
        result += c;
    }
  }
  return result + '"';
}

void write(std::string& text, const Drawing::Box& box, std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  const std::string label =
      quoted(box.condition.empty() ? box.label : fmt::format("{}\nif {}", box.label, box.condition));
  if (!box.is_frame) {
    text += fmt::format("{}{}[{}]\n", indent, box.id, label);
    return;
  }
  text += fmt::format("{}subgraph {}[{}]\n", indent, box.id, label);
  for (const Drawing::Box& inner : box.inside) write(text, inner, depth + 1);
  text += indent + "end\n";
}

}  // namespace

std::string to_mermaid(const ir::PipelineSpec& pipeline) {
  const Drawing drawing = compiler::draw(pipeline);
  std::string text = "flowchart TD\n";
  for (const Drawing::Box& input : drawing.inputs) text += fmt::format("  {}([{}])\n", input.id, quoted(input.label));
  for (const Drawing::Box& box : drawing.boxes) write(text, box, 1);
  for (const Drawing::Edge& edge : drawing.edges) {
    const std::string label = edge.label.empty() ? "" : fmt::format("|{}|", quoted(edge.label));
    text += fmt::format("  {} {}{} {}\n", edge.from, edge.is_data ? "-->" : "-.->", label, edge.to);
  }
  return text;
}

}  // namespace mlpipe
