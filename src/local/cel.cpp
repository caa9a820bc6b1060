#include "local/cel.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace mlpipe::local {
namespace {

// ---- Reading -------------------------------------------------------------------------------------------------------

struct Node {
  enum class Kind : std::uint8_t { literal, input, call, negate, minus, both, either, compare };
  Kind kind = Kind::literal;
  std::size_t offset = 0;
  Json literal;
  std::string name;  ///< of an input, a function, or a comparison
  std::vector<Node> operands;
};

struct Unreadable {
  CelError error;
};

constexpr std::string_view digits = "0123456789";
constexpr std::string_view word_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

void append_utf8(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F)), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  }
}

/// By recursive descent, one function for each level of CEL's grammar. Throws Unreadable; nobody outside sees that.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Node whole() {
    Node node = either();
    skip_blanks();
    if (at_ != text_.size()) fail(fmt::format("`{}` is not understood here", text_.substr(at_, 12)));
    return node;
  }

 private:
  [[noreturn]] void fail(std::string message) const { throw Unreadable{{std::move(message), at_}}; }
  [[noreturn]] static void fail_at(std::size_t offset, std::string message) {
    throw Unreadable{{std::move(message), offset}};
  }

  void skip_blanks() {
    const std::size_t next = text_.find_first_not_of(" \t\r\n\f", at_);
    at_ = next == std::string_view::npos ? text_.size() : next;
  }
  bool take(std::string_view token) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }
  void expect(std::string_view token) {
    if (!take(token)) fail(fmt::format("`{}` is missing here", token));
  }

  Node either() {
    Node node = both();
    while (take("||")) node = combine(Node::Kind::either, std::move(node), both());
    return node;
  }
  Node both() {
    Node node = comparison();
    while (take("&&")) node = combine(Node::Kind::both, std::move(node), comparison());
    return node;
  }
  Node combine(Node::Kind kind, Node left, Node right) {
    Node node;
    node.kind = kind;
    node.offset = left.offset;
    // `a && b && c` as one node, so that long chains need no deep recursion.
    if (left.kind == kind)
      node.operands = std::move(left.operands);
    else
      node.operands.push_back(std::move(left));
    node.operands.push_back(std::move(right));
    return node;
  }

  Node comparison() {
    Node left = unary();
    for (const std::string_view op : {"==", "!=", "<=", ">=", "<", ">"}) {
      skip_blanks();
      const std::size_t offset = at_;
      if (!take(op)) continue;
      Node node;
      node.kind = Node::Kind::compare;
      node.offset = offset;
      node.name = op;
      node.operands.push_back(std::move(left));
      node.operands.push_back(unary());
      return node;
    }
    return left;
  }

  Node unary() {
    skip_blanks();
    const std::size_t offset = at_;
    const bool is_not = !text_.substr(at_).starts_with("!=") && take("!");
    if (!is_not && !take("-")) return primary();
    enter();
    Node node;
    node.kind = is_not ? Node::Kind::negate : Node::Kind::minus;
    node.offset = offset;
    node.operands.push_back(unary());
    --depth_;
    return node;
  }

  Node primary() {
    skip_blanks();
    if (at_ == text_.size()) fail("the expression ends where a value is missing");
    const char first = text_[at_];
    if (first == '(') return parenthesized();
    if (first == '\'' || first == '"') return literal(Json(string_literal()));
    if (digits.find(first) != std::string_view::npos || first == '.') return number();
    if (word_characters.find(first) != std::string_view::npos) return word();
    fail(fmt::format("`{}` is not understood here", text_.substr(at_, 12)));
  }

  Node parenthesized() {
    enter();
    expect("(");
    Node node = either();
    expect(")");
    --depth_;
    return node;
  }

  void enter() {
    constexpr int deepest = 250;  // CEL's own parsers allow as much
    if (++depth_ > deepest) fail("the expression is nested too deeply");
  }

  static Node literal(Json value) {
    Node node;
    node.literal = std::move(value);
    return node;
  }

  Node word() {
    const std::size_t offset = at_;
    std::size_t end = text_.find_first_not_of(word_characters, at_);
    if (end == std::string_view::npos) end = text_.size();
    const std::string_view name = text_.substr(at_, end - at_);
    at_ = end;
    Node node;
    if (name == "true" || name == "false") {
      node = literal(Json(name == "true"));
    } else if (name == "null") {
      node = literal(Json());
    } else if (name == "inputs") {
      node = input();
    } else if (name == "int" || name == "double" || name == "string") {
      expect("(");
      enter();
      node.kind = Node::Kind::call;
      node.name = name;
      node.operands.push_back(either());
      --depth_;
      expect(")");
    } else {
      fail_at(offset, fmt::format("`{}` is not supported in conditions", name));
    }
    node.offset = offset;
    return node;
  }

  Node input() {
    expect(".");
    if (!take("parameter_values")) fail("of `inputs` only `parameter_values` is supported");
    expect("[");
    skip_blanks();
    if (at_ == text_.size() || (text_[at_] != '\'' && text_[at_] != '"')) fail("the name of an input is missing here");
    Node node;
    node.kind = Node::Kind::input;
    node.name = string_literal();
    expect("]");
    return node;
  }

  Node number() {
    const std::size_t start = at_;
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    if (text_.substr(at_).starts_with("0x") || text_.substr(at_).starts_with("0X")) return hexadecimal(begin, end);
    double real = 0;
    const auto [real_end, real_error] = std::from_chars(begin, end, real);
    const std::string_view spelled(begin, static_cast<std::size_t>(real_end - begin));
    at_ += spelled.size();
    if (real_error != std::errc() || !std::isfinite(real)) fail_at(start, "this number is too large");
    require_end_of_number(start);
    if (spelled.find_first_not_of(digits) != std::string_view::npos) return literal(Json(real));
    std::int64_t integer = 0;
    if (std::from_chars(begin, end, integer).ec != std::errc()) fail_at(start, "this integer is too large");
    return literal(Json(integer));
  }

  Node hexadecimal(const char* begin, const char* end) {
    const std::size_t start = at_;
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(begin + 2, end, value, 16);
    at_ += static_cast<std::size_t>(stop - begin);
    if (error != std::errc()) fail_at(start, "this is no integer");
    require_end_of_number(start);
    return literal(Json(value));
  }

  void require_end_of_number(std::size_t start) {
    if (at_ != text_.size() && word_characters.find(text_[at_]) != std::string_view::npos)
      fail_at(start, "this kind of number is not supported in conditions");
  }

  std::string string_literal() {
    const std::size_t start = at_;
    const char quote = text_[at_++];
    std::string value;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '\n' || text_[at_] == '\r') break;
      if (text_[at_] == '\\')
        escape(value);
      else
        value.push_back(text_[at_++]);
    }
    if (at_ == text_.size() || text_[at_] != quote) fail_at(start, "this string does not end");
    ++at_;
    return value;
  }

  void escape(std::string& into) {
    const std::size_t start = at_++;
    const char kind = at_ < text_.size() ? text_[at_++] : '\0';
    constexpr std::string_view names = "abfnrtv\\?\"'`";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\?\"'`";
    if (const std::size_t index = names.find(kind); index != std::string_view::npos)
      into.push_back(meanings[index]);
    else if (kind == 'x' || kind == 'X')
      append_utf8(into, code_point(start, 2, 16));
    else if (kind == 'u')
      append_utf8(into, code_point(start, 4, 16));
    else if (kind == 'U')
      append_utf8(into, code_point(start, 8, 16));
    else if (kind >= '0' && kind <= '3')
      --at_, append_utf8(into, code_point(start, 3, 8));
    else
      fail_at(start, "this is no escape of CEL");
  }

  std::uint32_t code_point(std::size_t start, std::size_t length, int base) {
    std::uint32_t code = 0;
    const std::string_view spelled = text_.substr(at_, length);
    const auto [stop, error] = std::from_chars(spelled.data(), spelled.data() + spelled.size(), code, base);
    const bool whole = spelled.size() == length && stop == spelled.data() + spelled.size() && error == std::errc();
    if (!whole || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) fail_at(start, "this is no escape of CEL");
    at_ += length;
    return code;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

// ---- Evaluating ----------------------------------------------------------------------------------------------------

using Outcome = std::variant<Json, CelError>;

std::string_view kind_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return "a boolean";
  if (value.is_integer()) return "an integer";
  if (value.is_real()) return "a double";
  if (value.is_string()) return "a string";
  return value.is_array() ? "a list" : "a map";
}

CelError error_at(const Node& node, std::string message) { return {std::move(message), node.offset}; }

/// As Go prints a double, which is what the backend's CEL does.
std::string double_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  const double size = std::fabs(value);
  const bool scientific = size != 0 && (size < 1e-4 || size >= 1e6);
  char buffer[64];
  const auto format = scientific ? std::chars_format::scientific : std::chars_format::fixed;
  return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, value, format).ptr);
}

template <class Number>
std::optional<Number> parse_number(const std::string& text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || stop != end || error != std::errc()) return std::nullopt;
  return value;
}

Outcome to_integer(const Node& node, const Json& value) {
  if (value.is_integer()) return value;
  if (value.is_real()) {
    const double whole = std::trunc(value.as_real());
    if (!(whole > -9223372036854775808.0 && whole < 9223372036854775808.0))
      return error_at(node, "int() of a number that no integer holds");
    return Json(static_cast<std::int64_t>(whole));
  }
  if (value.is_string()) {
    if (const auto parsed = parse_number<std::int64_t>(value.as_string())) return Json(*parsed);
    return error_at(node, fmt::format("int() of {}, which is no integer", dump(value)));
  }
  return error_at(node, fmt::format("int() does not take {}", kind_of(value)));
}

Outcome to_double(const Node& node, const Json& value) {
  if (value.is_number()) return Json(value.as_real());
  if (value.is_string()) {
    if (const auto parsed = parse_number<double>(value.as_string())) return Json(*parsed);
    return error_at(node, fmt::format("double() of {}, which is no number", dump(value)));
  }
  return error_at(node, fmt::format("double() does not take {}", kind_of(value)));
}

Outcome to_string_value(const Node& node, const Json& value) {
  if (value.is_string()) return value;
  if (value.is_boolean()) return Json(value.as_boolean() ? "true" : "false");
  if (value.is_integer()) return Json(std::to_string(value.as_integer()));
  if (value.is_real()) return Json(double_text(value.as_real()));
  return error_at(node, fmt::format("string() does not take {}", kind_of(value)));
}

/// -1, 0, 1; none where one of them is NaN. An integer that no double holds is compared as what it is.
std::optional<int> order_of_numbers(const Json& left, const Json& right) {
  const auto order = [](auto a, auto b) { return a < b ? -1 : b < a ? 1 : 0; };
  if (left.is_integer() && right.is_integer()) return order(left.as_integer(), right.as_integer());
  if (std::isnan(left.as_real()) || std::isnan(right.as_real())) return std::nullopt;
  const auto wide = [](const Json& number) {
    return number.is_integer() ? static_cast<long double>(number.as_integer())
                               : static_cast<long double>(number.as_real());
  };
  return order(wide(left), wide(right));
}

class Evaluator {
 public:
  explicit Evaluator(const CelInputs& inputs) : inputs_(inputs) {}

  Outcome evaluate(const Node& node) const {
    switch (node.kind) {
      case Node::Kind::literal:
        return node.literal;
      case Node::Kind::input:
        return input(node);
      case Node::Kind::call:
        return call(node);
      case Node::Kind::negate:
        return negate(node);
      case Node::Kind::minus:
        return minus(node);
      case Node::Kind::both:
        return chain(node, false);
      case Node::Kind::either:
        return chain(node, true);
      case Node::Kind::compare:
        return compare(node);
    }
    return error_at(node, "unknown kind of expression");
  }

 private:
  Outcome input(const Node& node) const {
    const auto found = inputs_.find(node.name);
    if (found == inputs_.end()) return error_at(node, fmt::format("there is no input `{}`", node.name));
    // On the wire all numbers are doubles.
    return found->second.is_integer() ? Json(found->second.as_real()) : found->second;
  }

  Outcome call(const Node& node) const {
    Outcome argument = evaluate(node.operands.front());
    const Json* const value = std::get_if<Json>(&argument);
    if (value == nullptr) return argument;
    if (node.name == "int") return to_integer(node, *value);
    if (node.name == "double") return to_double(node, *value);
    return to_string_value(node, *value);
  }

  Outcome negate(const Node& node) const {
    Outcome operand = evaluate(node.operands.front());
    const Json* const value = std::get_if<Json>(&operand);
    if (value == nullptr) return operand;
    if (!value->is_boolean()) return error_at(node, fmt::format("`!` does not take {}", kind_of(*value)));
    return Json(!value->as_boolean());
  }

  Outcome minus(const Node& node) const {
    Outcome operand = evaluate(node.operands.front());
    const Json* const value = std::get_if<Json>(&operand);
    if (value == nullptr) return operand;
    if (value->is_real()) return Json(-value->as_real());
    if (value->is_integer() && value->as_integer() != std::numeric_limits<std::int64_t>::min())
      return Json(-value->as_integer());
    return error_at(node, fmt::format("`-` does not take {}", kind_of(*value)));
  }

  /// && and ||: one operand that decides, decides; else the first error is the result.
  Outcome chain(const Node& node, bool decisive) const {
    std::optional<CelError> first_error;
    for (const Node& operand : node.operands) {
      Outcome outcome = evaluate(operand);
      if (auto* error = std::get_if<CelError>(&outcome)) {
        if (!first_error) first_error = std::move(*error);
        continue;
      }
      const Json& value = std::get<Json>(outcome);
      if (value.is_boolean() && value.as_boolean() == decisive) return value;
      if (!value.is_boolean() && !first_error)
        first_error = error_at(
            operand, fmt::format("`{}` wants booleans, and this is {}", decisive ? "||" : "&&", kind_of(value)));
    }
    if (first_error) return *first_error;
    return Json(!decisive);
  }

  Outcome compare(const Node& node) const {
    Outcome left = evaluate(node.operands[0]);
    Outcome right = evaluate(node.operands[1]);
    if (std::holds_alternative<CelError>(left)) return left;
    if (std::holds_alternative<CelError>(right)) return right;
    const Json& a = std::get<Json>(left);
    const Json& b = std::get<Json>(right);
    if (node.name == "==" || node.name == "!=") return Json(equal(a, b) == (node.name == "=="));
    return ordered(node, a, b);
  }

  static bool equal(const Json& a, const Json& b) {
    return a.is_number() && b.is_number() ? order_of_numbers(a, b) == 0 : a == b;
  }

  static Outcome ordered(const Node& node, const Json& a, const Json& b) {
    std::optional<int> order;
    if (a.is_number() && b.is_number()) {
      order = order_of_numbers(a, b);
    } else if (a.is_string() && b.is_string()) {
      order = a.as_string().compare(b.as_string());
    } else if (a.is_boolean() && b.is_boolean()) {
      order = int{a.as_boolean()} - int{b.as_boolean()};
    } else {
      return error_at(node, fmt::format("`{}` does not compare {} with {}", node.name, kind_of(a), kind_of(b)));
    }
    if (!order) return Json(false);  // NaN
    if (node.name == "<") return Json(*order < 0);
    if (node.name == "<=") return Json(*order <= 0);
    if (node.name == ">") return Json(*order > 0);
    return Json(*order >= 0);
  }

  const CelInputs& inputs_;
};

}  // namespace

std::variant<bool, CelError> evaluate_condition(std::string_view expression, const CelInputs& inputs) {
  try {
    const Node node = Parser(expression).whole();
    Outcome outcome = Evaluator(inputs).evaluate(node);
    if (auto* error = std::get_if<CelError>(&outcome)) return std::move(*error);
    const Json& value = std::get<Json>(outcome);
    if (value.is_boolean()) return value.as_boolean();
    return CelError{fmt::format("a condition is to be true or false, and this is {}", kind_of(value)), 0};
  } catch (const Unreadable& unreadable) {
    return unreadable.error;
  }
}

std::optional<CelError> check_condition(std::string_view expression) {
  try {
    Parser(expression).whole();
    return std::nullopt;
  } catch (const Unreadable& unreadable) {
    return unreadable.error;
  }
}

}  // namespace mlpipe::local
