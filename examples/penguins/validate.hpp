/// Holds a table against a schema.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schema.hpp"
#include "table.hpp"

namespace penguins {

/// What came of one rule.
struct Finding {
  std::string column;  ///< empty where the rule is about the whole table
  std::string rule;    ///< `present`, `type integer`, `missing <= 2%`, `range 25 ... 70`, ...
  bool ok = true;
  std::string detail;                   ///< what was found
  std::vector<std::size_t> lines = {};  ///< where the first offending rows stand in the file, ten at most
};

/// What one column holds, whatever its rule says.
struct ColumnSummary {
  std::string column;
  std::size_t missing = 0;
  std::size_t distinct = 0;
  std::optional<double> min = {};  ///< with max and mean: of the cells that are numbers, if there are any
  std::optional<double> mean = {};
  std::optional<double> max = {};
};

struct ValidationReport {
  std::string source;
  std::size_t rows = 0;
  std::vector<Finding> findings;  ///< one for each rule, kept or broken
  std::vector<ColumnSummary> columns;

  bool ok() const;
  std::size_t broken() const;
};

/// Checks every rule of the schema; a broken one is a finding, never an exception.
ValidationReport validate(const Table& table, const Schema& schema);

/// The report for programs, and as a page for people.
mlpipe::Json to_json(const ValidationReport& report);
std::string to_html(const ValidationReport& report);

}  // namespace penguins
