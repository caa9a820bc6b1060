#include "mlpipe/dsl/condition.hpp"

#include <utility>

#include "dsl/condition_node.hpp"

namespace mlpipe {
namespace {

using detail::ConditionNode;

ConditionNode* share(ConditionNode* node) noexcept {
  ++node->references;
  return node;
}

// Without recursion: a program may have built the condition in a long loop.
void release(ConditionNode* node) noexcept {
  ConditionNode* unused = nullptr;
  const auto drop = [&unused](ConditionNode* one) {
    if (one == nullptr || --one->references != 0) return;
    one->next_unused = std::exchange(unused, one);
  };
  drop(node);
  while (unused != nullptr) {
    ConditionNode* const last = std::exchange(unused, unused->next_unused);
    for (ConditionNode* operand : last->operands) drop(operand);
    delete last;
  }
}

ConditionNode* make_combination(ir::ConditionOp op, ConditionNode* first, ConditionNode* second) {
  auto* node = new ConditionNode;
  node->op = op;
  node->operands[0] = share(first);
  node->size.add(op, first->size, first->op);
  if (second == nullptr) return node;
  node->operands[1] = share(second);
  node->size.add(op, second->size, second->op);
  return node;
}

}  // namespace

Condition::Condition(const Condition& other) noexcept : node_(share(other.node_)) {}

// Of itself too: shared once more before it is released.
Condition& Condition::operator=(const Condition& other) noexcept {  // NOLINT(bugprone-unhandled-self-assignment)
  release(std::exchange(node_, share(other.node_)));
  return *this;
}

Condition::~Condition() { release(node_); }

namespace detail {

ConditionNode* make_comparison(ir::ConditionOp op, Expression left, Expression right) {
  auto* node = new ConditionNode;
  node->op = op;
  node->left = std::move(left);
  node->right = std::move(right);
  node->size = ir::ConditionSize::of_term();
  return node;
}

Condition combine(ir::ConditionOp op, const Condition& left, const Condition& right) {
  return Condition(make_combination(op, left.node_, right.node_));
}

Condition negate(const Condition& condition) {
  return Condition(make_combination(ir::ConditionOp::negation, condition.node_, nullptr));
}

}  // namespace detail
}  // namespace mlpipe
