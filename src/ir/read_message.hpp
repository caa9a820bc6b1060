// From JSON to a message: what write_message.hpp writes, and the other spellings that proto-JSON allows (the proto's
// own names of fields, 64-bit integers as numbers, null for what is not set).
#pragma once

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "ir/message_fields.hpp"
#include "json/shown.hpp"

namespace mlpipe::ir {

/// What a message cannot hold, the field by its path.
struct ReadProblem {
  std::string message;  ///< "`nodeSelector` is an integer, not an object"
  std::string hint;     ///< may be empty
};

/// Fills messages, which are to be empty, up to the first problem. As deep as the messages' types are nested.
class MessageReader {
 public:
  template <IsMessage M>
  static std::optional<ReadProblem> read(const Json& json, M& message) {
    if (!json.is_object()) return ReadProblem{fmt::format("it is {}, no object", kind_of(json)), names_of<M>()};
    return MessageReader().fields(json, message, {});
  }

 private:
  using Problem = std::optional<ReadProblem>;

  template <IsMessage M>
  static std::string names_of() {
    std::string names;
    for_each_field<M>([&]<class F>() { names += fmt::format("{}`{}`", names.empty() ? "" : ", ", F::json_name); });
    return "there are " + names;
  }

  static Problem expected(const Json& json, const std::string& path, std::string_view what) {
    return ReadProblem{fmt::format("`{}` is {}, not {}", path, kind_of(json), what), {}};
  }

  struct Seen {
    std::string_view name;
    bool in_oneof;
  };

  template <IsMessage M>
  Problem fields(const Json& json, M& message, const std::string& path) {
    std::vector<Seen> seen;
    for (const Json::Member& member : json.as_object()) {
      const std::string inner = path.empty() ? member.key : fmt::format("{}.{}", path, member.key);
      Problem problem;
      bool found = false;
      for_each_field<M>([&]<class F>() {
        if (found || (member.key != F::json_name && member.key != F::name)) return;
        found = true;
        problem = admit({F::json_name, F::in_oneof}, seen, inner);
        if (!problem && !member.value.is_null()) problem = field<F>(member.value, message, inner);
      });
      if (!found) return ReadProblem{fmt::format("`{}` is no field that there is", inner), names_of<M>()};
      if (problem) return problem;
    }
    return std::nullopt;
  }

  // Messages of these protos have at most one oneof.
  static Problem admit(const Seen& next, std::vector<Seen>& seen, const std::string& path) {
    for (const Seen& other : seen) {
      if (other.name == next.name || (other.in_oneof && next.in_oneof))
        return ReadProblem{fmt::format("`{}` stands beside `{}`", path, other.name), "give one of them"};
    }
    seen.push_back(next);
    return std::nullopt;
  }

  template <class F, class M>
  Problem field(const Json& json, M& message, const std::string& path) {
    if constexpr (F::in_oneof)
      return alternative((message.*F::member).template emplace<typename F::Given>(), json, path);
    else
      return value(json, message.*F::member, path);
  }

  template <class A>
  Problem alternative(A& given, const Json& json, const std::string& path) {
    if constexpr (!IsMessage<A> && requires { given.value; })
      return value(json, given.value, path);  // the struct that names a bare string
    else
      return value(json, given, path);
  }

  template <class T>
  Problem value(const Json& json, T& into, const std::string& path) {
    if constexpr (detail::is_optional<T>) {
      return value(json, into.emplace(), path);
    } else if constexpr (IsMessage<T>) {
      return json.is_object() ? fields(json, into, path) : expected(json, path, "an object");
    } else if constexpr (detail::is_repeated<T>) {
      return items(json, into, path);
    } else if constexpr (detail::is_map<T>) {
      return entries(json, into, path);
    } else if constexpr (std::same_as<T, Json>) {
      into = json;
      return std::nullopt;
    } else if constexpr (std::same_as<T, std::string>) {
      if (!json.is_string()) return expected(json, path, "a string");
      into = json.as_string();
      return std::nullopt;
    } else if constexpr (std::same_as<T, bool>) {
      if (!json.is_boolean()) return expected(json, path, "a boolean");
      into = json.as_boolean();
      return std::nullopt;
    } else if constexpr (std::same_as<T, double>) {
      if (!json.is_number()) return expected(json, path, "a number");
      into = json.as_real();
      return std::nullopt;
    } else {
      static_assert(std::same_as<T, std::int32_t> || std::same_as<T, std::int64_t>);
      return integer(json, into, path);
    }
  }

  template <class T>
  Problem items(const Json& json, std::vector<T>& into, const std::string& path) {
    if (!json.is_array()) return expected(json, path, "a list");
    for (const Json& item : json.as_array()) {
      const std::string inner = fmt::format("{}[{}]", path, into.size());
      if (Problem problem = value(item, into.emplace_back(), inner)) return problem;
    }
    return std::nullopt;
  }

  template <class T>
  Problem entries(const Json& json, std::map<std::string, T>& into, const std::string& path) {
    if (!json.is_object()) return expected(json, path, std::same_as<T, std::string> ? "a map of strings" : "a map");
    for (const Json::Member& member : json.as_object()) {
      if (Problem problem = value(member.value, into[member.key], fmt::format("{}.{}", path, member.key)))
        return problem;
    }
    return std::nullopt;
  }

  template <class T>
  Problem integer(const Json& json, T& into, const std::string& path) {
    const std::optional<std::int64_t> number = integer_of(json);
    if (!number) return expected(json, path, "an integer");
    if (*number < std::numeric_limits<T>::min() || *number > std::numeric_limits<T>::max())
      return ReadProblem{fmt::format("`{}` is {}, beyond 32 bits", path, *number), {}};
    into = static_cast<T>(*number);
    return std::nullopt;
  }

  // As a number, as its text, or as the double that it is within a google.protobuf.Struct.
  static std::optional<std::int64_t> integer_of(const Json& json) {
    if (json.is_integer()) return json.as_integer();
    if (json.is_real()) {
      const double real = json.as_real();
      const bool whole = std::abs(real) <= 0x1p53 && std::trunc(real) == real;
      return whole ? std::optional(static_cast<std::int64_t>(real)) : std::nullopt;
    }
    if (!json.is_string()) return std::nullopt;
    const std::string& text = json.as_string();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
  }
};

}  // namespace mlpipe::ir
