#include <fmt/format.h>

#include <map>
#include <string>

#include "compiler/drawing.hpp"
#include "mlpipe/compiler/write_graph.hpp"

namespace mlpipe {
namespace {

using compiler::Drawing;

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

/// Frames are clusters, which no edge can end at: edges go to a box in them, and are cut at the frame.
class DotWriter {
 public:
  std::string write(const Drawing& drawing) && {
    text_ += fmt::format("digraph {} {{\n", quoted(drawing.title));
    text_ += "  compound=true;\n  rankdir=TB;\n";
    text_ += "  graph [fontname=\"Helvetica\", fontsize=11];\n";
    text_ +=
        "  node [fontname=\"Helvetica\", fontsize=11, shape=box, style=\"rounded,filled\", fillcolor=\"#eef4fb\"];\n";
    text_ += "  edge [fontname=\"Helvetica\", fontsize=9];\n";
    for (const Drawing::Box& input : drawing.inputs)
      text_ += fmt::format("  {} [label={}, shape=ellipse, style=filled, fillcolor=\"#f4f4f4\"];\n", input.id,
                           quoted(input.label));
    for (const Drawing::Box& box : drawing.boxes) write(box, 1);
    for (const Drawing::Edge& edge : drawing.edges) write(edge);
    return std::move(text_) + "}\n";
  }

 private:
  static std::string label_of(const Drawing::Box& box) {
    return box.condition.empty() ? box.label : fmt::format("{}\nif {}", box.label, box.condition);
  }

  void write(const Drawing::Box& box, std::size_t depth) {
    const std::string indent(2 * depth, ' ');
    if (!box.is_frame) {
      text_ += fmt::format("{}{} [label={}];\n", indent, box.id, quoted(label_of(box)));
      return;
    }
    text_ += fmt::format("{}subgraph cluster_{} {{\n", indent, box.id);
    text_ += fmt::format("{}  label={};\n{}  style={};\n", indent, quoted(label_of(box)), indent,
                         box.condition.empty() ? "rounded" : "\"rounded,dashed\"");
    if (box.inside.empty()) text_ += fmt::format("{}  {}_empty [style=invis];\n", indent, box.id);
    for (const Drawing::Box& inner : box.inside) write(inner, depth + 1);
    text_ += indent + "}\n";
    anchors_[box.id] = box.inside.empty() ? box.id + "_empty" : anchor(box.inside.front().id);
  }

  void write(const Drawing::Edge& edge) {
    std::string attributes;
    const auto add = [&](const std::string& attribute) { attributes += (attributes.empty() ? "" : ", ") + attribute; };
    if (!edge.label.empty()) add("label=" + quoted(edge.label));
    if (!edge.is_data) add("style=dashed");
    if (anchors_.count(edge.from) != 0) add("ltail=cluster_" + edge.from);
    if (anchors_.count(edge.to) != 0) add("lhead=cluster_" + edge.to);
    text_ += fmt::format("  {} -> {}{};\n", anchor(edge.from), anchor(edge.to),
                         attributes.empty() ? "" : fmt::format(" [{}]", attributes));
  }

  std::string anchor(const std::string& id) const {
    const auto found = anchors_.find(id);
    return found == anchors_.end() ? id : found->second;
  }

  std::string text_;
  std::map<std::string, std::string> anchors_;  ///< of frames: the box in them that stands for them
};

}  // namespace

std::string to_dot(const ir::PipelineSpec& pipeline) { return DotWriter().write(compiler::draw(pipeline)); }

}  // namespace mlpipe
