#include <algorithm>

#include "penguins_support.hpp"
#include "validate.hpp"

using namespace penguins;
using penguins_test::csv;

namespace {

const Finding& finding(const ValidationReport& report, std::string_view column, std::string_view rule) {
  const auto at = std::ranges::find_if(report.findings,
                                       [&](const Finding& each) { return each.column == column && each.rule == rule; });
  INFO(column << ": " << rule);
  REQUIRE(at != report.findings.end());
  return *at;
}

Schema schema() {
  return {.columns = {{.name = "kind", .values = {"x", "y"}},
                      {.name = "mass", .type = ColumnType::integer, .max_missing = 0.25, .min = 10, .max = 20},
                      {.name = "note", .required = false, .max_missing = 1}},
          .min_rows = 4};
}

}  // namespace

TEST_CASE("the penguins keep every rule of their schema") {
  const ValidationReport report = validate(read_csv(PENGUINS_DATA), penguin_schema());
  for (const Finding& each : report.findings) {
    INFO(each.column << ": " << each.rule << ": " << each.detail);
    CHECK(each.ok);
  }
  CHECK(report.ok());
  CHECK(report.rows == 344);
  CHECK(finding(report, "sex", "missing <= 5%").detail == "11 of 344 rows");
  CHECK(finding(report, "species", "none missing").ok);
}

TEST_CASE("broken rules become findings with what and where") {
  const auto report = validate(csv("kind,mass,extra\nx,12,1\nz,9.5,1\nNA,NA,1\ny,heavy,1\nx,NA,1\n"), schema());
  CHECK_FALSE(report.ok());
  CHECK(report.broken() == 6);
  CHECK(finding(report, "", "at least 4 rows").ok);
  CHECK(finding(report, "", "no other columns").detail == "`extra`");
  CHECK(finding(report, "kind", "present").ok);
  CHECK(finding(report, "kind", "none missing").lines == std::vector<std::size_t>{4});
  CHECK(finding(report, "kind", "one of x, y").detail == "1 row(s), such as `z`");
  CHECK(finding(report, "kind", "one of x, y").lines == std::vector<std::size_t>{3});
  CHECK(finding(report, "mass", "missing <= 25%").detail == "2 of 5 rows");
  CHECK(finding(report, "mass", "type integer").detail == "2 row(s), such as `9.5`");
  CHECK(finding(report, "mass", "range 10 ... 20").lines == std::vector<std::size_t>{3});
}

TEST_CASE("a column that is not there is a finding if it is required, and nothing otherwise") {
  const auto report = validate(csv("kind\nx\nx\ny\n"), schema());
  CHECK_FALSE(finding(report, "", "at least 4 rows").ok);
  CHECK(finding(report, "mass", "present").detail == "no such column");
  CHECK(report.broken() == 2);
  CHECK(std::ranges::count(report.findings, "note", &Finding::column) == 0);
}

TEST_CASE("a missing share at the limit is kept, a range may be open, and ten lines are enough") {
  Schema open{.columns = {{.name = "a", .type = ColumnType::number, .max_missing = 0.5, .min = 0}}};
  CHECK(validate(csv("a\n1e9\nNA\n"), open).ok());
  std::string text = "a\n";
  for (int i = 0; i < 12; ++i) text += "-1\n";
  const auto report = validate(csv(text), open);
  CHECK(finding(report, "a", "range 0 ... ").detail == "12 row(s), such as `-1`");
  CHECK(finding(report, "a", "range 0 ... ").lines.size() == 10);
}

TEST_CASE("columns are summed up") {
  const auto report = validate(csv("a,b\n1,x\n3,NA\n1,y\n"), {.columns = {}, .other_columns = true});
  REQUIRE(report.columns.size() == 2);
  CHECK(report.columns[0].distinct == 2);
  CHECK(report.columns[0].min == 1.0);
  CHECK(report.columns[0].max == 3.0);
  CHECK(report.columns[0].mean == 5.0 / 3);
  CHECK(report.columns[1].missing == 1);
  CHECK_FALSE(report.columns[1].mean);
}

TEST_CASE("the report as JSON and as a page") {
  const auto report = validate(csv("kind,mass\nx,12\nx,13\ny,14\n\"<b>&\"\"z\",15\n"), schema());
  const mlpipe::Json json = to_json(report);
  CHECK(*json.find("ok") == mlpipe::Json(false));
  CHECK(*json.find("rows") == mlpipe::Json(4));
  CHECK(json.find("findings")->as_array().size() == report.findings.size());
  CHECK(json.find("columns")->as_array().size() == 2);
  const std::string page = to_html(report);
  CHECK(page.find("1 of 9 rules <span class=\"broken\">broken</span>") != std::string::npos);
  CHECK(page.find("such as `&lt;b&gt;&amp;&quot;z`; line 5") != std::string::npos);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(to_html(validate(csv("kind,mass\nx,12\nx,13\ny,14\nx,15\n"), schema())).find("all 9 rules") !=
        std::string::npos);
}
