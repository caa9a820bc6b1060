// How large a condition is, and how large the backends can read one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "mlpipe/ir/condition_op.hpp"

namespace mlpipe::ir {

/// Counted as the text has it: `a && b && c` is one level of three terms, however it was put together.
struct ConditionSize {
  std::uint64_t terms =
      0;  ///< comparisons and booleans; sharing can double them without end, so the number stops at 2^64 - 1
  std::uint32_t levels = 1;  ///< itself, and what is within negations and parentheses

  static constexpr ConditionSize of_term() { return {1, 1}; }

  /// Adds an operand to the size of its `around`.
  constexpr void add(ConditionOp around, const ConditionSize& operand, ConditionOp op) {
    const bool same_level = op == around && op != ConditionOp::negation;
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    terms = operand.terms > most - terms ? most : terms + operand.terms;
    levels = std::max(levels, operand.levels + (same_level ? 0 : 1));
  }
};

/// cel-go refuses to parse deeper nesting than 250; what is around the condition takes some of that.
inline constexpr std::uint32_t most_condition_levels = 200;
/// And no more than 100,000 characters.
inline constexpr std::uint64_t most_condition_terms = 1000;

/// What to say of a condition that is too large: which limit it passes, and by how much. None where it is not.
inline std::optional<std::string> problem_of(const ConditionSize& size) {
  if (size.levels > most_condition_levels) {
    return "this condition is nested " + std::to_string(size.levels) + " levels deep; backends read " +
           std::to_string(most_condition_levels);
  }
  if (size.terms > most_condition_terms) {
    return "this condition has " + std::to_string(size.terms) + " terms; backends read " +
           std::to_string(most_condition_terms);
  }
  return std::nullopt;
}

}  // namespace mlpipe::ir
