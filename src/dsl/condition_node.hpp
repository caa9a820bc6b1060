// What a Condition is made of: nodes that do not change, and that conditions share.
#pragma once

#include <cstdint>

#include "ir/condition_size.hpp"
#include "mlpipe/dsl/condition.hpp"

namespace mlpipe::detail {

struct ConditionNode {
  ir::ConditionOp op = ir::ConditionOp::truth;
  Expression left, right;                // of a comparison; a truth has a left one
  ConditionNode* operands[2] = {};       // of both and either; a negation has the first
  ir::ConditionSize size;                // kept, as what is shared may be too large to be walked through
  std::uint32_t references = 1;          // a plain number: one thread writes a pipeline
  ConditionNode* next_unused = nullptr;  // while it is being deleted
};

}  // namespace mlpipe::detail
