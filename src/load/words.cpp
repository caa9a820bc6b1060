#include "load/words.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "dsl/concat.hpp"

namespace mlpipe::load {
namespace {

using Words = std::vector<ContainerArgument>;

// ---- Placeholders in text ----

/// `['name']` at the front of a text: the name, which is taken off.
std::optional<std::string> take_name(std::string_view& text) {
  if (!text.starts_with("['")) return std::nullopt;
  const std::size_t end = text.find("']", 2);
  if (end == std::string_view::npos) return std::nullopt;
  std::string name(text.substr(2, end - 2));
  text.remove_prefix(end + 2);
  return name;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

WordParser::WordParser(const DynamicComponent& component) {
  for (const DynamicInput& input : component.inputs) inputs_.emplace(input.name, input.type.is_parameter());
  for (const DynamicOutput& output : component.outputs) outputs_.emplace(output.name, output.type.is_parameter());
}

std::optional<Text> WordParser::input_placeholder(std::string_view text) const {
  const bool parameter = take(text, "parameters");
  if (!parameter && !take(text, "artifacts")) return std::nullopt;
  const auto name = take_name(text);
  const auto input = name ? inputs_.find(*name) : inputs_.end();
  if (input == inputs_.end() || input->second != parameter) return std::nullopt;
  if (parameter) return text.empty() ? std::optional(input_value(*name)) : std::nullopt;
  if (text == ".path") return input_path(*name);
  if (text == ".uri") return input_uri(*name);
  return std::nullopt;
}

std::optional<Text> WordParser::output_placeholder(std::string_view text) const {
  if (text == "output_file") return executor_output();
  const bool parameter = take(text, "parameters");
  if (!parameter && !take(text, "artifacts")) return std::nullopt;
  const auto name = take_name(text);
  const auto output = name ? outputs_.find(*name) : outputs_.end();
  if (output == outputs_.end() || output->second != parameter) return std::nullopt;
  if (text == (parameter ? ".output_file" : ".path")) return output_path(*name);
  if (!parameter && text == ".uri") return output_uri(*name);
  return std::nullopt;
}

// What stands between `{{$` and `}}`.
std::optional<Text> WordParser::placeholder(std::string_view text) const {
  if (text.empty()) return executor_input();
  if (take(text, ".inputs.")) return input_placeholder(text);
  if (take(text, ".outputs.")) return output_placeholder(text);
  return std::nullopt;
}

// ---- Placeholders that are JSON ----

std::optional<Words> WordParser::structured_words(const Json& json) const {
  Words words;
  const auto append = [&](const Json& item) {
    auto word = structured_word(item);
    if (!word) return false;
    words.push_back(*std::move(word));
    return true;
  };
  const bool all = json.is_array() ? std::all_of(json.as_array().begin(), json.as_array().end(), append) : append(json);
  return all ? std::optional(std::move(words)) : std::nullopt;
}

std::optional<ContainerArgument> WordParser::structured_choice(const Json& json) const {
  const Json* input = json.find("InputName");
  const Json* then = json.find("Then");
  const Json* otherwise = json.find("Else");
  if (input == nullptr || !input->is_string() || then == nullptr) return std::nullopt;
  auto present = structured_words(*then);
  auto absent = otherwise == nullptr ? std::optional<Words>(Words()) : structured_words(*otherwise);
  if (!present || !absent) return std::nullopt;
  return if_present(input->as_string(), *std::move(present), *std::move(absent));
}

std::optional<ContainerArgument> WordParser::structured_word(const Json& json) const {
  if (json.is_string()) return parse_text(json.as_string());
  if (const Json* choice = json.find("IfPresent")) return structured_choice(*choice);
  const Json* parts = json.find("Concat");
  if (parts == nullptr || !parts->is_array()) return std::nullopt;
  const auto items = structured_words(*parts);
  return items ? detail::join_words(*items) : std::nullopt;
}

Text WordParser::parse_text(std::string_view text) const {
  constexpr std::string_view opening = "{{$", closing = "}}";
  constexpr std::size_t longest =
      1000;  // of a placeholder: a text with many openings is not searched to its end each time
  Text result;
  std::size_t literal = 0;  // where text begins that is not in the result
  for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
    const std::size_t begin = at + opening.size();
    const std::string_view rest = text.substr(begin, longest);
    const std::size_t length = rest.find(closing);
    const auto found = length == std::string_view::npos ? std::nullopt : placeholder(rest.substr(0, length));
    if (!found) continue;
    if (at > literal) result.append(Text(text.substr(literal, at - literal)));
    result.append(*found);
    literal = begin + length + closing.size();
    at = literal - 1;
  }
  if (literal < text.size()) result.append(Text(text.substr(literal)));
  return result;
}

ContainerArgument WordParser::parse_word(std::string_view word) const {
  if (word.starts_with("{\"IfPresent\"") || word.starts_with("{\"Concat\"")) {
    const auto json = parse_json(word);
    if (const Json* parsed = std::get_if<Json>(&json)) {
      if (auto structured = structured_word(*parsed)) return *std::move(structured);
    }
  }
  return parse_text(word);
}

}  // namespace mlpipe::load
