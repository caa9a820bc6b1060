/// What a table must look like, as data: written in C++ or as JSON.
#pragma once

#include <cstddef>
#include <mlpipe/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace penguins {

enum class ColumnType { number, integer, text };

/// What one column must hold. Missing cells count against `max_missing` only.
struct ColumnRule {
  std::string name;
  ColumnType type = ColumnType::text;
  bool required = true;                  ///< the column itself must be there
  double max_missing = 0;                ///< the share of rows that may lack a value, 0 ... 1
  std::optional<double> min = {};        ///< of numbers, included
  std::optional<double> max = {};        ///< of numbers, included
  std::vector<std::string> values = {};  ///< of text: the values allowed; any when empty
};

struct Schema {
  std::vector<ColumnRule> columns;
  std::size_t min_rows = 1;
  bool other_columns = false;  ///< columns without a rule are allowed
};

/// `{"min_rows": 100, "other_columns": false, "columns": [{"name": "sex", "type": "text", "values": ["female", "male"],
/// "max_missing": 0.05}, {"name": "body_mass_g", "type": "integer", "min": 2000, "max": 7000, "required": true}]}`; all
/// but `columns`, `name` and `type` may be left out. Throws DataError, naming `source` and the place, for anything
/// else, and for rules that make no sense.
Schema schema_from_json(const mlpipe::Json& document, const std::string& source = "schema");
mlpipe::Json to_json(const Schema& schema);

/// What the example expects of the penguins.
Schema penguin_schema();

}  // namespace penguins
