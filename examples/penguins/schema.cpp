#include "schema.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "data_error.hpp"
#include "json_fields.hpp"

namespace penguins {
namespace {

using mlpipe::Json;

constexpr std::array<std::pair<std::string_view, ColumnType>, 3> type_names{
    {{"number", ColumnType::number}, {"integer", ColumnType::integer}, {"text", ColumnType::text}}};

ColumnType type_of(const Fields& fields) {
  const std::string name = fields.text("type");
  for (const auto& [known, type] : type_names) {
    if (known == name) return type;
  }
  throw DataError(fields.where() + ": `type` is `" + name + "`; it must be `number`, `integer` or `text`");
}

std::string_view name_of(ColumnType type) {
  return std::ranges::find(type_names, type, &std::pair<std::string_view, ColumnType>::second)->first;
}

void check(const ColumnRule& rule, const std::string& where) {
  if (rule.name.empty()) throw DataError(where + ": `name` is empty");
  if (!(rule.max_missing >= 0 && rule.max_missing <= 1))
    throw DataError(where + ": `max_missing` must lie between 0 and 1");
  const bool text = rule.type == ColumnType::text;
  if (text && (rule.min || rule.max)) throw DataError(where + ": `min` and `max` are for numbers, this column is text");
  if (!text && !rule.values.empty()) throw DataError(where + ": `values` is for text, this column holds numbers");
  if (rule.min && rule.max && *rule.min > *rule.max) throw DataError(where + ": `min` is greater than `max`");
}

ColumnRule rule_from_json(const Json& document, const std::string& where) {
  const Fields fields(document, where);
  fields.allow_only({"name", "type", "required", "max_missing", "min", "max", "values"});
  ColumnRule rule{.name = fields.text("name"),
                  .type = type_of(fields),
                  .required = fields.optional_boolean("required").value_or(true),
                  .max_missing = fields.optional_number("max_missing").value_or(0),
                  .min = fields.optional_number("min"),
                  .max = fields.optional_number("max"),
                  .values = fields.optional_texts("values")};
  check(rule, where);
  return rule;
}

Json to_json(const ColumnRule& rule) {
  Json result = Json::object({{"name", rule.name}, {"type", name_of(rule.type)}, {"required", rule.required}});
  if (rule.max_missing > 0) result.set("max_missing", rule.max_missing);
  if (rule.min) result.set("min", *rule.min);
  if (rule.max) result.set("max", *rule.max);
  if (!rule.values.empty()) result.set("values", Json::Array(rule.values.begin(), rule.values.end()));
  return result;
}

std::size_t min_rows_of(const Fields& fields) {
  const double rows = fields.optional_number("min_rows").value_or(1);
  if (!(rows >= 0 && rows <= 1e15) || rows != std::floor(rows)) {
    throw DataError(fields.where() + ": `min_rows` is not a count");
  }
  return static_cast<std::size_t>(rows);
}

}  // namespace

Schema schema_from_json(const Json& document, const std::string& source) {
  const Fields fields(document, source);
  fields.allow_only({"columns", "min_rows", "other_columns"});
  Schema schema{.columns = {},
                .min_rows = min_rows_of(fields),
                .other_columns = fields.optional_boolean("other_columns").value_or(false)};
  for (const Json& each : fields.array("columns")) {
    const std::string where = source + ": columns[" + std::to_string(schema.columns.size()) + "]";
    ColumnRule rule = rule_from_json(each, where);
    if (std::ranges::count(schema.columns, rule.name, &ColumnRule::name) != 0) {
      throw DataError(where + ": a second rule for column `" + rule.name + "`");
    }
    schema.columns.push_back(std::move(rule));
  }
  return schema;
}

Json to_json(const Schema& schema) {
  Json::Array columns;
  for (const ColumnRule& rule : schema.columns) columns.push_back(to_json(rule));
  return Json::object({{"columns", std::move(columns)},
                       {"min_rows", static_cast<std::int64_t>(schema.min_rows)},
                       {"other_columns", schema.other_columns}});
}

Schema penguin_schema() {
  using enum ColumnType;
  return {.columns = {{.name = "species", .values = {"Adelie", "Chinstrap", "Gentoo"}},
                      {.name = "island", .values = {"Biscoe", "Dream", "Torgersen"}},
                      {.name = "bill_length_mm", .type = number, .max_missing = 0.02, .min = 25, .max = 70},
                      {.name = "bill_depth_mm", .type = number, .max_missing = 0.02, .min = 10, .max = 30},
                      {.name = "flipper_length_mm", .type = integer, .max_missing = 0.02, .min = 150, .max = 250},
                      {.name = "body_mass_g", .type = integer, .max_missing = 0.02, .min = 2000, .max = 7000},
                      {.name = "sex", .max_missing = 0.05, .values = {"female", "male"}},
                      {.name = "year", .type = integer, .required = false, .min = 2007, .max = 2009}},
          .min_rows = 100};
}

}  // namespace penguins
