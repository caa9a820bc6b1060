#include "mlpipe/dsl/text.hpp"

#include "mlpipe/dsl/container.hpp"
#include "mlpipe/dsl/in_out.hpp"

namespace mlpipe {
namespace {

detail::TextSegment named_segment(ir::SegmentKind kind, std::string name, std::string key = {}) {
  detail::TextSegment segment;
  segment.kind = kind;
  segment.text = std::move(name);
  segment.key = std::move(key);
  return segment;
}

}  // namespace

Text::Text() = default;
Text::Text(const Text& other) = default;
Text::Text(Text&& other) noexcept = default;
Text& Text::operator=(const Text& other) = default;
Text& Text::operator=(Text&& other) noexcept = default;
Text::~Text() = default;

Text::Text(std::string_view literal) {
  if (!literal.empty()) segments_.push_back(named_segment(ir::SegmentKind::literal, std::string(literal)));
}

Text::Text(RunPlaceholder placeholder) {
  detail::TextSegment segment;
  segment.kind = ir::SegmentKind::run;
  segment.run = placeholder.which;
  segments_.push_back(std::move(segment));
}

Text::Text(detail::TextSegment segment) { segments_.push_back(std::move(segment)); }

void Text::append(const Text& other) {
  for (const detail::TextSegment& segment : other.segments_) {
    const bool joins = segment.kind == ir::SegmentKind::literal && !segments_.empty() &&
                       segments_.back().kind == ir::SegmentKind::literal;
    if (joins)
      segments_.back().text += segment.text;
    else
      segments_.push_back(segment);
  }
}

Text input_value(std::string name) { return Text(named_segment(ir::SegmentKind::input_value, std::move(name))); }
Text input_path(std::string name) { return Text(named_segment(ir::SegmentKind::input_path, std::move(name))); }
Text input_uri(std::string name) { return Text(named_segment(ir::SegmentKind::input_uri, std::move(name))); }
Text input_list(std::string name) { return Text(named_segment(ir::SegmentKind::input_list, std::move(name))); }
Text output_path(std::string name) { return Text(named_segment(ir::SegmentKind::output_path, std::move(name))); }
Text output_uri(std::string name) { return Text(named_segment(ir::SegmentKind::output_uri, std::move(name))); }
Text input_metadata(std::string name, std::string key) {
  return Text(named_segment(ir::SegmentKind::input_metadata, std::move(name), std::move(key)));
}
Text output_metadata(std::string name, std::string key) {
  return Text(named_segment(ir::SegmentKind::output_metadata, std::move(name), std::move(key)));
}
Text executor_input() { return Text(named_segment(ir::SegmentKind::executor_input, {})); }
Text executor_output() { return Text(named_segment(ir::SegmentKind::executor_output, {})); }

ContainerArgument::ContainerArgument(detail::IfPresent alternative) { if_present_.push_back(std::move(alternative)); }
ContainerArgument::ContainerArgument(detail::Concatenation whole) { concat_.push_back(std::move(whole)); }

ContainerArgument if_present(std::string input, std::vector<ContainerArgument> then,
                             std::vector<ContainerArgument> otherwise) {
  return detail::IfPresent{{}, std::move(input), std::move(then), std::move(otherwise)};
}

namespace detail {

Expression::Expression() = default;
Expression::Expression(Json given) : kind(Kind::constant), constant(std::move(given)) {}
Expression::Expression(ValueRef given) : kind(Kind::value), value(std::move(given)) {}
Expression::Expression(Text given) : kind(Kind::text), text(std::move(given)) {}
Expression::Expression(std::vector<Expression> items) : kind(Kind::list), list(std::move(items)) {}
Expression::Expression(std::vector<Entry> entries) : kind(Kind::map), map(std::move(entries)) {}
Expression::Expression(const Expression& other) = default;
Expression::Expression(Expression&& other) noexcept = default;
Expression& Expression::operator=(const Expression& other) = default;
Expression& Expression::operator=(Expression&& other) noexcept = default;
Expression::~Expression() = default;

Text compose_text(std::string_view pattern, const Text* arguments, std::size_t count) {
  Text result;
  std::string literal;
  std::size_t next = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    literal += pattern[i];
    if (pattern[i] != '{' && pattern[i] != '}') continue;
    const bool doubled = i + 1 < pattern.size() && pattern[i + 1] == pattern[i];
    ++i;  // the second of `{{`, `}}` or `{}`: the pattern was checked by the compiler
    if (doubled || next == count) continue;
    literal.pop_back();
    result.append(Text(literal));
    result.append(arguments[next++]);
    literal.clear();
  }
  result.append(Text(literal));
  return result;
}

Text text_of_constant(const Json& constant) {
  if (constant.is_string()) return {constant.as_string()};
  return {dump(constant)};
}

Text text_of_slot(const Slot& slot, ir::SegmentKind kind, std::string_view key) {
  if (const Expression* expression = slot.expression.get(); expression != nullptr && kind == ir::SegmentKind::value) {
    if (expression->kind == Expression::Kind::text) return expression->text;
    if (expression->kind == Expression::Kind::constant) return text_of_constant(expression->constant);
  }
  TextSegment segment;
  segment.kind = kind;
  segment.value = slot.value;
  segment.key = key;
  return Text(std::move(segment));
}

}  // namespace detail
}  // namespace mlpipe
