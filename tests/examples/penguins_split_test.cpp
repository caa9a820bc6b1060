#include <cmath>
#include <map>

#include "penguins_support.hpp"
#include "random.hpp"
#include "split.hpp"

using namespace penguins;
using penguins_test::csv;
using penguins_test::message_of;

namespace {

std::map<std::string, int> counts(const Table& table) {
  std::map<std::string, int> result;
  for (const Row& row : table.rows) ++result[*row.cells[table.column("species")]];
  return result;
}

Split split_penguins(std::uint64_t seed) {
  return split_by_class(read_csv(PENGUINS_DATA), {.label = "species", .test_share = 0.25, .seed = seed});
}

}  // namespace

TEST_CASE("the generator gives the known numbers of SplitMix64") {
  Random random(1234567);
  CHECK(random.next() == 6457827717110365317U);
  CHECK(random.next() == 3203168211198807973U);
  CHECK(random.next() == 9817491932198370423U);
}

TEST_CASE("bounded numbers stay below their bound and reach all of it") {
  Random random(7);
  std::map<std::uint64_t, int> seen;
  for (int i = 0; i < 3000; ++i) ++seen[random.below(3)];
  REQUIRE(seen.size() == 3);
  CHECK(seen.rbegin()->first == 2);
  for (const auto& [number, count] : seen) CHECK(count > 850);
}

TEST_CASE("classes keep their shares, and every row goes to one part in its order") {
  const Split split = split_penguins(1);
  CHECK(counts(split.test) == std::map<std::string, int>{{"Adelie", 38}, {"Chinstrap", 17}, {"Gentoo", 31}});
  CHECK(counts(split.train) == std::map<std::string, int>{{"Adelie", 114}, {"Chinstrap", 51}, {"Gentoo", 93}});
  std::map<std::size_t, int> lines;
  for (const Table* part : {&split.train, &split.test}) {
    std::size_t last = 0;
    for (const Row& row : part->rows) {
      CHECK(row.line > last);
      last = row.line;
      ++lines[row.line];
    }
  }
  CHECK(lines.size() == 344);
}

TEST_CASE("the same seed deals the same, another seed otherwise") {
  CHECK(to_csv(split_penguins(1).test) == to_csv(split_penguins(1).test));
  CHECK(to_csv(split_penguins(1).test) != to_csv(split_penguins(2).test));
}

TEST_CASE("every class has a row in both parts, however small the share") {
  const Table table = csv("k\na\na\nb\nb\nb\n");
  const Split small = split_by_class(table, {.label = "k", .test_share = 0.01});
  CHECK(small.test.rows.size() == 2);
  CHECK(split_by_class(table, {.label = "k", .test_share = 0.99}).train.rows.size() == 2);
}

TEST_CASE("what cannot be split says why") {
  const auto message = [](std::string_view text, double share = 0.5) {
    return message_of([&] { split_by_class(csv(text), {.label = "k", .test_share = share}); });
  };
  CHECK(message("k\na\nb\n", 0).starts_with("the test share is 0.000000; it must lie between 0 and 1"));
  CHECK(message("k\na\nb\n", 1).starts_with("the test share is 1.000000"));
  CHECK(message("k\na\nb\n", std::nan("")).starts_with("the test share is nan"));
  CHECK(message("l\na\n") == "t.csv: no column `k`; there are `l`");
  CHECK(message("k,l\na,1\nNA,2\n") == "t.csv, line 3, column `k`: the label is missing");
  CHECK(message("k\n") == "t.csv: column `k` has 0 class(es), at least 2 are wanted");
  CHECK(message("k\na\na\n") == "t.csv: column `k` has 1 class(es), at least 2 are wanted");
  CHECK(message("k\na\na\nb\n") == "t.csv: class `b` has a single row, too few for both training and test");
}
