#include "compiler/spec_parts.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

struct RunName {
  ir::RunPlaceholder placeholder;
  std::string_view text;
  std::string_view input;  ///< by which it reaches a container; none of what backends replace anywhere in text
};

constexpr std::array run_names = {
    RunName{ir::RunPlaceholder::job_name, "{{$.pipeline_job_name}}", "run--job-name"},
    RunName{ir::RunPlaceholder::job_resource_name, "{{$.pipeline_job_resource_name}}", "run--job-resource-name"},
    RunName{ir::RunPlaceholder::job_id, "{{$.pipeline_job_uuid}}", "run--job-id"},
    RunName{ir::RunPlaceholder::task_name, "{{$.pipeline_task_name}}", "run--task-name"},
    RunName{ir::RunPlaceholder::task_id, "{{$.pipeline_task_uuid}}", "run--task-id"},
    RunName{ir::RunPlaceholder::create_time, "{{$.pipeline_job_create_time_utc}}", "run--create-time"},
    RunName{ir::RunPlaceholder::schedule_time, "{{$.pipeline_job_schedule_time_utc}}", "run--schedule-time"},
    RunName{ir::RunPlaceholder::pipeline_root, "{{$.pipeline_root}}", ""},
    RunName{ir::RunPlaceholder::workspace_path, "{{$.workspace_path}}", ""},
    RunName{ir::RunPlaceholder::google_cloud_project_id, "{{$.pipeline_google_cloud_project_id}}", ""},
    RunName{ir::RunPlaceholder::google_cloud_location, "{{$.pipeline_google_cloud_location}}", ""},
    RunName{ir::RunPlaceholder::service_account, "{{$.pipeline_service_account}}", ""},
    RunName{ir::RunPlaceholder::network, "{{$.pipeline_network}}", ""},
    RunName{ir::RunPlaceholder::encryption_key_name, "{{$.pipeline_encryption_key_name}}", ""},
    RunName{ir::RunPlaceholder::persistent_resource_id, "{{$.pipeline_persistent_resource_id}}", ""},
};

using Kind = ir::GraphValue::Kind;

const RunName& names_of(ir::RunPlaceholder placeholder) { return run_names.at(static_cast<std::size_t>(placeholder)); }

std::string metadata_key(const std::string& key) { return key.empty() ? "" : fmt::format("['{}']", key); }

bool has_parameter_output(const ir::Interface& interface, const std::string& name) {
  for (const ir::OutputDefinition& output : interface.outputs) {
    if (output.name == name) return output.type.is_parameter();
  }
  return false;
}

using InputParameter = ir::TaskInputsSpec::InputParameterSpec;
using InputArtifact = ir::TaskInputsSpec::InputArtifactSpec;

void take_from_component(ir::TaskInputsSpec& inputs, std::string key, std::string name, const Type& type) {
  if (type.is_artifact()) {
    inputs.artifacts[std::move(key)].kind = InputArtifact::ComponentInputArtifact{std::move(name)};
  } else {
    inputs.parameters[std::move(key)].kind = InputParameter::ComponentInputParameter{std::move(name)};
  }
}

void take_from_task(ir::TaskInputsSpec& inputs, std::string key, std::string task, std::string output,
                    const Type& type) {
  if (type.is_artifact()) {
    inputs.artifacts[std::move(key)].kind = InputArtifact::TaskOutputArtifactSpec{std::move(task), std::move(output)};
  } else {
    inputs.parameters[std::move(key)].kind =
        InputParameter::TaskOutputParameterSpec{std::move(task), std::move(output)};
  }
}

}  // namespace

std::string channel_name(std::string_view name) { return std::string("pipelinechannel--").append(name); }

std::string output_key(const ir::Graph& graph, ir::ValueId id) {
  const ir::GraphValue& value = graph[id];
  if (value.kind != Kind::group_result) return channel_name(full_name(graph, id));
  const ir::Scope& group = graph.scopes[value.owner];
  if (group.kind == ir::Scope::Kind::loop) return output_key(graph, group.results[value.index].given.front());
  return channel_name(fmt::format("{}-oneof-{}", group.name, value.index + 1));
}

std::string full_name(const ir::Graph& graph, ir::ValueId id) {
  if (!graph.renamed_values.empty()) {
    const auto renamed = graph.renamed_values.find(id);
    if (renamed != graph.renamed_values.end()) return renamed->second;
  }
  const ir::GraphValue& value = graph[id];
  switch (value.kind) {
    case Kind::task_output: {
      const ir::Task& task = graph.tasks[value.owner];
      return fmt::format("{}-{}", task.name, graph[task.component].interface.outputs[value.index].name);
    }
    case Kind::group_result: {
      const ir::Scope& group = graph.scopes[value.owner];
      if (group.kind == ir::Scope::Kind::loop) return full_name(graph, group.results[value.index].given.front());
      return fmt::format("{}-{}", group.name, output_key(graph, id));
    }
    case Kind::loop_item: {
      const ir::Loop& loop = *graph.scopes[value.owner].loop;
      const auto* items = std::get_if<ir::ValueId>(&loop.items);
      return items ? full_name(graph, *items) + "-loop-item" : loop.item_name;
    }
    case Kind::field:
      return fmt::format("{}-subvar-{}", full_name(graph, ir::ValueId(value.owner)), graph.fields[value.index].name);
    default:
      return graph[graph.scopes[value.owner].component].interface.inputs[value.index].name;
  }
}

std::string field_selector(const ir::Graph& graph, ir::ValueId id) {
  const ir::GraphValue& value = graph[id];
  if (value.kind != Kind::field) return "parseJson(string_value)";
  return fmt::format("{}[{}]", field_selector(graph, ir::ValueId(value.owner)),
                     dump(Json(graph.fields[value.index].name)));
}

std::string input_placeholder(std::string_view input) {
  return fmt::format("{{{{$.inputs.parameters['{}']}}}}", input);
}

std::string_view run_placeholder(ir::RunPlaceholder placeholder) { return names_of(placeholder).text; }
std::string run_input_name(ir::RunPlaceholder placeholder) { return std::string(names_of(placeholder).input); }

bool stands_alone(ir::RunPlaceholder placeholder) { return placeholder < ir::RunPlaceholder::pipeline_root; }

ir::ValueId whole_value(const ir::Graph& graph, const ir::Argument& argument) {
  if (const auto* value = std::get_if<ir::ValueId>(&argument.content)) return *value;
  const auto* text = std::get_if<ir::Text>(&argument.content);
  if (text == nullptr || text->size() != 1 || text->front().kind != ir::SegmentKind::value) return {};
  const ir::ValueId value = text->front().value;
  return value && type_of(graph, value).kind() == Type::string ? value : ir::ValueId{};
}

std::optional<ir::RunPlaceholder> whole_placeholder(const ir::Argument& argument) {
  const auto* text = std::get_if<ir::Text>(&argument.content);
  if (text == nullptr || text->size() != 1 || text->front().kind != ir::SegmentKind::run) return std::nullopt;
  return text->front().run;
}

std::string container_segment(const ir::Interface& interface, const ir::Segment& segment) {
  const std::string& name = segment.text;
  switch (segment.kind) {
    case ir::SegmentKind::literal:
      return name;
    case ir::SegmentKind::value:
      break;  // check_containers lets none through
    case ir::SegmentKind::input_value:
      return input_placeholder(name);
    case ir::SegmentKind::input_path:
      return fmt::format("{{{{$.inputs.artifacts['{}'].path}}}}", name);
    case ir::SegmentKind::input_uri:
      return fmt::format("{{{{$.inputs.artifacts['{}'].uri}}}}", name);
    case ir::SegmentKind::input_metadata:
      return fmt::format("{{{{$.inputs.artifacts['{}'].metadata{}}}}}", name, metadata_key(segment.key));
    case ir::SegmentKind::input_list:
      return fmt::format("{{{{$.inputs.artifacts['{}']}}}}", name);
    case ir::SegmentKind::output_list:
      return fmt::format("{{{{$.outputs.artifacts['{}']}}}}", name);
    case ir::SegmentKind::output_path:
      if (has_parameter_output(interface, name)) {
        return fmt::format("{{{{$.outputs.parameters['{}'].output_file}}}}", name);
      }
      return fmt::format("{{{{$.outputs.artifacts['{}'].path}}}}", name);
    case ir::SegmentKind::output_uri:
      return fmt::format("{{{{$.outputs.artifacts['{}'].uri}}}}", name);
    case ir::SegmentKind::output_metadata:
      return fmt::format("{{{{$.outputs.artifacts['{}'].metadata{}}}}}", name, metadata_key(segment.key));
    case ir::SegmentKind::run:
      return stands_alone(segment.run) ? input_placeholder(run_input_name(segment.run))
                                       : std::string(run_placeholder(segment.run));
    case ir::SegmentKind::executor_input:
      return "{{$}}";
    case ir::SegmentKind::executor_output:
      return "{{$.outputs.output_file}}";
  }
  return {};
}

ir::ParameterType::ParameterTypeEnum parameter_type(const Type& type) {
  using enum ir::ParameterType::ParameterTypeEnum;
  switch (type.kind()) {
    case Type::string:
      return STRING;
    case Type::integer:
      return NUMBER_INTEGER;
    case Type::number:
      return NUMBER_DOUBLE;
    case Type::boolean:
      return BOOLEAN;
    case Type::list:
      return LIST;
    case Type::structure:
      return STRUCT;
    case Type::task_final_status:
      return TASK_FINAL_STATUS;
    case Type::task_config:
      return TASK_CONFIG;
    case Type::any_artifact:
      break;
  }
  return PARAMETER_TYPE_ENUM_UNSPECIFIED;
}

ir::ArtifactTypeSchema artifact_schema(const Type& type) {
  return {ir::ArtifactTypeSchema::SchemaTitle{type.schema_title()}, type.schema_version()};
}

ir::ComponentInputsSpec::ParameterSpec input_parameter(const Type& type) {
  ir::ComponentInputsSpec::ParameterSpec spec;
  spec.parameter_type = parameter_type(type);
  return spec;
}

ir::ComponentInputsSpec::ArtifactSpec input_artifact(const Type& type) {
  ir::ComponentInputsSpec::ArtifactSpec spec;
  spec.artifact_type = artifact_schema(type);
  spec.is_artifact_list = type.is_artifact_list();
  return spec;
}

void define_output(ir::ComponentSpec& component, const std::string& key, const Type& type, std::string description) {
  if (!component.output_definitions) component.output_definitions.emplace();
  if (type.is_artifact()) {
    auto& spec = component.output_definitions->artifacts[key];
    spec.artifact_type = artifact_schema(type);
    spec.is_artifact_list = type.is_artifact_list();
    spec.description = std::move(description);
  } else {
    auto& spec = component.output_definitions->parameters[key];
    spec.parameter_type = parameter_type(type);
    spec.description = std::move(description);
  }
}

void define_interface(ir::ComponentSpec& component, const ir::Interface& interface) {
  if (!interface.inputs.empty()) component.input_definitions.emplace();
  for (const ir::InputDefinition& input : interface.inputs) {
    const bool optional = input.optional || input.default_value || input.type.is_filled_by_backend();
    if (input.type.is_artifact()) {
      auto& spec = component.input_definitions->artifacts[input.name] = input_artifact(input.type);
      spec.is_optional = optional;
      spec.description = input.description;
    } else {
      auto& spec = component.input_definitions->parameters[input.name] = input_parameter(input.type);
      spec.is_optional = optional;  // a default without it is not one for the backend (it takes "" or fails)
      spec.default_value = input.default_value;
      spec.description = input.description;
      spec.literals = input.literals;
    }
  }
  for (const ir::OutputDefinition& output : interface.outputs) {
    define_output(component, output.name, output.type, output.description);
  }
}

ir::TaskInputsSpec::InputParameterSpec constant_input(Json value) {
  ir::TaskInputsSpec::InputParameterSpec spec;
  spec.kind = ir::ValueOrRuntimeParameter{std::move(value)};
  return spec;
}

void wire(const ir::Graph& graph, ir::TaskInputsSpec& inputs, std::string key, ir::ValueId id, ir::ScopeId scope) {
  const ir::ValueId base = ir::base_of(graph, id);
  const ir::GraphValue& value = graph[base];
  const Type& type = type_of(graph, base);
  // An argument of its own, since `key` is still wanted below.
  const std::string selected = base == id ? std::string() : key;
  if (host_of(graph, scope_of(graph, base)) != host_of(graph, scope) || value.kind == Kind::loop_item) {
    take_from_component(inputs, std::move(key), channel_name(full_name(graph, base)), type);
  } else if (value.kind == Kind::pipeline_input) {
    take_from_component(inputs, std::move(key), full_name(graph, base), type);
  } else if (value.kind == Kind::task_output) {
    const ir::Task& task = graph.tasks[value.owner];
    take_from_task(inputs, std::move(key), task.name, graph[task.component].interface.outputs[value.index].name, type);
  } else {
    take_from_task(inputs, std::move(key), graph.scopes[value.owner].name, output_key(graph, base), type);
  }
  if (!selected.empty()) inputs.parameters[selected].parameter_expression_selector = field_selector(graph, id);
}

}  // namespace mlpipe::compiler
