#include "table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "data_error.hpp"
#include "files.hpp"

namespace penguins {
namespace {

constexpr std::string_view missing_mark = "NA";

/// Takes a CSV text apart, record by record.
class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& source) : text_(text), source_(source) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }

  /// The next record that is no empty line, or nothing at the end of the text.
  std::optional<Row> next() {
    while (at_ < text_.size() && at_line_end()) skip_line_end();
    if (at_ == text_.size()) return std::nullopt;
    Row row{.line = line_, .cells = {read_cell()}};
    while (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      row.cells.push_back(read_cell());
    }
    skip_line_end();
    return row;
  }

 private:
  bool at_line_end() const { return text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n"); }

  void skip_line_end() {
    if (at_ == text_.size()) return;
    at_ += text_[at_] == '\r' ? 2 : 1;
    ++line_;
  }

  Cell read_cell() { return at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain(); }

  Cell read_plain() {
    const auto start = at_;
    while (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) {
      if (text_[at_] == '"') fail("a quote inside a cell that does not start with one");
      ++at_;
    }
    const auto cell = text_.substr(start, at_ - start);
    return cell.empty() || cell == missing_mark ? Cell{} : Cell{std::string(cell)};
  }

  Cell read_quoted() {
    const auto first_line = line_;
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && !text_.substr(at_ + 1).starts_with('"')) return close_quoted(std::move(cell));
      if (text_[at_] == '"') ++at_;  // two quotes stand for one
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    line_ = first_line;
    fail("a quote that is never closed");
  }

  Cell close_quoted(std::string cell) {
    ++at_;
    if (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) fail("text after a closing quote");
    return cell;
  }

  [[noreturn]] void fail(std::string_view what) const {
    throw DataError(source_ + ", line " + std::to_string(line_) + ": " + std::string(what));
  }

  std::string_view text_;
  const std::string& source_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

std::vector<std::string> header_of(const Row& row, const std::string& source) {
  std::vector<std::string> columns;
  for (const Cell& cell : row.cells) {
    const std::string where = source + ", line " + std::to_string(row.line);
    if (!cell || cell->empty())
      throw DataError(where + ": column " + std::to_string(columns.size() + 1) + " has no name");
    if (std::ranges::count(columns, *cell) != 0) throw DataError(where + ": two columns are named `" + *cell + "`");
    columns.push_back(*cell);
  }
  return columns;
}

void append_quoted(std::string_view cell, std::string& text) {
  text += '"';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

void append_cell(const Cell& cell, std::string& text) {
  if (!cell) {
    text += missing_mark;
  } else if (cell->empty() || cell == missing_mark || cell->find_first_of(",\"\r\n") != std::string::npos) {
    append_quoted(*cell, text);
  } else {
    text += *cell;
  }
}

void append_record(const std::vector<Cell>& cells, std::string& text) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) text += ',';
    append_cell(cells[i], text);
  }
  text += '\n';
}

}  // namespace

std::optional<std::size_t> Table::find_column(std::string_view name) const {
  const auto at = std::ranges::find(columns, name);
  if (at == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(at - columns.begin());
}

std::size_t Table::column(std::string_view name) const {
  if (const auto index = find_column(name)) return *index;
  std::string known;
  for (const std::string& each : columns) known += (known.empty() ? "`" : ", `") + each + "`";
  throw DataError(source + ": no column `" + std::string(name) + "`; there are " + known);
}

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> number_at(const Table& table, const Row& row, std::size_t column) {
  const Cell& cell = row.cells.at(column);
  if (!cell) return std::nullopt;
  if (const auto value = parse_number(*cell)) return value;
  throw DataError(place(table, row, column) + ": `" + *cell + "` is not a number");
}

std::string place(const Table& table, const Row& row) { return table.source + ", line " + std::to_string(row.line); }

std::string place(const Table& table, const Row& row, std::size_t column) {
  return place(table, row) + ", column `" + table.columns.at(column) + "`";
}

Table parse_csv(std::string_view text, std::string source) {
  Table table{.source = std::move(source), .columns = {}, .rows = {}};
  CsvReader reader(text, table.source);
  const auto header = reader.next();
  if (!header) throw DataError(table.source + ": is empty; a header line is wanted");
  table.columns = header_of(*header, table.source);
  while (auto row = reader.next()) {
    if (row->cells.size() != table.columns.size()) {
      throw DataError(place(table, *row) + ": " + std::to_string(row->cells.size()) + " cells, but the header names " +
                      std::to_string(table.columns.size()) + " columns");
    }
    table.rows.push_back(std::move(*row));
  }
  return table;
}

Table read_csv(const std::string& path) { return parse_csv(read_file(path), path); }

std::string to_csv(const Table& table) {
  std::string text;
  append_record(std::vector<Cell>(table.columns.begin(), table.columns.end()), text);
  for (const Row& row : table.rows) append_record(row.cells, text);
  return text;
}

void write_csv(const Table& table, const std::string& path) { write_file(path, to_csv(table)); }

}  // namespace penguins
