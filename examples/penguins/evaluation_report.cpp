// How an Evaluation is written down: JSON for programs, a table for people.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "evaluate.hpp"
#include "number_text.hpp"

namespace penguins {
namespace {

using mlpipe::Json;
using Line = std::vector<std::string>;

Json number_or_null(std::optional<double> value) { return value ? Json(*value) : Json(); }

std::string share_text(std::optional<double> share) { return share ? percent_text(*share) : "-"; }

/// A class's name as it may stand in a Markdown table.
std::string cell_text(const std::string& name) {
  std::string text;
  for (const char c : name) {
    if (c == '|' || c == '\\') text += '\\';
    text += c == '\n' || c == '\r' ? ' ' : c;
  }
  return text;
}

/// How many places a text takes on a terminal: its code points, near enough.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// One line for the header, one for each class with its recall, one for the precisions.
std::vector<Line> confusion_lines(const Evaluation& evaluation) {
  Line header{"actual \\ predicted"};
  for (const std::string& name : evaluation.classes) header.push_back(cell_text(name));
  header.emplace_back("recall");
  std::vector<Line> lines{header};
  Line precisions{"precision"};
  for (std::size_t i = 0; i < evaluation.classes.size(); ++i) {
    Line line{cell_text(evaluation.classes[i])};
    for (const std::size_t count : evaluation.confusion[i]) line.push_back(std::to_string(count));
    line.push_back(share_text(evaluation.recall(i)));
    lines.push_back(std::move(line));
    precisions.push_back(share_text(evaluation.precision(i)));
  }
  precisions.emplace_back();
  lines.push_back(std::move(precisions));
  return lines;
}

std::vector<std::size_t> column_widths(const std::vector<Line>& lines) {
  std::vector<std::size_t> widths(lines.front().size(), 4);
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width_of(line[i]));
  }
  return widths;
}

/// Names to the left, numbers to the right.
void append_line(const Line& line, const std::vector<std::size_t>& widths, std::string& text) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string padding(widths[i] - width_of(line[i]), ' ');
    text += "| ";
    text += i == 0 ? line[i] + padding : padding + line[i];
    text += ' ';
  }
  text += "|\n";
}

void append_rule(const std::vector<std::size_t>& widths, std::string& text) {
  for (std::size_t i = 0; i < widths.size(); ++i) {
    text += "| ";
    text += std::string(widths[i] - 1, '-');
    text += i == 0 ? "- " : ": ";
  }
  text += "|\n";
}

}  // namespace

Json to_json(const Evaluation& evaluation) {
  Json::Array classes;
  for (std::size_t i = 0; i < evaluation.classes.size(); ++i) {
    const auto& counts = evaluation.confusion[i];
    classes.push_back(Json::object({{"name", evaluation.classes[i]},
                                    {"precision", number_or_null(evaluation.precision(i))},
                                    {"recall", number_or_null(evaluation.recall(i))},
                                    {"predicted_as", Json::Array(counts.begin(), counts.end())}}));
  }
  return Json::object(
      {{"rows", evaluation.rows()}, {"accuracy", evaluation.accuracy()}, {"classes", std::move(classes)}});
}

std::string to_markdown(const Evaluation& evaluation) {
  const auto lines = confusion_lines(evaluation);
  const auto widths = column_widths(lines);
  std::string text = "Accuracy " + percent_text(evaluation.accuracy());
  text += " on " + std::to_string(evaluation.rows()) + " rows.\n\n";
  append_line(lines.front(), widths, text);
  append_rule(widths, text);
  for (std::size_t i = 1; i < lines.size(); ++i) append_line(lines[i], widths, text);
  return text;
}

}  // namespace penguins
