/// What types an In or Out may have, and how each is described, read and written.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "mlpipe/dsl/artifacts.hpp"
#include "mlpipe/dsl/fixed_string.hpp"
#include "mlpipe/json.hpp"
#include "mlpipe/type.hpp"

namespace mlpipe {

struct TaskFinalStatus;
struct TaskConfig;

namespace detail {

/// One value of a Literal: a string or an integer, good as a template argument.
template <class T, std::size_t N>
struct literal {
  T data[N]{};
  consteval literal(const char (&text)[N]) requires std::same_as<T, char> {
    for (std::size_t i = 0; i < N; ++i) data[i] = text[i];
  }
  consteval literal(std::int64_t number) requires std::same_as<T, std::int64_t> : data{number} {}

  static constexpr bool is_text = std::same_as<T, char>;
  constexpr auto value() const {
    if constexpr (is_text)
      return std::string_view(data, N - 1);
    else
      return data[0];
  }
  template <class V>
  constexpr bool is(V other) const {
    if constexpr (is_text == std::same_as<V, std::string_view>)
      return value() == other;
    else
      return false;
  }
};
template <std::size_t N>
literal(const char (&)[N]) -> literal<char, N>;
template <std::integral I>
literal(I) -> literal<std::int64_t, 1>;

}  // namespace detail

/// A string or integer that is one of the given values: `In<Literal<"sgd", "adam">>`, `In<Literal<1, 2, 4>>`. Bound, it
/// is a std::string_view or std::int64_t. The spec carries the values, and the backend refuses any other. All are
/// strings, or all are integers.
template <detail::literal... V>
struct Literal {};

/// The empty list or map, as a default: `In<std::vector<int>> sizes = empty;` (`= {}` reads as "left out"). Where
/// `using namespace std;` brings in std::empty, it is `mlpipe::empty`.
struct Empty {};
inline constexpr Empty empty{};

namespace detail {

template <class T>
struct ParameterTraits;  // only for the types that parameters may have

struct StructDescriptor;

/// How the library handles a T it does not know: described, written as JSON and read from it.
struct TypeInfo {
  Type (*type)();
  bool optional;
  Json (*to_json)(const void* value);                ///< of a parameter; null where an optional is absent
  bool (*from_json)(const Json& json, void* value);  ///< false where the JSON is not of the type
  void (*literals)(std::vector<Json>& into);         ///< nullptr: any value is allowed
  void (*item_literals)(std::vector<Json>& into);    ///< of a list or map, at any depth; nullptr: any item is allowed
  Artifact* (*artifact)(void* value);                ///< of an artifact (an absent optional is made): to fill or read
  Artifact* (*append_artifact)(void* value);         ///< of a list of artifacts: one more, to fill
  const StructDescriptor& (*record)();               ///< of a record: its fields
};

bool integer_from(const Json& json, std::int64_t low, std::int64_t high, std::int64_t& value);

template <class T>
struct IntegerTraits {
  using stored = T;
  static Type type() { return Type::integer; }
  static Json to_json(const T& value) { return Json(value); }
  static bool from_json(const Json& json, T& value) {
    std::int64_t number = 0;
    if (!integer_from(json, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), number)) return false;
    value = static_cast<T>(number);
    return true;
  }
};
template <>
struct ParameterTraits<int> : IntegerTraits<int> {};
template <>
struct ParameterTraits<std::int64_t> : IntegerTraits<std::int64_t> {};

template <>
struct ParameterTraits<double> {
  using stored = double;
  static Type type() { return Type::number; }
  static Json to_json(double value) { return Json(value); }
  static bool from_json(const Json& json, double& value);
};

template <>
struct ParameterTraits<bool> {
  using stored = bool;
  static Type type() { return Type::boolean; }
  static Json to_json(bool value) { return Json(value); }
  static bool from_json(const Json& json, bool& value);
};

template <>
struct ParameterTraits<std::string> {
  using stored = std::string;
  static Type type() { return Type::string; }
  static Json to_json(const std::string& value) { return Json(value); }
  static bool from_json(const Json& json, std::string& value);
};

/// A JSON object whose content the types do not say. Other kinds of JSON are refused when the pipeline is compiled.
template <>
struct ParameterTraits<Json> {
  using stored = Json;
  static Type type() { return Type::structure; }
  static Json to_json(const Json& value) { return value; }
  static bool from_json(const Json& json, Json& value);
};

template <class T>
concept ParameterType = requires {
  typename ParameterTraits<T>::stored;
};

template <ParameterType T>
struct ParameterTraits<std::vector<T>> {
  using element = T;
  using stored = std::vector<typename ParameterTraits<T>::stored>;
  static Type type() { return Type::list_of(ParameterTraits<T>::type()); }
  static Json to_json(const stored& value) {
    Json::Array items;
    for (std::size_t i = 0; i < value.size(); ++i) items.push_back(ParameterTraits<T>::to_json(value[i]));
    return Json(std::move(items));
  }
  static bool from_json(const Json& json, stored& value) {
    if (!json.is_array()) return false;
    value.clear();
    for (const Json& item : json.as_array()) {
      auto element_value = typename ParameterTraits<T>::stored();
      if (!ParameterTraits<T>::from_json(item, element_value)) return false;
      value.push_back(std::move(element_value));
    }
    return true;
  }
};

template <ParameterType T>
struct ParameterTraits<std::map<std::string, T>> {
  using element = T;
  using stored = std::map<std::string, typename ParameterTraits<T>::stored>;
  static Type type() { return Type::map_of(ParameterTraits<T>::type()); }
  static Json to_json(const stored& value) {
    Json object = Json::object();
    for (const auto& [key, item] : value) object.set(key, ParameterTraits<T>::to_json(item));
    return object;
  }
  static bool from_json(const Json& json, stored& value) {
    if (!json.is_object()) return false;
    value.clear();
    for (const Json::Member& member : json.as_object()) {
      if (!ParameterTraits<T>::from_json(member.value, value[member.key])) return false;
    }
    return true;
  }
};

template <literal... V>
requires((V.is_text && ...) || (!V.is_text && ...)) struct ParameterTraits<Literal<V...>> {
  static constexpr bool is_text = (V.is_text && ...);
  /// Of strings: a view of the literal itself, which lives as long as the program.
  using stored = std::conditional_t<is_text, std::string_view, std::int64_t>;

  static constexpr bool has(stored value) { return (V.is(value) || ...); }
  static constexpr stored find(stored value) {
    stored found{};
    ((V.is(value) ? void(found = V.value()) : void()), ...);
    return found;
  }
  static Type type() { return ParameterTraits<std::conditional_t<is_text, std::string, std::int64_t>>::type(); }
  static Json to_json(const stored& value) { return Json(value); }
  static bool from_json(const Json& json, stored& value) {
    std::conditional_t<is_text, std::string, std::int64_t> read{};
    if (!ParameterTraits<decltype(read)>::from_json(json, read) || !has(read)) return false;
    value = find(read);
    return true;
  }
  static void literals(std::vector<Json>& into) { (into.push_back(Json(V.value())), ...); }
};

// What an In<T> is of: T itself, or what the optional holds.
template <class T>
struct without_optional {
  static constexpr bool optional = false;
  using type = T;
};
template <class T>
struct without_optional<std::optional<T>> {
  static constexpr bool optional = true;
  using type = T;
};

/// Whether an input may be left out: it is optional, or the backend gives it.
template <class T>
inline constexpr bool may_be_left_out = without_optional<T>::optional;
template <>
inline constexpr bool may_be_left_out<TaskFinalStatus> = true;
template <>
inline constexpr bool may_be_left_out<TaskConfig> = true;

template <class T>
struct artifact_list_element {
  using type = void;
};
template <ArtifactType T>
struct artifact_list_element<std::vector<T>> {
  using type = T;
};
template <class T>
concept ArtifactListType = !std::is_void_v<typename artifact_list_element<T>::type>;

template <class T>
struct stored_as {
  using type = T;  // artifacts and lists of them
};
template <ParameterType T>
struct stored_as<T> {
  using type = typename ParameterTraits<T>::stored;
};
template <class T>
struct stored_as<std::optional<T>> {
  using type = std::optional<typename stored_as<T>::type>;
};
/// What an In<T> or Out<T> holds when it is bound.
template <class T>
using stored = typename stored_as<T>::type;

template <class T>
concept InputType = ParameterType<typename without_optional<T>::type> ||
    ArtifactType<typename without_optional<T>::type> || ArtifactListType<typename without_optional<T>::type>;

template <class T>
Type describe_type() {
  using Bare = typename without_optional<T>::type;
  if constexpr (ArtifactType<Bare>)
    return Type::artifact(Bare::schema_title, Bare::schema_version);
  else if constexpr (ArtifactListType<Bare>) {
    using Element = typename artifact_list_element<Bare>::type;
    return Type::artifact_list(Element::schema_title, Element::schema_version);
  } else
    return ParameterTraits<Bare>::type();
}

template <class T>
Json value_to_json(const void* value) {
  const auto& held = *static_cast<const stored<T>*>(value);
  if constexpr (!without_optional<T>::optional)
    return ParameterTraits<T>::to_json(held);
  else if (held)
    return ParameterTraits<typename without_optional<T>::type>::to_json(*held);
  else
    return Json();
}

template <class T>
bool value_from_json(const Json& json, void* value) {
  auto& held = *static_cast<stored<T>*>(value);
  if constexpr (!without_optional<T>::optional)
    return ParameterTraits<T>::from_json(json, held);
  else {
    held.reset();
    return json.is_null() || ParameterTraits<typename without_optional<T>::type>::from_json(json, held.emplace());
  }
}

template <class T>
Artifact* value_as_artifact(void* value) {
  auto& held = *static_cast<stored<T>*>(value);
  if constexpr (!without_optional<T>::optional)
    return &held;
  else
    return held ? &*held : &held.emplace();
}

template <class T>
Artifact* append_to_artifacts(void* value) {
  auto& held = *static_cast<stored<T>*>(value);
  if constexpr (!without_optional<T>::optional)
    return &held.emplace_back();
  else
    return held ? &held->emplace_back() : &held.emplace().emplace_back();
}

/// What the lists and maps of T hold in the end.
template <class T>
struct innermost {
  using type = T;
};
template <class T>
requires requires { typename ParameterTraits<T>::element; }
struct innermost<T> : innermost<typename ParameterTraits<T>::element> {};

template <class T>
consteval TypeInfo make_type_info() {
  using Bare = typename without_optional<T>::type;
  TypeInfo info{&describe_type<T>, may_be_left_out<T>, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
  if constexpr (ArtifactType<Bare>)
    info.artifact = &value_as_artifact<T>;
  else if constexpr (ArtifactListType<Bare>)
    info.append_artifact = &append_to_artifacts<T>;
  else {
    info.to_json = &value_to_json<T>;
    info.from_json = &value_from_json<T>;
    using Innermost = typename innermost<Bare>::type;
    if constexpr (requires { &ParameterTraits<Innermost>::literals; }) {
      if constexpr (std::same_as<Innermost, Bare>)
        info.literals = &ParameterTraits<Bare>::literals;
      else
        info.item_literals = &ParameterTraits<Innermost>::literals;
    }
    if constexpr (requires { &ParameterTraits<T>::descriptor; }) info.record = &ParameterTraits<T>::descriptor;
  }
  return info;
}

template <class T>
inline constexpr TypeInfo type_info = make_type_info<T>();

}  // namespace detail
}  // namespace mlpipe
