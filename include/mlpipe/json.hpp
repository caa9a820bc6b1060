/// A JSON value: what parameters of a pipeline hold. Small and free of dependencies, so that pipeline authors do not
/// pay for a JSON library; `mlpipe/nlohmann_json.hpp` converts to and from nlohmann::json.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mlpipe {

/// A member of an object: a template, since a class cannot hold itself.
template <class Value>
struct JsonMember {
  std::string key;
  Value value;
  friend bool operator==(const JsonMember& a, const JsonMember& b) { return a.key == b.key && a.value == b.value; }
};

/// null, a boolean, an integer, a real number, a string, an array or an object. Objects keep their members sorted by
/// key, so that equal values always print as the same bytes.
class Json {
 public:
  using Member = JsonMember<Json>;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;  ///< sorted by key, keys unique; change it through set()

  Json() noexcept = default;
  // Not inline: they are long, and GCC 12 takes them for uses of uninitialised memory where it inlines them.
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();
  Json(std::nullptr_t) noexcept {}
  template <std::same_as<bool> B>
  Json(B value) noexcept : value_(value) {}
  template <std::integral I>
  requires(!std::same_as<I, bool> && !std::same_as<I, char>) Json(I value)
  noexcept {
    if (std::in_range<std::int64_t>(value))
      value_ = static_cast<std::int64_t>(value);
    else
      value_ = static_cast<double>(value);  // only an unsigned value above 2^63: no integer on the wire either
  }
  template <std::floating_point F>
  Json(F value) noexcept : value_(static_cast<double>(value)) {}
  Json(std::string value) noexcept : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Array items) noexcept : value_(std::move(items)) {}

  /// An array of the given items: `Json::array({1, "two", true})`.
  static Json array(Array items = {}) { return Json(std::move(items)); }
  /// An object of the given members; of two with the same key the last one stays.
  static Json object(std::initializer_list<Member> members = {});

  bool is_null() const noexcept { return std::holds_alternative<std::monostate>(value_); }
  bool is_boolean() const noexcept { return std::holds_alternative<bool>(value_); }
  bool is_integer() const noexcept { return std::holds_alternative<std::int64_t>(value_); }
  bool is_real() const noexcept { return std::holds_alternative<double>(value_); }
  bool is_number() const noexcept { return is_integer() || is_real(); }
  bool is_string() const noexcept { return std::holds_alternative<std::string>(value_); }
  bool is_array() const noexcept { return std::holds_alternative<Array>(value_); }
  bool is_object() const noexcept { return std::holds_alternative<Object>(value_); }

  // Access to what it holds. Asking for another kind than it holds throws std::bad_variant_access.
  bool as_boolean() const { return std::get<bool>(value_); }
  std::int64_t as_integer() const { return std::get<std::int64_t>(value_); }
  double as_real() const { return is_integer() ? static_cast<double>(as_integer()) : std::get<double>(value_); }
  const std::string& as_string() const { return std::get<std::string>(value_); }
  const Array& as_array() const { return std::get<Array>(value_); }
  Array& as_array() { return std::get<Array>(value_); }
  const Object& as_object() const { return std::get<Object>(value_); }

  /// The member of that name, or nullptr where this is no object or has none.
  const Json* find(std::string_view key) const;
  Json* find(std::string_view key);
  /// Sets a member; a null value becomes an object first. Throws std::bad_variant_access on any other kind.
  Json& set(std::string key, Json value);

  /// Equal in kind and content; the integer 1 and the real 1.0 are equal, as they are on the wire.
  friend bool operator==(const Json& a, const Json& b);

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

/// What dump() writes. `python` is the layout of Python's json.dumps (`", "` and `": "`, ASCII escapes), which KFP uses
/// for JSON inside strings; `compact` has no blanks and keeps UTF-8.
enum class JsonStyle { compact, python };

/// The value as JSON text. Real numbers print shortest, with a fraction or exponent (`3.0`, `1e-07`), integers as they
/// are. NaN and infinities, which JSON has not, print as null.
std::string dump(const Json& value, JsonStyle style = JsonStyle::compact);

/// Where and why a text is not JSON.
struct JsonError {
  std::string message;
  std::size_t offset = 0;  ///< bytes from the start of the text
};

/// Reads JSON text (RFC 8259, UTF-8). Duplicate keys, more than 512 levels and anything after the value are errors.
std::variant<Json, JsonError> parse_json(std::string_view text);

}  // namespace mlpipe
