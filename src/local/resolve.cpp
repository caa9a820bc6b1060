#include "local/resolve.hpp"

#include <fmt/format.h>

#include <utility>

namespace mlpipe::local {
namespace {

using ParameterInput = ir::TaskInputsSpec::InputParameterSpec;
using ArtifactInput = ir::TaskInputsSpec::InputArtifactSpec;
using Selector = ir::DagOutputsSpec::ParameterSelectorSpec;
using Selectors = ir::DagOutputsSpec::ParameterSelectorsSpec;

constexpr std::string_view opening = "{{$.";
constexpr std::string_view closing = "}}";
constexpr std::string_view input_opening = "inputs.parameters['";
constexpr std::string_view input_closing = "']";

template <class Map>
auto find(const Map& map, const std::string& key) -> decltype(&map.begin()->second) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

/// Replaces placeholders in all strings of a constant.
class Filler {
 public:
  Filler(const Values& values, const RunFacts& facts) : values_(values), facts_(facts) {}

  Json fill(const Json& json) {
    if (json.is_string()) return Json(fill_text(json.as_string()));
    if (json.is_array()) {
      Json::Array items;
      for (const Json& item : json.as_array()) items.push_back(fill(item));
      return Json(std::move(items));
    }
    if (!json.is_object()) return json;
    Json object = Json::object();
    for (const Json::Member& member : json.as_object()) object.set(member.key, fill(member.value));
    return object;
  }
  const std::string& unknown_input() const { return unknown_input_; }

 private:
  std::string fill_text(std::string_view text) {
    std::string result;
    while (true) {
      const std::size_t start = text.find(opening);
      const std::size_t end = start == std::string_view::npos ? start : text.find(closing, start);
      result += text.substr(0, start == std::string_view::npos || end == std::string_view::npos ? text.size() : start);
      if (end == std::string_view::npos) return result;
      const std::string_view name = text.substr(start + opening.size(), end - start - opening.size());
      const auto value = meaning(name);
      result += value ? *value : text.substr(start, end + closing.size() - start);
      text.remove_prefix(end + closing.size());
    }
  }

  /// Nothing for what is no placeholder of ours: the text stays as the author wrote it.
  std::optional<std::string> meaning(std::string_view name) {
    if (const auto fact = facts_.find(name); fact != facts_.end()) return fact->second;
    if (!name.starts_with(input_opening) || !name.ends_with(input_closing)) return std::nullopt;
    name.remove_prefix(input_opening.size());
    name.remove_suffix(input_closing.size());
    if (const Json* value = find(values_.parameters, std::string(name))) return text_of(*value);
    unknown_input_ = name;
    return std::nullopt;
  }

  const Values& values_;
  const RunFacts& facts_;
  std::string unknown_input_;
};

bool mentions_inputs(const Json& json) {
  if (json.is_string()) return json.as_string().find("{{$.inputs.parameters['") != std::string::npos;
  if (json.is_array()) {
    for (const Json& item : json.as_array()) {
      if (mentions_inputs(item)) return true;
    }
  }
  if (json.is_object()) {
    for (const Json::Member& member : json.as_object()) {
      if (mentions_inputs(member.value)) return true;
    }
  }
  return false;
}

const Json* constant_of(const ParameterInput& input) {
  const auto* value = std::get_if<ir::ValueOrRuntimeParameter>(&input.kind);
  return value == nullptr ? nullptr : std::get_if<Json>(&value->value);
}

/// The value that a task or the DAG around gives; nullptr where it gives none.
const Json* source_of(const ParameterInput& input, const Values& around, const OutputsOf& outputs_of) {
  if (const auto* name = std::get_if<ParameterInput::ComponentInputParameter>(&input.kind))
    return find(around.parameters, name->value);
  const auto* output = std::get_if<ParameterInput::TaskOutputParameterSpec>(&input.kind);
  const Values* const outputs = output == nullptr ? nullptr : outputs_of(output->producer_task);
  return outputs == nullptr ? nullptr : find(outputs->parameters, output->output_parameter_key);
}

const std::vector<ir::RuntimeArtifact>* source_of(const ArtifactInput& input, const Values& around,
                                                  const OutputsOf& outputs_of) {
  if (const auto* name = std::get_if<ArtifactInput::ComponentInputArtifact>(&input.kind))
    return find(around.artifacts, name->value);
  const auto* output = std::get_if<ArtifactInput::TaskOutputArtifactSpec>(&input.kind);
  const Values* const outputs = output == nullptr ? nullptr : outputs_of(output->producer_task);
  return outputs == nullptr ? nullptr : find(outputs->artifacts, output->output_artifact_key);
}

/// Constants with placeholders come last: they may name any other input of the task.
std::optional<Unresolved> resolve_parameters(const ir::TaskInputsSpec& inputs, const Values& around,
                                             const OutputsOf& outputs_of, const RunFacts& facts, Values& into) {
  for (const auto& [key, input] : inputs.parameters) {
    const Json* const constant = constant_of(input);
    if (constant != nullptr && !mentions_inputs(*constant)) into.parameters[key] = Filler(into, facts).fill(*constant);
    if (const Json* value = source_of(input, around, outputs_of)) into.parameters[key] = *value;
  }
  Values filled;
  for (const auto& [key, input] : inputs.parameters) {
    const Json* const constant = constant_of(input);
    if (constant == nullptr || !mentions_inputs(*constant)) continue;
    Filler filler(into, facts);
    filled.parameters[key] = filler.fill(*constant);
    if (!filler.unknown_input().empty())
      return Unresolved{fmt::format("input `{}` has a placeholder for `{}`, of which there is no value", key,
                                    filler.unknown_input())};
  }
  into.parameters.merge(filled.parameters);
  return std::nullopt;
}

/// Defaults, and whether all is there and of its type. As KFP's driver has it, a string takes any value as text.
std::optional<Unresolved> complete(const ir::ComponentInputsSpec& definitions, Values& values) {
  for (const auto& [key, parameter] : definitions.parameters) {
    const auto found = values.parameters.find(key);
    const bool is_there = found != values.parameters.end() && !found->second.is_null();
    if (!is_there) {
      if (parameter.default_value)
        values.parameters[key] = *parameter.default_value;
      else if (parameter.is_optional)
        values.parameters.erase(key);
      else
        return Unresolved{fmt::format("the required input `{}` has no value: what it comes from gave none", key)};
      continue;
    }
    if (parameter.parameter_type == ir::ParameterType::STRING && !found->second.is_string())
      found->second = Json(text_of(found->second));
    if (const auto reason = misfit(parameter, found->second))
      return Unresolved{fmt::format("input `{}`: {}", key, *reason)};
  }
  for (const auto& [key, artifact] : definitions.artifacts) {
    if (!artifact.is_optional && !values.artifacts.contains(key))
      return Unresolved{fmt::format("the required artifact `{}` is not there: what it comes from gave none", key)};
  }
  return std::nullopt;
}

void select_parameter(const std::string& key, const Selector& selector, const OutputsOf& outputs_of, Values& into) {
  const Values* const outputs = outputs_of(selector.producer_subtask);
  const Json* const value = outputs == nullptr ? nullptr : find(outputs->parameters, selector.output_parameter_key);
  if (value != nullptr) into.parameters.try_emplace(key, *value);
}

}  // namespace

std::variant<Values, Unresolved> resolve_inputs(const ir::PipelineTaskSpec& task, const ir::ComponentSpec& component,
                                                const Values& around, const OutputsOf& outputs_of,
                                                const RunFacts& facts) {
  Values values;
  if (task.inputs) {
    for (const auto& [key, input] : task.inputs->artifacts) {
      if (const auto* artifacts = source_of(input, around, outputs_of)) values.artifacts[key] = *artifacts;
    }
    if (auto problem = resolve_parameters(*task.inputs, around, outputs_of, facts, values)) return std::move(*problem);
  }
  if (component.input_definitions) {
    if (auto problem = complete(*component.input_definitions, values)) return std::move(*problem);
  }
  return values;
}

Values resolve_outputs(const ir::DagSpec& dag, const OutputsOf& outputs_of) {
  Values values;
  if (!dag.outputs) return values;
  for (const auto& [key, output] : dag.outputs->parameters) {
    if (const auto* selector = std::get_if<Selector>(&output.kind))
      select_parameter(key, *selector, outputs_of, values);
    const auto* several = std::get_if<Selectors>(&output.kind);
    if (several == nullptr) continue;
    for (const Selector& selector : several->parameter_selectors) select_parameter(key, selector, outputs_of, values);
  }
  for (const auto& [key, output] : dag.outputs->artifacts) {
    for (const auto& selector : output.artifact_selectors) {
      const Values* const outputs = outputs_of(selector.producer_subtask);
      const auto* artifacts = outputs == nullptr ? nullptr : find(outputs->artifacts, selector.output_artifact_key);
      if (artifacts != nullptr) values.artifacts.try_emplace(key, *artifacts);
    }
  }
  return values;
}

}  // namespace mlpipe::local
