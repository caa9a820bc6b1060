/// The small parts that a spec is made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mlpipe/ir/graph.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::compiler {

/// `pipelinechannel--` + name: how the Python SDK names values that pass through DAGs.
std::string channel_name(std::string_view name);
/// Under which name a value is known outside the DAG that makes it: the input's name, `<task>-<output>`,
/// `<list>-loop-item`, `<item>-subvar-<field>`.
std::string full_name(const ir::Graph& graph, ir::ValueId value);
/// The key under which a group gives a value to the DAG around it.
std::string output_key(const ir::Graph& graph, ir::ValueId value);
/// What picks a field out of the value that it is a field of: `parseJson(string_value)["k"]`.
std::string field_selector(const ir::Graph& graph, ir::ValueId field);

/// `{{$.inputs.parameters['x']}}`.
std::string input_placeholder(std::string_view input);
/// What the backend replaces: `{{$.pipeline_job_uuid}}`.
std::string_view run_placeholder(ir::RunPlaceholder placeholder);
/// The input under which a task is given a run placeholder that the backend replaces only where it stands alone.
std::string run_input_name(ir::RunPlaceholder placeholder);
/// A segment of a container's text as the spec writes it; run placeholders that need it as an input.
std::string container_segment(const ir::Interface& interface, const ir::Segment& segment);
/// Whether the backend replaces the placeholder only where it is the whole value of a task's input.
bool stands_alone(ir::RunPlaceholder placeholder);

/// The value that is all of an argument: given as such, or as a text of this one string. None where it is not one.
ir::ValueId whole_value(const ir::Graph& graph, const ir::Argument& argument);
/// The placeholder of the run that is all of an argument.
std::optional<ir::RunPlaceholder> whole_placeholder(const ir::Argument& argument);

ir::ParameterType::ParameterTypeEnum parameter_type(const Type& type);
ir::ArtifactTypeSchema artifact_schema(const Type& type);
ir::ComponentInputsSpec::ParameterSpec input_parameter(const Type& type);
ir::ComponentInputsSpec::ArtifactSpec input_artifact(const Type& type);
void define_output(ir::ComponentSpec& component, const std::string& key, const Type& type, std::string description);
/// A component's own inputs and outputs.
void define_interface(ir::ComponentSpec& component, const ir::Interface& interface);

/// A constant as the input of a task.
ir::TaskInputsSpec::InputParameterSpec constant_input(Json value);
/// Gives `inputs` an input `key` that is the value, as seen from a child of `scope`.
void wire(const ir::Graph& graph, ir::TaskInputsSpec& inputs, std::string key, ir::ValueId value, ir::ScopeId scope);

}  // namespace mlpipe::compiler
