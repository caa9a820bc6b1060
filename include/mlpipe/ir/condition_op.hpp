/// What a condition's node does.
#pragma once

#include <cstdint>

namespace mlpipe::ir {

enum class ConditionOp : std::uint8_t {
  truth,  ///< one operand, a boolean value
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,  ///< the comparisons: two operands, at least one of them a value
  both,
  either,   ///< two conditions
  negation  ///< one condition
};

}  // namespace mlpipe::ir
