/// Pipelines without structs, for programs that build them from data: components, values and tasks whose names and
/// types are known when the program runs. Typed and untyped mix both ways.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/dsl/container.hpp"
#include "mlpipe/dsl/in_out.hpp"
#include "mlpipe/task_config.hpp"
#include "mlpipe/type.hpp"

namespace mlpipe {

/// A value of a pipeline whose type is known when the pipeline is written: an input, a task's output. Every In and Out
/// is one.
class Value {
 public:
  using mlpipe_symbol = Value;

  /// No value yet: to be assigned.
  Value() = default;
  template <class T>
  Value(const Input<T>& in) : slot_(detail::Access::slot(in)) {  // NOLINT(google-explicit-constructor)
    using State = detail::Slot::State;
    if (slot_.state == State::held || slot_.state == State::unset) hold(in.mlpipe_expression());
  }
  template <class T>
  Value(const Output<T>& out) : slot_(detail::Access::slot(out)) {}  // NOLINT(google-explicit-constructor)
  explicit Value(detail::ValueRef value);

  /// The value as an Out<T>. Checked at once: where its type is another, a diagnostic is recorded and the Out is known
  /// to be bad, so that no further ones follow from it.
  template <class T>
  Out<T> as(SourceLocation at = SourceLocation::current()) const {
    Out<T> typed;
    detail::Access::slot(typed) = converted_slot(detail::describe_type<T>(), at);
    return typed;
  }

  Text mlpipe_text() const { return detail::text_of_slot(slot_, ir::SegmentKind::value, {}); }
  detail::Expression mlpipe_expression() const;

 private:
  friend struct detail::Access;
  void hold(detail::Expression constant);
  detail::Slot converted_slot(const Type& type, const SourceLocation& at) const;

  detail::Slot slot_{detail::Slot::State::unmade};
};

/// What is given to an input of a DynamicComponent: a constant, a value, or text.
class Argument {
 public:
  template <class T>
  requires(detail::Symbolic<T> || std::constructible_from<Json, const T&> || detail::Composed<T>)
      Argument(const T& given)
      : expression_(make(given)) {}  // NOLINT(google-explicit-constructor)

  const detail::Expression& expression() const { return expression_; }

 private:
  template <class T>
  static detail::Expression make(const T& given) {
    if constexpr (detail::Symbolic<T>)
      return given.mlpipe_expression();
    else if constexpr (detail::Composed<T>)
      return detail::Expression(Text(given));
    else
      return detail::Expression(Json(given));
  }
  detail::Expression expression_;
};

/// An argument by name: `{{"images", data["train"]}, {"width", 224}}`.
struct NamedArgument {
  std::string input;
  Argument value;
};

/// What may be said of an input.
struct InputOptions {
  std::optional<Json> default_value = {};  ///< given, the input is optional
  std::string description = {};
  bool optional = false;            ///< may be absent, without a default
  std::vector<Json> literals = {};  ///< the only values allowed; empty: any
};

struct DynamicInput {
  std::string name;
  Type type = Type::string;
  InputOptions options = {};
};

struct DynamicOutput {
  std::string name;
  Type type = Type::string;
  std::string description = {};
};

/// A container component made from data. Placeholders name its inputs and outputs: input_value("width"),
/// input_path("images"), output_path("resized"), if_present("filter", ...).
struct DynamicComponent {
  std::string name;
  std::string description = {};
  std::vector<DynamicInput> inputs = {};
  std::vector<DynamicOutput> outputs = {};
  ContainerSpec container = {};
  TaskConfigPassthroughs task_config = {};  ///< what its input of Type::task_config gets of its tasks' options
};

/// A task of a DynamicComponent.
class DynamicTask {
 public:
  /// The output of that name. Where there is none, a diagnostic is recorded and the value is known to be bad.
  Value operator[](std::string_view output) const { return find_output(output, SourceLocation()); }
  /// The same, with the place of the call in the diagnostic.
  Value output(std::string_view name, SourceLocation at = SourceLocation::current()) const {
    return find_output(name, at);
  }

 private:
  friend struct detail::Access;
  Value find_output(std::string_view name, SourceLocation at) const;
  detail::TaskHandle mlpipe_task_;
};

}  // namespace mlpipe
