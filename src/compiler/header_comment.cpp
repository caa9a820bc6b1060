#include "compiler/header_comment.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "json/number_text.hpp"
#include "json/utf8.hpp"

namespace mlpipe {
namespace {

using ir::ParameterType;

std::string_view python_type(ParameterType::ParameterTypeEnum type) {
  switch (type) {
    case ParameterType::NUMBER_INTEGER:
      return "int";
    case ParameterType::NUMBER_DOUBLE:
      return "float";
    case ParameterType::STRING:
      return "str";
    case ParameterType::BOOLEAN:
      return "bool";
    case ParameterType::LIST:
      return "list";
    case ParameterType::STRUCT:
      return "dict";
    case ParameterType::TASK_FINAL_STATUS:
      return "PipelineTaskFinalStatus";
    case ParameterType::TASK_CONFIG:
      return "TaskConfig";
    case ParameterType::PARAMETER_TYPE_ENUM_UNSPECIFIED:
      break;
  }
  return "unspecified";
}

/// Appends text such that it stays on its line, in every reader's opinion of what a line is.
void append_on_one_line(std::string& result, std::string_view text) {
  while (!text.empty()) {
    const utf8::CodePoint point = utf8::first(text);
    const char32_t c = point.value;
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else if (c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || !point.valid) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      result += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
}

/// Python's repr() of a string.
void append_quoted(std::string& result, std::string_view text) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  const char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == quote) escaped += '\\';
    escaped += c;
  }
  result += quote;
  append_on_one_line(result, escaped);
  result += quote;
}

/// Python's repr() of a value, after the trip that turns every number into a double.
void append_python(std::string& result, const Json& value) {
  if (value.is_null()) {
    result += "None";
  } else if (value.is_boolean()) {
    result += value.as_boolean() ? "True" : "False";
  } else if (value.is_number()) {
    const double number = value.as_real();
    if (std::isfinite(number)) {
      result += std::string_view(NumberText(number));
    } else {  // a string on the wire
      append_quoted(result, std::isnan(number) ? "NaN" : number < 0 ? "-Infinity" : "Infinity");
    }
  } else if (value.is_string()) {
    append_quoted(result, value.as_string());
  } else if (value.is_array()) {
    result += '[';
    for (const Json& item : value.as_array()) {
      if (&item != &value.as_array().front()) result += ", ";
      append_python(result, item);
    }
    result += ']';
  } else {
    result += '{';
    for (const Json::Member& member : value.as_object()) {
      if (&member != &value.as_object().front()) result += ", ";
      append_quoted(result, member.key);
      result += ": ";
      append_python(result, member.value);
    }
    result += '}';
  }
}

std::string default_text(const Json& value) {
  std::string result = " [Default: ";
  if (value.is_string()) {  // in quotes, but as it is within them
    result += '\'';
    append_on_one_line(result, value.as_string());
    result += '\'';
  } else {
    append_python(result, value);
  }
  return result + ']';
}

// A list of artifacts shows the type of one, as in KFP's comments.
std::string artifact_type(const std::optional<ir::ArtifactTypeSchema>& schema) {
  const auto* title = schema ? std::get_if<ir::ArtifactTypeSchema::SchemaTitle>(&schema->kind) : nullptr;
  return title ? title->value : "artifact";
}

/// Parameters and artifacts of one side, by name: what stands behind the colon.
template <class Definitions>
std::map<std::string_view, std::string> items(const Definitions& definitions) {
  std::map<std::string_view, std::string> result;
  for (const auto& [name, artifact] : definitions.artifacts) {
    result[name] = artifact_type(artifact.artifact_type);
  }
  for (const auto& entry : definitions.parameters) {  // no structured binding: Clang 14 refuses one inside a requires
    const auto& parameter = entry.second;
    std::string text(python_type(parameter.parameter_type));
    if constexpr (requires { parameter.default_value; }) {
      if (parameter.default_value) text += default_text(*parameter.default_value);
    }
    result[entry.first] = std::move(text);
  }
  return result;
}

void append_section(std::string& result, std::string_view title, const std::map<std::string_view, std::string>& lines) {
  if (lines.empty()) return;
  result += fmt::format("# {}:\n", title);
  for (const auto& [name, text] : lines) {
    result += "#    ";
    append_on_one_line(result, name);
    result += ": ";
    append_on_one_line(result, text);
    result += '\n';
  }
}

void append_description(std::string& result, std::string_view description) {
  std::string_view start = "# Description: ";
  while (true) {
    const std::size_t end = description.find('\n');
    result += start;
    append_on_one_line(result, description.substr(0, end));
    result += '\n';
    if (end == std::string_view::npos) return;
    description.remove_prefix(end + 1);
    start = "#              ";
  }
}

}  // namespace

std::string header_comment(const ir::PipelineSpec& pipeline) {
  std::string result = "# PIPELINE DEFINITION\n";
  if (pipeline.pipeline_info) {
    result += "# Name: ";
    append_on_one_line(result, pipeline.pipeline_info->name);
    result += '\n';
    if (!pipeline.pipeline_info->description.empty()) append_description(result, pipeline.pipeline_info->description);
  }
  if (!pipeline.root) return result;
  if (pipeline.root->input_definitions) append_section(result, "Inputs", items(*pipeline.root->input_definitions));
  if (pipeline.root->output_definitions) append_section(result, "Outputs", items(*pipeline.root->output_definitions));
  return result;
}

}  // namespace mlpipe
