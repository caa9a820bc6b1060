/// What a container component runs: `ContainerSpec`, and `if_present` for its arguments.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "mlpipe/dsl/in_out.hpp"
#include "mlpipe/dsl/text.hpp"

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"  // of diagnose_if, which GCC does not have
#endif

namespace mlpipe {

class ContainerArgument;

namespace detail {

struct IfPresent {
  Slot input;
  std::string input_name;  ///< of an untyped component
  std::vector<ContainerArgument> then;
  std::vector<ContainerArgument> otherwise;
};

struct Concatenation {
  std::vector<ContainerArgument> parts;
};

}  // namespace detail

/// An element of a container's command or arguments: what a Text is made from, if_present(), or concat().
class ContainerArgument {
 public:
  template <class T>
  requires std::constructible_from<Text, const T&> ContainerArgument(const T& text)
      : text_(text) {}                               // NOLINT(google-explicit-constructor)
  ContainerArgument(detail::IfPresent alternative);  // NOLINT(google-explicit-constructor)
  ContainerArgument(detail::Concatenation whole);    // NOLINT(google-explicit-constructor)
  template <class Given>
  requires(!std::constructible_from<Text, const Given&> && !std::same_as<Given, ContainerArgument> &&
           !std::same_as<Given, detail::IfPresent> && !std::same_as<Given, detail::Concatenation>)
      ContainerArgument(const Given& not_a_text)
#ifdef __clang__  // see refusal.hpp
  __attribute__((diagnose_if(sizeof(&not_a_text) != 0, "not a text, nor if_present()", "error")));
#else
  = delete;
#endif

  const Text& text() const { return text_; }
  const detail::IfPresent* if_present() const { return if_present_.empty() ? nullptr : &if_present_.front(); }
  const detail::Concatenation* concat() const { return concat_.empty() ? nullptr : &concat_.front(); }

 private:
  Text text_;
  std::vector<detail::IfPresent> if_present_;  // none or one
  std::vector<detail::Concatenation> concat_;  // likewise
};

/// Arguments that stand only where an optional input is given, and those that stand where it is not. They hold texts
/// with inputs, but no outputs. Where one of them is an if_present() itself, each task has to say which it is: the
/// backends decide one level alone.
template <class T>
ContainerArgument if_present(const Input<T>& input, std::vector<ContainerArgument> then,
                             std::vector<ContainerArgument> otherwise = {}) {
  return detail::IfPresent{detail::Access::slot(input), {}, std::move(then), std::move(otherwise)};
}
/// The same for a DynamicComponent, whose inputs have names.
ContainerArgument if_present(std::string input, std::vector<ContainerArgument> then,
                             std::vector<ContainerArgument> otherwise = {});

/// One word out of several, among them if_present(): `concat({"--where=", bucket, if_present(folder, {text("/{}",
/// folder)})})`. Each if_present() gives at most one word. Backends that replace only texts are given texts: one for
/// each answer, so that no more than three inputs can be asked for.
ContainerArgument concat(std::vector<ContainerArgument> parts);

/// An environment variable of a container: `{{"OMP_NUM_THREADS", "4"}}`. No backend replaces placeholders in its value.
struct EnvironmentVariable {
  std::string name;
  Text value;
};

/// The image to run, and how.
struct ContainerSpec {
  Text image = {};
  std::vector<ContainerArgument> command = {};
  std::vector<ContainerArgument> args = {};
  std::vector<EnvironmentVariable> env = {};
};

// Placeholders by name, for a DynamicComponent.
Text input_value(std::string name);
Text input_path(std::string name);
Text input_uri(std::string name);
Text input_metadata(std::string name, std::string key);
Text input_list(std::string name);  ///< all artifacts of a list, as JSON
Text output_path(std::string name);
Text output_uri(std::string name);
Text output_metadata(std::string name, std::string key);

/// {{$}}: the whole ExecutorInput as JSON, as an argument of a container.
Text executor_input();
/// Where a container may write an ExecutorOutput.
Text executor_output();

}  // namespace mlpipe

#ifdef __clang__
#pragma clang diagnostic pop
#endif
