#include <fmt/format.h>

#include <algorithm>

#include "compiler/check_constant.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "ir/condition_size.hpp"
#include "json/shown.hpp"

namespace mlpipe::compiler {
namespace {

using Op = ir::Condition::Op;
using Operand = ir::Condition::Operand;

// Without recursion: the tree may be what a program built in a loop.
ir::ConditionSize size_of(const ir::Condition& condition) {
  ir::ConditionSize size{0, 1};
  std::vector<std::pair<const ir::Condition*, std::uint32_t>> open = {{&condition, 1}};  // with its level
  while (!open.empty()) {
    const auto [next, level] = open.back();
    open.pop_back();
    size.levels = std::max(size.levels, level);
    if (next->operands.empty()) ++size.terms;
    for (const ir::Condition& operand : next->operands) {
      const bool same_level = operand.op == next->op && next->op != Op::negation;
      open.emplace_back(&operand, level + (same_level ? 0 : 1));
    }
  }
  return size;
}

class Checker {
 public:
  Checker(Compilation& c, const SourceLocation& at) : c_(c), graph_(c.graph), at_(at) {}

  void check(const ir::Condition& condition) {
    if (const auto problem = problem_of(size_of(condition))) {
      c_.report(Code::condition_too_large, at_, *problem, "let a component decide, and test its boolean output");
      return;
    }
    ir::for_each_condition(condition, [this](const ir::Condition& part) { check_part(part); });
  }

 private:
  void check_part(const ir::Condition& part) {
    if (part.op == Op::both || part.op == Op::either || part.op == Op::negation) return;
    if (part.op == Op::truth) return check_truth(part.left);
    const bool left_is_value = std::holds_alternative<ir::ValueId>(part.left);
    const bool right_is_value = std::holds_alternative<ir::ValueId>(part.right);
    if (!left_is_value && !right_is_value) return report_constant();
    if (is_bad(part.left) || is_bad(part.right)) return;  // diagnosed where it was made
    if (!check_operand(part.left) || !check_operand(part.right)) return;
    check_together(part);
  }

  void report_constant() {
    c_.report(Code::constant_condition, at_, "this condition is constant: no value of the pipeline decides it",
              "decide in C++ with a plain `if`, before the tasks are added");
  }

  static bool is_bad(const Operand& operand) {
    const auto* value = std::get_if<ir::ValueId>(&operand);
    return value && !*value;
  }

  void check_truth(const Operand& operand) {
    if (is_bad(operand)) return;
    const auto* value = std::get_if<ir::ValueId>(&operand);
    if (!value) return report_constant();
    if (!check_operand(operand)) return;
    if (const Type& type = type_of(graph_, *value); type.kind() != Type::boolean) {
      c_.report(Code::bad_operand, at_,
                fmt::format("{} is {}, and no condition by itself", describe(graph_, *value), to_string(type)),
                "compare it with something")
          .with(location_of(graph_, *value), fmt::format("{} comes from here", describe(graph_, *value)));
    }
  }

  bool check_operand(const Operand& operand) {
    if (const auto* json = std::get_if<Json>(&operand)) return check_constant_operand(*json);
    const ir::ValueId value = std::get<ir::ValueId>(operand);
    const Type& type = type_of(graph_, value);
    const std::string what = describe(graph_, value);
    if (type.is_artifact() || type.kind() > Type::boolean) {
      c_.report(Code::bad_operand, at_, fmt::format("{} is {}, which cannot be compared", what, to_string(type)),
                "compare strings, numbers and booleans; let a component look into anything else")
          .with(location_of(graph_, value), fmt::format("{} comes from here", what));
      return false;
    }
    if (may_be_absent(graph_, value)) {
      c_.report(Code::bad_operand, at_, fmt::format("{} may be absent, and then the step fails", what),
                "give the input a default that stands for \"not given\"")
          .with(location_of(graph_, value), fmt::format("{} is declared here", what));
      return false;
    }
    return true;
  }

  bool check_constant_operand(const Json& json) {
    if (json.is_null() || json.is_array() || json.is_object()) {
      c_.report(Code::bad_operand, at_, fmt::format("{} cannot be compared: {}", kind_of(json), shown(json)),
                "compare with a string, a number or a boolean");
      return false;
    }
    const Type type = json.is_integer() ? Type::integer : Type::number;
    if (json.is_number()) {
      if (const auto problem = check_constant(json, type)) {
        c_.report(problem->code, at_, fmt::format("{} in this condition is {}", shown(json), problem->reason),
                  problem->hint);
        return false;
      }
    }
    return true;
  }

  Type type_of_operand(const Operand& operand) const {
    if (const auto* value = std::get_if<ir::ValueId>(&operand)) return type_of(graph_, *value);
    const Json& json = std::get<Json>(operand);
    if (json.is_boolean()) return Type::boolean;
    if (json.is_string()) return Type::string;
    return json.is_integer() ? Type::integer : Type::number;
  }

  std::string describe_operand(const Operand& operand) const {
    if (const auto* value = std::get_if<ir::ValueId>(&operand)) return describe(graph_, *value);
    return shown(std::get<Json>(operand));
  }

  static bool is_number(const Type& type) { return type.kind() == Type::integer || type.kind() == Type::number; }

  void check_together(const ir::Condition& part) {
    const Type left = type_of_operand(part.left), right = type_of_operand(part.right);
    if (left.kind() != right.kind() && !(is_number(left) && is_number(right))) {
      Diagnostic& diagnostic =
          c_.report(Code::operands_differ, at_,
                    fmt::format("{} is {}, but {} is {}: they can never be equal", describe_operand(part.left),
                                to_string(left), describe_operand(part.right), to_string(right)),
                    "compare with a constant or value of the same type");
      for (const Operand* operand : {&part.left, &part.right}) {
        const auto* value = std::get_if<ir::ValueId>(operand);
        if (value)
          diagnostic.with(location_of(graph_, *value), fmt::format("{} comes from here", describe(graph_, *value)));
      }
    } else if (left.kind() == Type::boolean && part.op != Op::equal && part.op != Op::not_equal) {
      c_.report(Code::operands_differ, at_, "booleans have no order", "use `==`, `!=`, `&&`, `||` or `!`");
    }
  }

  Compilation& c_;
  const ir::Graph& graph_;
  SourceLocation at_;
};

}  // namespace

void check_conditions(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_scope(c.graph, body, [&](ir::ScopeId id) {
      const ir::Scope& scope = c.graph[id];
      if (scope.condition) Checker(c, scope.location).check(*scope.condition);
    });
  }
}

}  // namespace mlpipe::compiler
