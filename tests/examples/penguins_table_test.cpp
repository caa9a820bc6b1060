#include "files.hpp"
#include "penguins_support.hpp"
#include "table.hpp"

using namespace penguins;
using penguins_test::csv;
using penguins_test::message_of;

TEST_CASE("a table is read with its header, its lines and its missing cells") {
  const Table table = csv("a,b,c\n1,,x\nNA,2,y\n");
  CHECK(table.columns == std::vector<std::string>{"a", "b", "c"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells == std::vector<Cell>{"1", std::nullopt, "x"});
  CHECK(table.rows[1].cells == std::vector<Cell>{std::nullopt, "2", "y"});
  CHECK(table.rows[1].line == 3);
}

TEST_CASE("quoted cells hold commas, quotes, line ends, and what would be missing without quotes") {
  const Table table = csv("a,b\n\"x,\"\"y\"\"\",\"two\nlines\"\n\"NA\",\"\"\nlast,1");
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].cells == std::vector<Cell>{"x,\"y\"", "two\nlines"});
  CHECK(table.rows[1].cells == std::vector<Cell>{"NA", ""});
  CHECK(table.rows[1].line == 4);
  CHECK(table.rows[2].cells == std::vector<Cell>{"last", "1"});
}

TEST_CASE("CRLF, a byte order mark and empty lines are taken") {
  const Table table = csv("\xEF\xBB\xBF\r\na,b\r\n1,2\r\n\r\n\n3,4\r\n");
  CHECK(table.columns == std::vector<std::string>{"a", "b"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells == std::vector<Cell>{"1", "2"});
  CHECK(table.rows[1].line == 6);
}

TEST_CASE("a trailing comma is a missing last cell, and a header alone is a table without rows") {
  CHECK(csv("a,b\n1,").rows.at(0).cells == std::vector<Cell>{"1", std::nullopt});
  CHECK(csv("a,b").rows.empty());
}

TEST_CASE("broken CSV says where it is broken") {
  CHECK(message_of([] { csv(""); }) == "t.csv: is empty; a header line is wanted");
  CHECK(message_of([] { csv("\n\r\n"); }) == "t.csv: is empty; a header line is wanted");
  CHECK(message_of([] { csv("a,,c\n"); }) == "t.csv, line 1: column 2 has no name");
  CHECK(message_of([] { csv("a,b,a\n"); }) == "t.csv, line 1: two columns are named `a`");
  CHECK(message_of([] { csv("a,b\n1,2\n3\n"); }) == "t.csv, line 3: 1 cells, but the header names 2 columns");
  CHECK(message_of([] { csv("a,b\n1,2,3\n"); }) == "t.csv, line 2: 3 cells, but the header names 2 columns");
  CHECK(message_of([] { csv("a\nx\n\"open\nand open\n"); }) == "t.csv, line 3: a quote that is never closed");
  CHECK(message_of([] { csv("a\nx\"y\n"); }) == "t.csv, line 2: a quote inside a cell that does not start with one");
  CHECK(message_of([] { csv("a\n\"x\"y\n"); }) == "t.csv, line 2: text after a closing quote");
}

TEST_CASE("columns are found by name") {
  const Table table = csv("a,b\n");
  CHECK(table.column("b") == 1);
  CHECK_FALSE(table.find_column("c"));
  CHECK(message_of([&] { table.column("c"); }) == "t.csv: no column `c`; there are `a`, `b`");
}

TEST_CASE("numbers are finite and fill their cell") {
  CHECK(parse_number("-1.5e3") == -1500.0);
  for (const char* text : {"", "x", "1x", " 1", "1 ", "nan", "inf", "1e999", "0x1", "1,5"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text));
  }
  const Table table = csv("a,b\n1.5,NA\nabc,2\n");
  CHECK(number_at(table, table.rows[0], 0) == 1.5);
  CHECK_FALSE(number_at(table, table.rows[0], 1));
  CHECK(message_of([&] { number_at(table, table.rows[1], 0); }) == "t.csv, line 3, column `a`: `abc` is not a number");
}

TEST_CASE("what is written reads back the same") {
  Table table{.source = "t.csv", .columns = {"a", "b, c"}, .rows = {}};
  table.rows.push_back({.line = 2, .cells = {"NA", std::nullopt}});
  table.rows.push_back({.line = 3, .cells = {"", "say \"hi\"\r\n"}});
  const std::string text = to_csv(table);
  CHECK(text == "a,\"b, c\"\n\"NA\",NA\n\"\",\"say \"\"hi\"\"\r\n\"\n");
  const Table again = csv(text);
  CHECK(again.columns == table.columns);
  REQUIRE(again.rows.size() == 2);
  CHECK(again.rows[0].cells == table.rows[0].cells);
  CHECK(again.rows[1].cells == table.rows[1].cells);
}

TEST_CASE("the penguins are 344 rows, and written as they were read") {
  const Table table = read_csv(PENGUINS_DATA);
  CHECK(table.rows.size() == 344);
  CHECK(table.columns.size() == 8);
  CHECK(to_csv(table) == read_file(PENGUINS_DATA));
}
