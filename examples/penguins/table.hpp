/// A table of text cells, some of them missing, as it comes from a CSV file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penguins {

/// What stands in one row and column; without a value where it is missing.
using Cell = std::optional<std::string>;

struct Row {
  std::size_t line = 0;  ///< where the row starts in its file, counted from 1
  std::vector<Cell> cells;
};

/// Every row has as many cells as there are columns.
struct Table {
  std::string source;  ///< the file it came from, for messages
  std::vector<std::string> columns;
  std::vector<Row> rows;

  /// The index of a column, if there is one of that name.
  std::optional<std::size_t> find_column(std::string_view name) const;
  /// The index of a column. Throws DataError where there is none, with the names of those there are.
  std::size_t column(std::string_view name) const;
};

/// A cell read as a finite number, or nothing where it is no such number.
std::optional<double> parse_number(std::string_view text);

/// The number in a cell, or nothing where it is missing. Throws DataError, with line and column, where it is no number.
std::optional<double> number_at(const Table& table, const Row& row, std::size_t column);

/// `penguins.csv, line 7`, and `, column `sex`` for a given column: how messages name a place.
std::string place(const Table& table, const Row& row);
std::string place(const Table& table, const Row& row, std::size_t column);

/// Reads CSV (RFC 4180, with LF or CRLF). The first record is the header; empty lines are skipped. A cell that is empty
/// or `NA` without quotes is missing. Throws DataError for an empty text, an empty or repeated column name, a row with
/// too few or too many cells, and quotes out of place.
Table parse_csv(std::string_view text, std::string source);
Table read_csv(const std::string& path);

/// Writes CSV that parse_csv reads back as the same table; missing cells become `NA`.
std::string to_csv(const Table& table);
void write_csv(const Table& table, const std::string& path);

}  // namespace penguins
