#include "features.hpp"
#include "penguins_support.hpp"

using namespace penguins;
using penguins_test::csv;
using penguins_test::message_of;

TEST_CASE("numbers are told from text, and become distances from the mean in deviations") {
  const Table table = csv("n,t\nNA,NA\n1,b\n3,a\n");
  const auto features = learn_features(table, {"n", "t"});
  REQUIRE(features.size() == 2);
  CHECK(features[0].is_number());
  CHECK(features[0].mean == 2);
  CHECK(features[0].deviation == 1);
  CHECK(features[1].categories == std::vector<std::string>{"a", "b"});
  CHECK(encode(table, features) == std::vector<std::vector<double>>{{0, 0, 0}, {-1, 0, 1}, {1, 1, 0}});
}

TEST_CASE("a constant column and an unknown category say nothing") {
  const auto features = learn_features(csv("n,t\n5,a\n5,b\n"), {"n", "t"});
  CHECK(encode(csv("t,n\nc,5\n"), features) == std::vector<std::vector<double>>{{0, 0, 0}});
}

TEST_CASE("features that cannot be learnt or encoded say why") {
  const Table table = csv("n,t,e\n1,a,NA\nx,b,NA\n");
  CHECK(message_of([&] { learn_features(table, {}); }) == "no feature columns are given");
  CHECK(message_of([&] { learn_features(table, {"t", "t"}); }) == "the feature column `t` is given twice");
  CHECK(message_of([&] { learn_features(table, {"z"}); }) == "t.csv: no column `z`; there are `n`, `t`, `e`");
  CHECK(message_of([&] { learn_features(table, {"e"}); }) == "t.csv: column `e` has no value in any row");
  CHECK(message_of([&] { learn_features(table, {"n"}); }) == "t.csv, line 3, column `n`: `x` is not a number");
  CHECK(message_of([&] { learn_features(csv("n\n1e308\n-1e308\n"), {"n"}); }) ==
        "t.csv: the numbers of column `n` are too large");
  const auto features = learn_features(csv("n\n1\n2\n"), {"n"});
  CHECK(message_of([&] { encode(csv("m\n1\n"), features); }) == "t.csv: no column `n`; there are `m`");
  CHECK(message_of([&] { encode(csv("n\n1\none\n"), features); }) ==
        "t.csv, line 3, column `n`: `one` is not a number");
}
