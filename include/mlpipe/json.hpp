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
/// key, so that equal values always print as the same bytes. 16 bytes large. Not a std::variant, whose machinery every
/// file that includes this would have to compile.
class Json {
 public:
  using Member = JsonMember<Json>;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;  ///< sorted by key, keys unique; change it through set()

  enum class Kind : std::uint8_t { null, boolean, integer, real, string, array, object };

  constexpr Json() noexcept : kind_(Kind::null), integer_(0) {}
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();

  constexpr Json(std::nullptr_t) noexcept : Json() {}
  template <std::same_as<bool> B>
  constexpr Json(B value) noexcept : kind_(Kind::boolean), boolean_(value) {}
  template <std::integral I>
  requires(!std::same_as<I, bool> && !std::same_as<I, char>) constexpr Json(I value) noexcept : Json() {
    if (std::in_range<std::int64_t>(value)) {
      kind_ = Kind::integer;
      integer_ = static_cast<std::int64_t>(value);
    } else {  // only an unsigned value above 2^63: no integer on the wire either
      kind_ = Kind::real;
      real_ = static_cast<double>(value);
    }
  }
  template <std::floating_point F>
  constexpr Json(F value) noexcept : kind_(Kind::real), real_(static_cast<double>(value)) {}
  Json(std::string value);
  Json(std::string_view value);
  Json(const char* value);
  Json(Array items);

  /// An array of the given items: `Json::array({1, "two", true})`.
  static Json array(Array items = {});
  /// An object of the given members; of two with the same key the last one stays.
  static Json object(std::initializer_list<Member> members = {});

  Kind kind() const noexcept { return kind_; }
  bool is_null() const noexcept { return kind_ == Kind::null; }
  bool is_boolean() const noexcept { return kind_ == Kind::boolean; }
  bool is_integer() const noexcept { return kind_ == Kind::integer; }
  bool is_real() const noexcept { return kind_ == Kind::real; }
  bool is_number() const noexcept { return is_integer() || is_real(); }
  bool is_string() const noexcept { return kind_ == Kind::string; }
  bool is_array() const noexcept { return kind_ == Kind::array; }
  bool is_object() const noexcept { return kind_ == Kind::object; }

  // Access to what it holds. Asking for another kind than it holds throws std::bad_variant_access.
  bool as_boolean() const;
  std::int64_t as_integer() const;
  double as_real() const;  ///< of an integer, too
  const std::string& as_string() const;
  const Array& as_array() const;
  Array& as_array();
  const Object& as_object() const;

  /// The member of that name, or nullptr where this is no object or has none.
  const Json* find(std::string_view key) const;
  Json* find(std::string_view key);
  /// Sets a member; a null value becomes an object first. Throws std::bad_variant_access on any other kind.
  Json& set(std::string key, Json value);

  /// Equal in kind and content; the integer 1 and the real 1.0 are equal, as they are on the wire.
  friend bool operator==(const Json& a, const Json& b);

 private:
  void require(Kind kind) const;

  Kind kind_;
  union {
    bool boolean_;
    std::int64_t integer_;
    double real_;
    std::string* string_;  // owned, as the two below
    Array* array_;
    Object* object_;
  };
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
