// Elements of a container's command and arguments, from what files say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mlpipe/dsl/dynamic.hpp"

namespace mlpipe::load {

/// Finds placeholders in the texts of one component.
class WordParser {
 public:
  explicit WordParser(const DynamicComponent& component);

  /// A text in which placeholders that name the component's inputs and outputs are found; all others are text.
  Text parse_text(std::string_view text) const;
  /// The same for a whole word of a compiled component, which may also be a `{"Concat": ...}` or `{"IfPresent": ...}`.
  ContainerArgument parse_word(std::string_view word) const;

 private:
  using Words = std::vector<ContainerArgument>;
  using Kinds = std::unordered_map<std::string, bool>;  // whether an input or output is a parameter, by its name

  std::optional<Text> placeholder(std::string_view text) const;
  std::optional<Text> input_placeholder(std::string_view text) const;
  std::optional<Text> output_placeholder(std::string_view text) const;
  std::optional<ContainerArgument> structured_word(const Json& json) const;
  std::optional<ContainerArgument> structured_choice(const Json& json) const;
  std::optional<Words> structured_words(const Json& json) const;

  Kinds inputs_;
  Kinds outputs_;
};

}  // namespace mlpipe::load
