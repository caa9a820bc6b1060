#include "compiler/condition_text.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "compiler/spec_parts.hpp"

namespace mlpipe::compiler {
namespace {

using Op = ir::Condition::Op;
using Operand = ir::Condition::Operand;

// How strongly the text around binds: what binds weaker needs parentheses.
enum class Binding { loose, both, tight };

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    switch (c) {
      case '\'':
        result += "\\'";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
          result += fmt::format("\\x{:02x}", c);
        else
          result += c;
    }
  }
  return result + '\'';
}

std::string_view symbol(Op op) {
  switch (op) {
    case Op::equal:
      return "==";
    case Op::not_equal:
      return "!=";
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    default:
      return ">=";
  }
}

Op mirrored(Op op) {
  switch (op) {
    case Op::less:
      return Op::greater;
    case Op::less_equal:
      return Op::greater_equal;
    case Op::greater:
      return Op::less;
    case Op::greater_equal:
      return Op::less_equal;
    default:
      return op;
  }
}

bool is_integer(const ir::Graph& graph, const Operand& operand) {
  if (const auto* value = std::get_if<ir::ValueId>(&operand)) return type_of(graph, *value).kind() == Type::integer;
  return std::get<Json>(operand).is_integer();
}

bool is_real(const ir::Graph& graph, const Operand& operand) {
  if (const auto* value = std::get_if<ir::ValueId>(&operand)) return type_of(graph, *value).kind() == Type::number;
  return std::get<Json>(operand).is_real();
}

// All numbers travel as doubles: what shall be an integer has to be said.
std::string operand_text(const ir::Graph& graph, const Operand& operand, const Operand& other) {
  std::string text;
  if (const auto* value = std::get_if<ir::ValueId>(&operand)) {
    text = fmt::format("inputs.parameter_values['{}']", channel_name(full_name(graph, *value)));
    if (is_integer(graph, operand)) text = fmt::format("int({})", text);
  } else {
    const Json& constant = std::get<Json>(operand);
    text = constant.is_string() ? quoted(constant.as_string()) : dump(constant);
  }
  return is_integer(graph, operand) && is_real(graph, other) ? fmt::format("double({})", text) : text;
}

std::string comparison(const ir::Graph& graph, const ir::Condition& condition) {
  const Operand* left = &condition.left;
  const Operand* right = &condition.right;
  Op op = condition.op;
  if (!std::holds_alternative<ir::ValueId>(*left)) {
    std::swap(left, right);
    op = mirrored(op);
  }
  return fmt::format("{} {} {}", operand_text(graph, *left, *right), symbol(op), operand_text(graph, *right, *left));
}

// Appends, so that the work grows with the text alone.
void append(std::string& text, const ir::Graph& graph, const ir::Condition& condition, Binding around) {
  const auto append_all = [&](std::string_view word, Binding binding) {
    if (around > binding) text += '(';
    for (const ir::Condition& operand : condition.operands) {
      if (&operand != &condition.operands.front()) text += word;
      append(text, graph, operand, binding);
    }
    if (around > binding) text += ')';
  };
  switch (condition.op) {
    case Op::truth:
      text += operand_text(graph, condition.left, Json(true)) + " == true";
      break;
    case Op::both:
      append_all(" && ", Binding::both);
      break;
    case Op::either:
      append_all(" || ", Binding::loose);
      break;
    case Op::negation:
      text += "!(";
      append(text, graph, condition.operands.front(), Binding::loose);
      text += ')';
      break;
    default:
      text += comparison(graph, condition);
  }
}

std::string text_in(const ir::Graph& graph, const ir::Condition& condition, Binding around) {
  std::string text;
  append(text, graph, condition, around);
  return text;
}

}  // namespace

std::string condition_text(const ir::Graph& graph, const ir::Condition& condition) {
  return text_in(graph, condition, Binding::loose);
}

std::string branch_text(const ir::Graph& graph, const ir::Scope& branches, std::size_t index) {
  std::string text;
  for (std::size_t i = 0; i < index; ++i) {
    const auto& earlier = graph[std::get<ir::ScopeId>(branches.children[i])].condition;
    if (!text.empty()) text += " && ";
    text += fmt::format("!({})", condition_text(graph, *earlier));
  }
  const auto& own = graph[std::get<ir::ScopeId>(branches.children[index])].condition;
  if (!own) return text;
  if (text.empty()) return condition_text(graph, *own);
  return text + " && " + text_in(graph, *own, Binding::both);
}

}  // namespace mlpipe::compiler
