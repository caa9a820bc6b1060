// Short ways to write the specs of tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace specs {

using namespace mlpipe;
using Type = ir::ParameterType::ParameterTypeEnum;
using ParameterInput = ir::TaskInputsSpec::InputParameterSpec;
using ArtifactInput = ir::TaskInputsSpec::InputArtifactSpec;
using Trigger = ir::PipelineTaskSpec::TriggerPolicy;
using Container = ir::PipelineDeploymentConfig::PipelineContainerSpec;

inline ParameterInput constant(Json value) {
  ParameterInput input;
  input.kind = ir::ValueOrRuntimeParameter{std::move(value)};
  return input;
}
inline ParameterInput from_input(std::string name) {
  ParameterInput input;
  input.kind = ParameterInput::ComponentInputParameter{std::move(name)};
  return input;
}
inline ParameterInput from_task(std::string task, std::string key = "out") {
  ParameterInput input;
  input.kind = ParameterInput::TaskOutputParameterSpec{std::move(task), std::move(key)};
  return input;
}
inline ArtifactInput artifact_from_task(std::string task, std::string key) {
  ArtifactInput input;
  input.kind = ArtifactInput::TaskOutputArtifactSpec{std::move(task), std::move(key)};
  return input;
}
inline ArtifactInput artifact_from_input(std::string name) {
  ArtifactInput input;
  input.kind = ArtifactInput::ComponentInputArtifact{std::move(name)};
  return input;
}

inline ir::PipelineTaskSpec call(std::string component, std::map<std::string, ParameterInput> parameters = {},
                                 std::map<std::string, ArtifactInput> artifacts = {}) {
  ir::PipelineTaskSpec task;
  task.component_ref = ir::ComponentRef{std::move(component)};
  task.inputs = ir::TaskInputsSpec{std::move(parameters), std::move(artifacts)};
  return task;
}
inline ir::PipelineTaskSpec when(ir::PipelineTaskSpec task, std::string condition) {
  task.trigger_policy.emplace().condition = std::move(condition);
  return task;
}
inline ir::PipelineTaskSpec after(ir::PipelineTaskSpec task, std::vector<std::string> others) {
  task.dependent_tasks = std::move(others);
  return task;
}
inline ir::PipelineTaskSpec whatever_happens(ir::PipelineTaskSpec task) {
  task.trigger_policy.emplace().strategy = Trigger::ALL_UPSTREAM_TASKS_COMPLETED;
  return task;
}

inline ir::ComponentInputsSpec::ParameterSpec parameter(Type type) {
  ir::ComponentInputsSpec::ParameterSpec spec;
  spec.parameter_type = type;
  return spec;
}
inline ir::ComponentInputsSpec::ParameterSpec optional(Type type, std::optional<Json> value = std::nullopt) {
  auto spec = parameter(type);
  spec.is_optional = true;
  spec.default_value = std::move(value);
  return spec;
}

/// A native component, and the executor that it needs.
inline void add_native(ir::PipelineSpec& spec, const std::string& component, Type out = Type::STRING) {
  if (!spec.deployment_spec) spec.deployment_spec.emplace();
  Container container;
  container.image = "image";
  container.command = {"steps"};
  container.args = {"exec", component, "--executor_input", "{{$}}"};
  spec.deployment_spec->executors[component].spec = std::move(container);
  ir::ComponentSpec& added = spec.components[component];
  added.implementation = ir::ComponentSpec::ExecutorLabel{component};
  added.input_definitions.emplace();
  added.output_definitions.emplace();
  ir::ArtifactTypeSchema dataset{ir::ArtifactTypeSchema::SchemaTitle{"system.Dataset"}, "0.0.1"};
  if (component == "write") {
    added.input_definitions->parameters["value"] = parameter(Type::STRING);
    added.output_definitions->artifacts["data"].artifact_type = dataset;
    return;
  }
  if (component == "read") added.input_definitions->artifacts["data"].artifact_type = dataset;
  if (component == "echo") added.input_definitions->parameters["value"] = optional(out);
  added.output_definitions->parameters["out"].parameter_type = out;
}

inline ir::PipelineSpec pipeline(std::map<std::string, ir::PipelineTaskSpec> tasks,
                                 const std::vector<std::string>& natives = {"echo"}) {
  ir::PipelineSpec spec;
  spec.pipeline_info = ir::PipelineInfo{std::string("p"), {}, {}};
  spec.root.emplace().implementation = ir::DagSpec{std::move(tasks), std::nullopt};
  for (const std::string& component : natives) add_native(spec, component);
  return spec;
}
inline ir::DagSpec& root_of(ir::PipelineSpec& spec) { return std::get<ir::DagSpec>(spec.root->implementation); }

inline ir::DagOutputsSpec::DagOutputParameterSpec output_of(std::string task, std::string key = "out") {
  return {ir::DagOutputsSpec::ParameterSelectorSpec{std::move(task), std::move(key)}};
}

/// A component that is a DAG.
inline ir::ComponentSpec& add_dag(ir::PipelineSpec& spec, const std::string& name,
                                  std::map<std::string, ir::PipelineTaskSpec> tasks,
                                  std::map<std::string, ir::DagOutputsSpec::DagOutputParameterSpec> outputs = {}) {
  ir::ComponentSpec& component = spec.components[name];
  ir::DagSpec dag{std::move(tasks), std::nullopt};
  if (!outputs.empty()) dag.outputs.emplace().parameters = std::move(outputs);
  component.implementation = std::move(dag);
  return component;
}

}  // namespace specs
