// The part of CEL that conditions of tasks are written in: values of inputs, literals, comparisons, && || !, unary
// minus, parentheses, and the conversions int(), double(), string(). Anything else is an error that says where.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "mlpipe/json.hpp"

namespace mlpipe::local {

/// Why an expression cannot be read or evaluated.
struct CelError {
  std::string message;
  std::size_t offset = 0;  ///< bytes from the start of the expression
};

/// What `inputs.parameter_values` holds.
using CelInputs = std::map<std::string, Json>;

/// Evaluates a condition. As in CEL: a key that is not there and types that do not fit are errors, of which `&&` and
/// `||` take no notice where the other side decides; numbers compare by value, whatever their type; `==` of different
/// kinds is false. As KFP's driver has it, numbers among the inputs are doubles.
std::variant<bool, CelError> evaluate_condition(std::string_view expression, const CelInputs& inputs);

/// Reads a condition without evaluating it.
std::optional<CelError> check_condition(std::string_view expression);

}  // namespace mlpipe::local
