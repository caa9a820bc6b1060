#include "compiler/check_constant.hpp"

#include <fmt/format.h>

#include <cmath>

#include "json/exact_integer.hpp"
#include "json/shown.hpp"

namespace mlpipe::compiler {
namespace {

std::optional<ConstantProblem> mismatch(const Json& constant, const Type& type, std::string hint = {}) {
  return ConstantProblem{Code::type_mismatch, fmt::format("{}, not {}", kind_of(constant), to_string(type)),
                         std::move(hint)};
}

// Beyond 2^53 too there are integers that a double holds: 10^16 is one.
bool is_exact_as_double(std::int64_t integer) {
  if (integer <= largest_exact_integer && integer >= -largest_exact_integer) return true;
  const auto rounded = static_cast<double>(integer);
  return rounded < 0x1p63 && static_cast<std::int64_t>(rounded) == integer;
}

std::optional<ConstantProblem> check_number(const Json& constant) {
  if (constant.is_real() && !std::isfinite(constant.as_real())) {
    return ConstantProblem{Code::number_not_exact, "no finite number",
                           "JSON, in which values travel, has only finite numbers"};
  }
  if (constant.is_integer() && !is_exact_as_double(constant.as_integer())) {
    return ConstantProblem{Code::number_not_exact, "beyond 2^53",
                           "numbers travel as doubles, which would round it; pass it as a string"};
  }
  return std::nullopt;
}

std::optional<ConstantProblem> check_elements(const Json& constant, const Type& type) {
  const auto check = [&](const Json& item, const std::string& where) -> std::optional<ConstantProblem> {
    auto problem = type.element() ? check_constant(item, *type.element()) : check_content(item);
    if (problem)
      problem->reason =
          fmt::format("a {} whose {} is {}", constant.is_array() ? "list" : "map", where, problem->reason);
    return problem;
  };
  if (constant.is_array()) {
    std::size_t index = 0;
    for (const Json& item : constant.as_array()) {
      if (auto problem = check(item, fmt::format("item {}", index++))) return problem;
    }
    return std::nullopt;
  }
  for (const Json::Member& member : constant.as_object()) {
    if (auto problem = check(member.value, fmt::format("entry `{}`", member.key))) return problem;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ConstantProblem> check_content(const Json& constant) {
  if (constant.is_null()) {
    return ConstantProblem{
        Code::null_constant, "null",
        "a null among its inputs keeps the backend from replacing any placeholder of the step; leave it out"};
  }
  if (constant.is_number()) return check_number(constant);
  if (constant.is_array()) {
    for (const Json& item : constant.as_array()) {
      if (auto problem = check_content(item)) return problem;
    }
  }
  if (constant.is_object()) {
    for (const Json::Member& member : constant.as_object()) {
      if (auto problem = check_content(member.value)) return problem;
    }
  }
  return std::nullopt;
}

std::optional<ConstantProblem> check_constant(const Json& constant, const Type& type) {
  if (type.is_artifact()) return mismatch(constant, type, "an artifact is the output of a task");
  if (constant.is_null()) return check_content(constant);
  switch (type.kind()) {
    case Type::string:
      return constant.is_string() ? std::nullopt : mismatch(constant, type);
    case Type::boolean:
      return constant.is_boolean() ? std::nullopt : mismatch(constant, type);
    case Type::integer:
      return constant.is_integer() ? check_number(constant) : mismatch(constant, type);
    case Type::number:
      return constant.is_number() ? check_number(constant) : mismatch(constant, type);
    case Type::list:
      return constant.is_array() ? check_elements(constant, type) : mismatch(constant, type);
    case Type::structure:
      return constant.is_object() ? check_elements(constant, type) : mismatch(constant, type);
    default:
      return mismatch(constant, type, "the backend fills this input; leave it out");
  }
}

}  // namespace mlpipe::compiler
