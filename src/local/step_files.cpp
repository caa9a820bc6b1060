#include "local/step_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "json/shown.hpp"
#include "local/run_folder.hpp"
#include "runtime/executor_io.hpp"
#include "runtime/files.hpp"

namespace mlpipe::local {
namespace {

/// What the step recorded goes over what it was promised.
void merge(ir::RuntimeArtifact& artifact, const ir::RuntimeArtifact& recorded) {
  if (!recorded.uri.empty()) artifact.uri = recorded.uri;
  if (recorded.custom_path) artifact.custom_path = recorded.custom_path;
  if (!recorded.metadata) return;
  if (!artifact.metadata) artifact.metadata = Json::object();
  for (const Json::Member& entry : recorded.metadata->as_object()) artifact.metadata->set(entry.key, entry.value);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

std::optional<Unresolved> read_parameter(const std::string& key, ir::ParameterType::ParameterTypeEnum type,
                                         const ir::ExecutorInput& input, const ir::ExecutorOutput& output,
                                         Values& into) {
  if (const auto given = output.parameter_values.find(key); given != output.parameter_values.end()) {
    if (const auto reason = misfit(type, given->second))
      return Unresolved{fmt::format("it gave a wrong output `{}`: {}", key, *reason)};
    into.parameters[key] = given->second;
    return std::nullopt;
  }
  const auto text = runtime::read_file(input.outputs->parameters.at(key).output_file);
  if (std::holds_alternative<runtime::FileError>(text))
    return Unresolved{fmt::format("it did not give the output `{}`", key)};
  auto value = value_from_text(type, std::get<std::string>(text));
  if (!value) return Unresolved{fmt::format("what it gave as the output `{}` is no {}", key, type_word(type))};
  into.parameters[key] = std::move(*value);
  return std::nullopt;
}

}  // namespace

std::string StepFolder::output(const std::string& name) const { return path + '/' + path_part(name); }

ir::ExecutorInput make_executor_input(const ir::ComponentSpec& component, const Values& inputs,
                                      const StepFolder& folder) {
  ir::ExecutorInput message;
  message.inputs.emplace();
  message.inputs->parameter_values = inputs.parameters;
  for (const auto& [key, artifacts] : inputs.artifacts) message.inputs->artifacts[key].artifacts = artifacts;
  message.outputs.emplace();
  message.outputs->output_file = folder.executor_output();
  if (!component.output_definitions) return message;
  for (const auto& [key, parameter] : component.output_definitions->parameters)
    message.outputs->parameters[key].output_file = folder.output(key);
  for (const auto& [key, definition] : component.output_definitions->artifacts) {
    ir::RuntimeArtifact artifact;
    artifact.name = key;
    artifact.uri = folder.output(key);
    artifact.type = definition.artifact_type;
    artifact.metadata = definition.metadata;
    message.outputs->artifacts[key].artifacts.push_back(std::move(artifact));
  }
  return message;
}

std::variant<Values, Unresolved> read_results(const ir::ComponentSpec& component, const ir::ExecutorInput& input) {
  ir::ExecutorOutput output;
  const std::string& file = input.outputs->output_file;
  std::error_code error;
  if (std::filesystem::exists(file, error)) {
    auto text = runtime::read_file(file);
    if (const auto* unreadable = std::get_if<runtime::FileError>(&text)) return Unresolved{unreadable->reason};
    auto read = runtime::read_executor_output(std::get<std::string>(text));
    if (const auto* wrong = std::get_if<runtime::Unreadable>(&read))
      return Unresolved{fmt::format("its ExecutorOutput cannot be read: {}", wrong->reason)};
    output = std::move(std::get<ir::ExecutorOutput>(read));
  }
  Values values;
  for (const auto& [key, list] : input.outputs->artifacts) {
    auto& artifacts = values.artifacts[key] = list.artifacts;
    const auto recorded = output.artifacts.find(key);
    if (recorded != output.artifacts.end() && !recorded->second.artifacts.empty())
      merge(artifacts.front(), recorded->second.artifacts.front());
  }
  if (!component.output_definitions) return values;
  for (const auto& [key, parameter] : component.output_definitions->parameters) {
    if (auto problem = read_parameter(key, parameter.parameter_type, input, output, values)) return std::move(*problem);
  }
  return values;
}

std::string reason_in_log(const std::string& log, const std::string& component) {
  constexpr std::streamoff far_enough = 65'536;
  constexpr std::size_t longest = 400;
  std::ifstream file(log, std::ios::binary | std::ios::ate);
  if (!file) return {};
  const std::streamoff size = file.tellg();
  const std::streamoff length = std::min(size, far_enough);
  std::string text(static_cast<std::size_t>(length), '\0');
  file.seekg(size - length);
  file.read(text.data(), length);
  const std::string_view rest = trimmed(text);
  // `exec` speaks last: where it said something, that is the end of the log. Exceptions may have several lines.
  const std::string mark = fmt::format(": component `{}`: ", component);
  const std::size_t said = rest.rfind(mark);
  if (said == std::string_view::npos) return cut(rest.substr(rest.find_last_of("\r\n") + 1), longest);
  const std::string_view words = rest.substr(said + 2);
  const std::size_t end = words.find_first_of("\r\n");
  return cut(words.substr(0, end), longest) + (end == std::string_view::npos ? "" : " ...");
}

}  // namespace mlpipe::local
