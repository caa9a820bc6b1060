#include "evaluate.hpp"
#include "penguins_support.hpp"

using namespace penguins;
using mlpipe::Json;
using penguins_test::csv;
using penguins_test::message_of;

namespace {

/// Says `a` below 0, `b` above; `c` never.
Classifier by_sign() {
  return {.label = "k",
          .classes = {"a", "b", "c"},
          .features = {{.column = "x", .categories = {}}},
          .weights = {{-1, 0}, {1, 0}, {0, -9}}};
}

}  // namespace

TEST_CASE("rows are counted by what they are and what they are taken for") {
  const Evaluation result = evaluate(by_sign(), csv("x,k\n-1,a\n-2,a\n1,a\n1,b\n-3,b\n"));
  CHECK(result.confusion == std::vector<std::vector<std::size_t>>{{2, 1, 0}, {1, 1, 0}, {0, 0, 0}});
  CHECK(result.rows() == 5);
  CHECK(result.accuracy() == 0.6);
  CHECK(result.precision(0) == 2.0 / 3);
  CHECK(result.recall(0) == 2.0 / 3);
  CHECK(result.precision(1) == 0.5);
}

TEST_CASE("a class without test rows has no recall, one never predicted no precision") {
  const Evaluation result = evaluate(by_sign(), csv("x,k\n-1,a\n2,b\n"));
  CHECK_FALSE(result.recall(2));
  CHECK_FALSE(result.precision(2));
  const Json json = to_json(result);
  CHECK(*json.find("accuracy") == Json(1.0));
  CHECK(json.find("classes")->as_array().at(2).find("recall")->is_null());
  CHECK(*json.find("classes")->as_array().at(0).find("predicted_as") == Json::array({1, 0, 0}));
}

TEST_CASE("the evaluation as a table") {
  Evaluation result = evaluate(by_sign(), csv("x,k\n-1,a\n-2,a\n1,a\n1,b\n"));
  result.classes[2] = "c|d";
  CHECK(to_markdown(result) ==
        "Accuracy 75.0% on 4 rows.\n"
        "\n"
        "| actual \\ predicted |      a |     b | c\\|d | recall |\n"
        "| ------------------ | -----: | ----: | ---: | -----: |\n"
        "| a                  |      2 |     1 |    0 |  66.7% |\n"
        "| b                  |      0 |     1 |    0 | 100.0% |\n"
        "| c\\|d               |      0 |     0 |    0 |      - |\n"
        "| precision          | 100.0% | 50.0% |    - |        |\n");
}

TEST_CASE("rows that cannot be judged say why") {
  const auto message = [](std::string_view text) { return message_of([&] { evaluate(by_sign(), csv(text)); }); };
  CHECK(message("x,k\n") == "t.csv: has no rows to evaluate on");
  CHECK(message("x\n1\n") == "t.csv: no column `k`; there are `x`");
  CHECK(message("x,k\n1,NA\n") == "t.csv, line 2, column `k`: the label is missing");
  CHECK(message("x,k\n1,a\n1,d\n") == "t.csv, line 3, column `k`: class `d` was not met in training");
  CHECK(message("x,k\nfar,a\n") == "t.csv, line 2, column `x`: `far` is not a number");
}
