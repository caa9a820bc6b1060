/// The names of environment variables, of containers and of tasks.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "compiler/limits.hpp"
#include "mlpipe/diagnostic.hpp"

namespace mlpipe::compiler {

struct VariableProblem {
  Code code;
  std::string message;
  std::string hint;
};

/// What Kubernetes takes.
inline bool is_variable_name(std::string_view name) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto allowed = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-' || c == '.';
  };
  return !name.empty() && name.size() <= limits::argument_bytes && !is_digit(name.front()) &&
         std::all_of(name.begin(), name.end(), allowed);
}

/// Calls `report(VariableProblem)` for what is no name, and for each that is there before; `variables` are pairs.
template <class Variables, class Report>
void check_variable_names(const Variables& variables, Report&& report) {
  std::unordered_set<std::string_view> seen;
  for (const auto& [name, value] : variables) {
    if (!is_variable_name(name)) {
      report(VariableProblem{Code::bad_env_name, fmt::format("`{}` is no name of an environment variable", name),
                             "letters, digits, `_`, `-` and `.`, and no digit first"});
    }
    if (!seen.insert(name).second) {
      report(VariableProblem{Code::variable_set_twice, fmt::format("environment variable `{}` is set twice", name),
                             "only the last would count; leave one out"});
    }
  }
}

}  // namespace mlpipe::compiler
