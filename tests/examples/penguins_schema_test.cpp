#include "json_fields.hpp"
#include "penguins_support.hpp"
#include "schema.hpp"

using namespace penguins;
using mlpipe::Json;
using penguins_test::message_of;

namespace {

Schema schema_of(std::string_view text) { return schema_from_json(parse_document(text, "s.json"), "s.json"); }

std::string message_for_column(const std::string& rule) {
  return message_of([&] { schema_of("{\"columns\": [" + rule + "]}"); });
}

}  // namespace

TEST_CASE("a schema is read from JSON, with defaults for what is left out") {
  const Schema schema = schema_of(R"({"min_rows": 3, "other_columns": true, "columns": [
      {"name": "sex", "type": "text", "values": ["female", "male"], "max_missing": 0.05},
      {"name": "mass", "type": "integer", "min": 2000, "max": 7000, "required": false}]})");
  CHECK(schema.min_rows == 3);
  CHECK(schema.other_columns);
  REQUIRE(schema.columns.size() == 2);
  CHECK(schema.columns[0].values == std::vector<std::string>{"female", "male"});
  CHECK(schema.columns[0].max_missing == 0.05);
  CHECK(schema.columns[0].required);
  CHECK(schema.columns[1].type == ColumnType::integer);
  CHECK(schema.columns[1].min == 2000.0);
  CHECK_FALSE(schema.columns[1].required);
  CHECK(schema_of(R"({"columns": []})").min_rows == 1);
  CHECK_FALSE(schema_of(R"({"columns": []})").other_columns);
}

TEST_CASE("a schema goes to JSON and back") {
  const Json document = to_json(penguin_schema());
  CHECK(to_json(schema_from_json(document)) == document);
  CHECK(document.find("columns")->as_array().size() == 8);
}

TEST_CASE("a schema that is wrong says where") {
  CHECK(message_of([] { schema_of("[]"); }) == "s.json: is not a JSON object");
  CHECK(message_of([] { schema_of("{}"); }) == "s.json: `columns` is missing");
  CHECK(message_of([] { schema_of(R"({"columns": {}})"); }) == "s.json: `columns` is not an array");
  CHECK(message_of([] { schema_of(R"({"columns": [], "minrows": 1})"); }) == "s.json: `minrows` is not known here");
  CHECK(message_of([] { schema_of(R"({"columns": [], "min_rows": -1})"); }) == "s.json: `min_rows` is not a count");
  CHECK(message_of([] { schema_of(R"({"columns": [], "min_rows": 1.5})"); }) == "s.json: `min_rows` is not a count");
  CHECK(message_of([] { schema_of(R"({"columns": [], "other_columns": 1})"); }) ==
        "s.json: `other_columns` is not true or false");
  CHECK(message_of([] { schema_of("{\"columns\""); }).starts_with("s.json, byte "));
  CHECK(message_for_column("1") == "s.json: columns[0]: is not a JSON object");
  CHECK(message_for_column(R"({"name": "a"})") == "s.json: columns[0]: `type` is missing");
  CHECK(message_for_column(R"({"name": 1, "type": "text"})") == "s.json: columns[0]: `name` is not a string");
  CHECK(message_for_column(R"({"name": "", "type": "text"})") == "s.json: columns[0]: `name` is empty");
  CHECK(message_for_column(R"({"name": "a", "type": "date"})") ==
        "s.json: columns[0]: `type` is `date`; it must be `number`, `integer` or `text`");
  CHECK(message_for_column(R"({"name": "a", "type": "text", "max_missing": 2})") ==
        "s.json: columns[0]: `max_missing` must lie between 0 and 1");
  CHECK(message_for_column(R"({"name": "a", "type": "text", "min": 2})") ==
        "s.json: columns[0]: `min` and `max` are for numbers, this column is text");
  CHECK(message_for_column(R"({"name": "a", "type": "number", "min": "2"})") ==
        "s.json: columns[0]: `min` is not a number");
  CHECK(message_for_column(R"({"name": "a", "type": "number", "values": ["2"]})") ==
        "s.json: columns[0]: `values` is for text, this column holds numbers");
  CHECK(message_for_column(R"({"name": "a", "type": "text", "values": [2]})") ==
        "s.json: columns[0]: `values` is not an array of strings");
  CHECK(message_for_column(R"({"name": "a", "type": "number", "min": 3, "max": 2})") ==
        "s.json: columns[0]: `min` is greater than `max`");
  CHECK(message_for_column(R"({"name": "a", "type": "text"}, {"name": "a", "type": "text"})") ==
        "s.json: columns[1]: a second rule for column `a`");
}
