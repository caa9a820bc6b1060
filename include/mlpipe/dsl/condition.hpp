/// Conditions: expressions on In, Out and Value with == != < <= > >= && || !, and bare booleans.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/dsl/in_out.hpp"
#include "mlpipe/ir/condition_op.hpp"

namespace mlpipe {

class Condition;
class Value;

namespace detail {

struct ConditionNode;
/// A node with one reference, for a Condition to take over: of a comparison, or of a truth (which has no right side).
ConditionNode* make_comparison(ir::ConditionOp op, Expression left, Expression right);
Condition combine(ir::ConditionOp op, const Condition& left, const Condition& right);
Condition negate(const Condition& condition);

enum class OperandKind { none, any, number, text, boolean };

template <class T>
consteval OperandKind operand_kind() {
  using S = typename symbol_of<T>::type;
  if constexpr (std::same_as<T, Value>)
    return OperandKind::any;
  else if constexpr (std::same_as<S, int> || std::same_as<S, std::int64_t> || std::same_as<S, double> ||
                     LiteralNumber<S>)
    return OperandKind::number;
  else if constexpr (std::same_as<S, std::string> || LiteralText<S>)
    return OperandKind::text;
  else if constexpr (std::same_as<S, bool> || std::same_as<T, bool>)
    return OperandKind::boolean;
  else if constexpr (Number<T>)
    return OperandKind::number;
  else if constexpr (Constant<T, std::string>::value)
    return OperandKind::text;
  else
    return OperandKind::none;
}
template <class T>
inline constexpr OperandKind kind_of_operand = operand_kind<T>();

// Numbers compare with numbers, strings with strings, booleans with booleans; what a Value is, is seen when compiling.
// An optional may be absent, which the backends' conditions cannot ask: it does not compare.
template <class L, class R>
inline constexpr bool comparable = kind_of_operand<L> != OperandKind::none&& kind_of_operand<R> != OperandKind::none &&
                                   (kind_of_operand<L> == kind_of_operand<R> ||
                                    kind_of_operand<L> == OperandKind::any || kind_of_operand<R> == OperandKind::any);

template <class L, class R>
concept OneIsSymbolic = Symbolic<L> || Symbolic<R>;

template <class T>
Expression operand(const T& value) {
  if constexpr (Symbolic<T>)
    return value.mlpipe_expression();
  else if constexpr (is_literal_string<const T>::value)
    return Expression(Json(std::string_view(value)));
  else
    return Expression(Json(value));
}

template <class T>
concept ConditionLike = std::same_as<T, Condition> || std::same_as<T, Value> ||
    (Symbolic<T>&& std::same_as<typename symbol_of<T>::type, bool>);

template <class L, class R>
concept NotBothConditions = (Symbolic<L> || Symbolic<R> || std::same_as<L, Condition> ||
                             std::same_as<R, Condition>)&&!(ConditionLike<L> && ConditionLike<R>);

}  // namespace detail

/// The test of a branch. It is evaluated by the backend when the pipeline runs, so it has no conversion to bool.
/// Conditions share what they are combined of: combining, negating and copying take constant time.
class Condition {
 public:
  /// A boolean value as it is.
  template <detail::ConditionLike S>
  requires(!std::same_as<S, Condition>) Condition(const S& flag)
      : Condition(detail::make_comparison(ir::ConditionOp::truth, detail::operand(flag), {})) {}  // NOLINT
  explicit Condition(detail::ConditionNode* node) noexcept : node_(node) {}
  Condition(const Condition& other) noexcept;
  Condition& operator=(const Condition& other) noexcept;
  ~Condition();

  const detail::ConditionNode& node() const { return *node_; }

 private:
  friend Condition detail::combine(ir::ConditionOp op, const Condition& left, const Condition& right);
  friend Condition detail::negate(const Condition& condition);
  detail::ConditionNode* node_;  // never nullptr, also after a move: moving copies
};

namespace detail {

template <class L, class R>
Condition compare(ir::ConditionOp op, const L& left, const R& right) {
  return Condition(make_comparison(op, operand(left), operand(right)));
}

}  // namespace detail

#define MLPIPE_COMPARISON(symbol, op)                                                                           \
  template <class L, class R>                                                                                   \
  requires(detail::OneIsSymbolic<L, R> && detail::comparable<L, R>) Condition operator symbol(const L& left,    \
                                                                                              const R& right) { \
    return detail::compare(op, left, right);                                                                    \
  }                                                                                                             \
  template <class L, class R>                                                                                   \
  requires(detail::OneIsSymbolic<L, R> && !detail::comparable<L, R>) detail::these_do_not_compare<L, R>         \
  operator symbol(const L& left, const R& right);

MLPIPE_COMPARISON(==, ir::ConditionOp::equal)
MLPIPE_COMPARISON(!=, ir::ConditionOp::not_equal)
MLPIPE_COMPARISON(<, ir::ConditionOp::less)
MLPIPE_COMPARISON(<=, ir::ConditionOp::less_equal)
MLPIPE_COMPARISON(>, ir::ConditionOp::greater)
MLPIPE_COMPARISON(>=, ir::ConditionOp::greater_equal)
#undef MLPIPE_COMPARISON

template <detail::ConditionLike L, detail::ConditionLike R>
Condition operator&&(const L& left, const R& right) {
  return detail::combine(ir::ConditionOp::both, left, right);
}
template <detail::ConditionLike L, detail::ConditionLike R>
Condition operator||(const L& left, const R& right) {
  return detail::combine(ir::ConditionOp::either, left, right);
}
template <detail::ConditionLike C>
Condition operator!(const C& condition) {
  return detail::negate(condition);
}

template <class L, class R>
requires detail::NotBothConditions<L, R> detail::not_all_operands_are_conditions<L, R>
operator&&(const L&, const R&);
template <class L, class R>
requires detail::NotBothConditions<L, R> detail::not_all_operands_are_conditions<L, R>
operator||(const L&, const R&);
template <detail::Symbolic S>
requires(!detail::ConditionLike<S>) detail::not_all_operands_are_conditions<S>
operator!(const S&);

// Arithmetic, which the backends have none of.
template <class L, class R>
requires detail::OneIsSymbolic<L, R> detail::only_a_run_can_compute_with_these<L, R>
operator+(const L&, const R&);
template <class L, class R>
requires detail::OneIsSymbolic<L, R> detail::only_a_run_can_compute_with_these<L, R>
operator-(const L&, const R&);
template <class L, class R>
requires detail::OneIsSymbolic<L, R> detail::only_a_run_can_compute_with_these<L, R>
operator*(const L&, const R&);
template <class L, class R>
requires detail::OneIsSymbolic<L, R> detail::only_a_run_can_compute_with_these<L, R>
operator/(const L&, const R&);

}  // namespace mlpipe
