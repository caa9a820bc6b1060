// How a ValidationReport is written down: JSON for programs, a page for people.
#include <string>
#include <string_view>

#include "number_text.hpp"
#include "validate.hpp"

namespace penguins {
namespace {

using mlpipe::Json;

constexpr std::string_view style = R"(
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1d2733; }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
  th, td { text-align: left; padding: .35rem .7rem; border-bottom: 1px solid #dde3ea; }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
  .kept { color: #1a7f4b; } .broken { color: #b3261e; font-weight: 600; }
)";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string verdict(bool ok) {
  return ok ? R"(<span class="kept">kept</span>)" : R"(<span class="broken">broken</span>)";
}

std::string detail_with_lines(const Finding& finding) {
  std::string text = escaped(finding.detail);
  for (std::size_t i = 0; i < finding.lines.size(); ++i) {
    text += (i == 0 ? "; line " : ", ") + std::to_string(finding.lines[i]);
  }
  return text;
}

std::string finding_row(const Finding& finding) {
  return "<tr><td>" + (finding.column.empty() ? "<em>table</em>" : escaped(finding.column)) + "</td><td>" +
         escaped(finding.rule) + "</td><td>" + verdict(finding.ok) + "</td><td>" + detail_with_lines(finding) +
         "</td></tr>\n";
}

std::string number_cell(const std::string& text) { return "<td class=\"number\">" + text + "</td>"; }

std::string number_cell(std::optional<double> value) {
  return number_cell(value ? number_text(*value) : std::string());
}

std::string summary_row(const ColumnSummary& column) {
  return "<tr><td>" + escaped(column.column) + "</td>" + number_cell(std::to_string(column.missing)) +
         number_cell(std::to_string(column.distinct)) + number_cell(column.min) + number_cell(column.mean) +
         number_cell(column.max) + "</tr>\n";
}

std::string tally(const ValidationReport& report) {
  const std::string rules = std::to_string(report.findings.size());
  return (report.ok() ? "all " : std::to_string(report.broken()) + " of ") + rules + " rules " + verdict(report.ok());
}

Json number_or_null(std::optional<double> value) { return value ? Json(*value) : Json(); }

Json to_json(const Finding& finding) {
  Json::Array lines;
  for (const std::size_t line : finding.lines) lines.emplace_back(line);
  return Json::object({{"column", finding.column},
                       {"rule", finding.rule},
                       {"ok", finding.ok},
                       {"detail", finding.detail},
                       {"lines", std::move(lines)}});
}

Json to_json(const ColumnSummary& column) {
  return Json::object({{"column", column.column},
                       {"missing", column.missing},
                       {"distinct", column.distinct},
                       {"min", number_or_null(column.min)},
                       {"mean", number_or_null(column.mean)},
                       {"max", number_or_null(column.max)}});
}

}  // namespace

Json to_json(const ValidationReport& report) {
  Json::Array findings;
  for (const Finding& finding : report.findings) findings.push_back(to_json(finding));
  Json::Array columns;
  for (const ColumnSummary& column : report.columns) columns.push_back(to_json(column));
  return Json::object({{"source", report.source},
                       {"rows", report.rows},
                       {"ok", report.ok()},
                       {"findings", std::move(findings)},
                       {"columns", std::move(columns)}});
}

std::string to_html(const ValidationReport& report) {
  std::string page =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Data validation</title>\n";
  page += "<style>" + std::string(style) + "</style>\n</head>\n<body>\n<h1>Data validation</h1>\n";
  page += "<p>" + escaped(report.source) + ", " + std::to_string(report.rows) + " rows: " + tally(report) + ".</p>\n";
  page += "<h2>Rules</h2>\n<table>\n<tr><th>column</th><th>rule</th><th></th><th>found</th></tr>\n";
  for (const Finding& finding : report.findings) page += finding_row(finding);
  page += "</table>\n<h2>Columns</h2>\n<table>\n<tr><th>column</th>";
  for (const char* name : {"missing", "distinct", "min", "mean", "max"}) {
    page += "<th class=\"number\">" + std::string(name) + "</th>";
  }
  page += "</tr>\n";
  for (const ColumnSummary& column : report.columns) page += summary_row(column);
  return page + "</table>\n</body>\n</html>\n";
}

}  // namespace penguins
