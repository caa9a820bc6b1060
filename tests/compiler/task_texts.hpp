// What tasks of groups have, in short.
#pragma once

#include <string>
#include <vector>

#include "catch2.hpp"
#include "graph_builder.hpp"

namespace mlpipe::testing {

inline std::string condition_of(const PipelineSpec& spec, const std::string& path) {
  const PipelineTaskSpec& task = task_at(spec, path);
  REQUIRE(task.trigger_policy);
  return task.trigger_policy->condition;
}

inline std::vector<std::string> inputs_of(const PipelineSpec& spec, const std::string& path) {
  std::vector<std::string> names;
  const ComponentSpec& component = component_at(spec, path);
  if (!component.input_definitions) return names;
  for (const auto& [name, definition] : component.input_definitions->parameters) names.push_back(name);
  for (const auto& [name, definition] : component.input_definitions->artifacts) names.push_back(name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace mlpipe::testing
