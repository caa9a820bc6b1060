#include "mlpipe/dsl/condition.hpp"

namespace mlpipe::detail {

ConditionNode::ConditionNode(ir::ConditionOp what, Expression first, Expression second)
    : op(what), left(std::move(first)), right(std::move(second)) {}
ConditionNode::ConditionNode(ir::ConditionOp what, std::vector<ConditionNode> of) : op(what), operands(std::move(of)) {}
ConditionNode::ConditionNode(const ConditionNode& other) = default;
ConditionNode::ConditionNode(ConditionNode&& other) noexcept = default;
ConditionNode& ConditionNode::operator=(const ConditionNode& other) = default;
ConditionNode& ConditionNode::operator=(ConditionNode&& other) noexcept = default;
ConditionNode::~ConditionNode() = default;

Condition combine(ir::ConditionOp op, const Condition& left, const Condition& right) {
  return Condition(ConditionNode(op, {left.node(), right.node()}));
}

Condition negate(const Condition& condition) {
  return Condition(ConditionNode(ir::ConditionOp::negation, {condition.node()}));
}

}  // namespace mlpipe::detail
