/// Reading the members of a JSON object, with errors that say what is wrong with which.
#pragma once

#include <initializer_list>
#include <mlpipe/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penguins {

/// Reads JSON text. Throws DataError, with the source and the offset, where it is none.
mlpipe::Json parse_document(std::string_view text, const std::string& source);

/// The numbers of a JSON array. Throws DataError, naming `where`, for anything else.
std::vector<double> numbers_from(const mlpipe::Json& array, const std::string& where);

/// A view of one JSON object; `where` names it in messages (`model.json: features[2]`). Every getter throws DataError
/// for a member of another kind, and those without `optional_` for one that is missing.
class Fields {
 public:
  /// Throws DataError where the value is no object.
  Fields(const mlpipe::Json& object, std::string where);

  const std::string& where() const { return where_; }
  /// Throws DataError for a member that is not among those named: most likely misspelt.
  void allow_only(std::initializer_list<std::string_view> names) const;

  std::string text(std::string_view name) const;
  double number(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  const mlpipe::Json::Array& array(std::string_view name) const;
  std::optional<double> optional_number(std::string_view name) const;
  std::optional<bool> optional_boolean(std::string_view name) const;
  std::vector<std::string> optional_texts(std::string_view name) const;

 private:
  const mlpipe::Json& member(std::string_view name) const;
  [[noreturn]] void wrong_kind(std::string_view name, std::string_view wanted) const;

  const mlpipe::Json& object_;
  std::string where_;
};

}  // namespace penguins
