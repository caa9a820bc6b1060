#include "validate.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "number_text.hpp"

namespace penguins {
namespace {

constexpr std::size_t lines_shown = 10;

/// The cells of a column that break a rule; missing ones never do.
template <class Breaks>
Finding check_cells(const Table& table, std::size_t column, std::string rule, Breaks breaks) {
  Finding finding{.column = table.columns[column], .rule = std::move(rule), .ok = true, .detail = {}};
  std::size_t bad = 0;
  for (const Row& row : table.rows) {
    const Cell& cell = row.cells[column];
    if (!cell || !breaks(*cell)) continue;
    if (bad++ == 0) finding.detail = ", such as `" + *cell + "`";
    if (finding.lines.size() < lines_shown) finding.lines.push_back(row.line);
  }
  finding.ok = bad == 0;
  finding.detail = finding.ok ? "all rows" : std::to_string(bad) + " row(s)" + finding.detail;
  return finding;
}

Finding check_type(const Table& table, std::size_t column, ColumnType type) {
  if (type == ColumnType::number) {
    return check_cells(table, column, "type number", [](const std::string& cell) { return !parse_number(cell); });
  }
  return check_cells(table, column, "type integer", [](const std::string& cell) {
    const auto value = parse_number(cell);
    return !value || *value != std::floor(*value);
  });
}

Finding check_range(const Table& table, std::size_t column, const ColumnRule& rule) {
  const std::string name =
      "range " + (rule.min ? number_text(*rule.min) : "") + " ... " + (rule.max ? number_text(*rule.max) : "");
  return check_cells(table, column, name, [&](const std::string& cell) {
    const auto value = parse_number(cell);  // what is no number is the type rule's affair
    return value && ((rule.min && *value < *rule.min) || (rule.max && *value > *rule.max));
  });
}

Finding check_values(const Table& table, std::size_t column, const std::vector<std::string>& values) {
  std::string name;
  for (const std::string& value : values) name += (name.empty() ? "one of " : ", ") + value;
  return check_cells(table, column, name,
                     [&](const std::string& cell) { return std::ranges::find(values, cell) == values.end(); });
}

Finding check_missing(const Table& table, std::size_t column, double max_missing) {
  Finding finding{.column = table.columns[column],
                  .rule = max_missing > 0 ? "missing <= " + number_text(max_missing * 100) + "%" : "none missing",
                  .ok = true,
                  .detail = {}};
  std::size_t missing = 0;
  for (const Row& row : table.rows) {
    if (row.cells[column]) continue;
    ++missing;
    if (finding.lines.size() < lines_shown) finding.lines.push_back(row.line);
  }
  finding.ok = static_cast<double>(missing) <= max_missing * static_cast<double>(table.rows.size());
  finding.detail = std::to_string(missing) + " of " + std::to_string(table.rows.size()) + " rows";
  if (finding.ok) finding.lines.clear();
  return finding;
}

void check_column(const Table& table, const ColumnRule& rule, std::vector<Finding>& findings) {
  const auto column = table.find_column(rule.name);
  if (rule.required || column) {
    findings.push_back({.column = rule.name,
                        .rule = "present",
                        .ok = column.has_value(),
                        .detail = column ? "column " + std::to_string(*column + 1) : "no such column"});
  }
  if (!column) return;
  findings.push_back(check_missing(table, *column, rule.max_missing));
  if (rule.type != ColumnType::text) findings.push_back(check_type(table, *column, rule.type));
  if (rule.min || rule.max) findings.push_back(check_range(table, *column, rule));
  if (!rule.values.empty()) findings.push_back(check_values(table, *column, rule.values));
}

Finding check_other_columns(const Table& table, const Schema& schema) {
  Finding finding{.column = {}, .rule = "no other columns", .ok = true, .detail = {}};
  for (const std::string& name : table.columns) {
    if (std::ranges::count(schema.columns, name, &ColumnRule::name) != 0) continue;
    finding.detail += (finding.ok ? "`" : ", `") + name + "`";
    finding.ok = false;
  }
  if (finding.ok) finding.detail = "none";
  return finding;
}

ColumnSummary summarize(const Table& table, std::size_t column) {
  ColumnSummary summary{.column = table.columns[column]};
  std::set<std::string_view> distinct;
  double sum = 0;
  std::size_t numbers = 0;
  for (const Row& row : table.rows) {
    const Cell& cell = row.cells[column];
    if (!cell) {
      ++summary.missing;
      continue;
    }
    distinct.insert(*cell);
    const auto value = parse_number(*cell);
    if (!value) continue;
    summary.min = std::min(summary.min.value_or(*value), *value);
    summary.max = std::max(summary.max.value_or(*value), *value);
    sum += *value;
    ++numbers;
  }
  summary.distinct = distinct.size();
  if (numbers != 0) summary.mean = sum / static_cast<double>(numbers);
  return summary;
}

}  // namespace

bool ValidationReport::ok() const { return broken() == 0; }

std::size_t ValidationReport::broken() const {
  return static_cast<std::size_t>(std::ranges::count(findings, false, &Finding::ok));
}

ValidationReport validate(const Table& table, const Schema& schema) {
  ValidationReport report{.source = table.source, .rows = table.rows.size(), .findings = {}, .columns = {}};
  report.findings.push_back({.column = {},
                             .rule = "at least " + std::to_string(schema.min_rows) + " rows",
                             .ok = table.rows.size() >= schema.min_rows,
                             .detail = std::to_string(table.rows.size()) + " rows"});
  if (!schema.other_columns) report.findings.push_back(check_other_columns(table, schema));
  for (const ColumnRule& rule : schema.columns) check_column(table, rule, report.findings);
  for (std::size_t i = 0; i < table.columns.size(); ++i) report.columns.push_back(summarize(table, i));
  return report;
}

}  // namespace penguins
