#include "json_fields.hpp"

#include <algorithm>
#include <utility>

#include "data_error.hpp"

namespace penguins {
using mlpipe::Json;

Json parse_document(std::string_view text, const std::string& source) {
  auto parsed = mlpipe::parse_json(text);
  if (auto* error = std::get_if<mlpipe::JsonError>(&parsed)) {
    throw DataError(source + ", byte " + std::to_string(error->offset) + ": " + error->message);
  }
  return std::get<Json>(std::move(parsed));
}

std::vector<double> numbers_from(const Json& array, const std::string& where) {
  if (!array.is_array()) throw DataError(where + ": is not an array");
  std::vector<double> result;
  for (const Json& item : array.as_array()) {
    if (!item.is_number()) throw DataError(where + ": is not an array of numbers");
    result.push_back(item.as_real());
  }
  return result;
}

Fields::Fields(const Json& object, std::string where) : object_(object), where_(std::move(where)) {
  if (!object_.is_object()) throw DataError(where_ + ": is not a JSON object");
}

void Fields::allow_only(std::initializer_list<std::string_view> names) const {
  for (const Json::Member& each : object_.as_object()) {
    if (std::ranges::find(names, std::string_view(each.key)) == names.end()) {
      throw DataError(where_ + ": `" + each.key + "` is not known here");
    }
  }
}

std::string Fields::text(std::string_view name) const {
  const Json& value = member(name);
  if (!value.is_string()) wrong_kind(name, "a string");
  return value.as_string();
}

double Fields::number(std::string_view name) const {
  const Json& value = member(name);
  if (!value.is_number()) wrong_kind(name, "a number");
  return value.as_real();
}

const Json::Array& Fields::array(std::string_view name) const {
  const Json& value = member(name);
  if (!value.is_array()) wrong_kind(name, "an array");
  return value.as_array();
}

std::vector<std::string> Fields::texts(std::string_view name) const {
  std::vector<std::string> result;
  for (const Json& item : array(name)) {
    if (!item.is_string()) wrong_kind(name, "an array of strings");
    result.push_back(item.as_string());
  }
  return result;
}

std::optional<double> Fields::optional_number(std::string_view name) const {
  return object_.find(name) ? std::optional(number(name)) : std::nullopt;
}

std::optional<bool> Fields::optional_boolean(std::string_view name) const {
  const Json* value = object_.find(name);
  if (!value) return std::nullopt;
  if (!value->is_boolean()) wrong_kind(name, "true or false");
  return value->as_boolean();
}

std::vector<std::string> Fields::optional_texts(std::string_view name) const {
  return object_.find(name) ? texts(name) : std::vector<std::string>{};
}

const Json& Fields::member(std::string_view name) const {
  if (const Json* value = object_.find(name)) return *value;
  throw DataError(where_ + ": `" + std::string(name) + "` is missing");
}

void Fields::wrong_kind(std::string_view name, std::string_view wanted) const {
  throw DataError(where_ + ": `" + std::string(name) + "` is not " + std::string(wanted));
}

}  // namespace penguins
