#include "mlpipe/dsl/in_out.hpp"

#include "dsl/recorder.hpp"

namespace mlpipe::detail {
namespace {

const ValueRef* first_value(const Text& text) {
  for (const TextSegment& segment : text.segments()) {
    if (segment.value.session.recorder() != nullptr) return &segment.value;
  }
  return nullptr;
}

// A value somewhere in the expression, to learn from it which pipeline is being written.
const ValueRef* first_value(const Expression& expression) {
  if (expression.kind == Expression::Kind::value) return &expression.value;
  if (expression.kind == Expression::Kind::text) return first_value(expression.text);
  for (const Expression& item : expression.list) {
    if (const ValueRef* value = first_value(item)) return value;
  }
  for (const Expression::Entry& entry : expression.map) {
    if (const ValueRef* value = first_value(entry.value)) return value;
  }
  return nullptr;
}

/// `an input of type int`
std::string described(const char* what, const TypeInfo& type) {
  return std::string("an ") + what + " of type " + to_string(type.type());
}

void report_read(const ValueRef* value, const char* what, const TypeInfo& type) {
  if (Recorder* recorder = value == nullptr ? nullptr : value->session.recorder())
    return recorder->report_read_of(*value);
  throw UnboundError(described(what, type) + " is read that only a run of its pipeline knows");
}

}  // namespace

void Slot::require_input(const TypeInfo& type) const { require_held(type, type.optional, "input"); }

void Slot::require_output(const TypeInfo& type) const { require_held(type, false, "output"); }

void Slot::require_held(const TypeInfo& type, bool absent_is_fine, const char* what) const {
  switch (state) {
    case State::held:
      return;
    case State::unset:
      if (absent_is_fine) return;
      throw UnboundError(described(what, type) + " is read that has no value: fill every input that `run` reads");
    case State::unmade:
      throw UnboundError(described(what, type) +
                         " is read that has no value: `run` sets each output, and `add` makes those of tasks");
    case State::out_of_range:
      throw UnboundError(described(what, type) + " is read that was given a number which the type cannot hold");
    case State::value:
      return report_read(&value, what, type);
    case State::expression:
      return report_read(first_value(*expression.get()), what, type);
  }
}

Expression expression_of_slot(const Slot& slot, const TypeInfo& type, const void* value) {
  switch (slot.state) {
    case Slot::State::held:
      // An artifact has no JSON, and is no value that a task made.
      return type.to_json == nullptr ? Expression(ValueRef{}) : Expression(type.to_json(value));
    case Slot::State::value:
    case Slot::State::unmade:
      return Expression(slot.value);
    case Slot::State::expression:
    case Slot::State::out_of_range:
      return *slot.expression.get();
    case Slot::State::unset:
      break;
  }
  Expression nothing;
  nothing.kind = Expression::Kind::nothing;
  return nothing;
}

}  // namespace mlpipe::detail
