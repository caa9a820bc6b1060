/// Whether a constant is of a type.
#pragma once

#include <optional>
#include <string>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/json.hpp"
#include "mlpipe/type.hpp"

namespace mlpipe::compiler {

/// What is wrong with a constant, to be put into a sentence: "<what is given> is <reason>".
struct ConstantProblem {
  Code code;
  std::string reason;  ///< "a string, not int"
  std::string hint;
};

/// None where the constant may be given to an input of that type.
std::optional<ConstantProblem> check_constant(const Json& constant, const Type& type);
/// None where nothing in the constant, at any depth, is lost or harmful on its way: whatever its type is.
std::optional<ConstantProblem> check_content(const Json& constant);

}  // namespace mlpipe::compiler
