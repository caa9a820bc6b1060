#include "graph_builder.hpp"

#include "catch2.hpp"
#include "mlpipe/render_diagnostics.hpp"

namespace mlpipe::testing {

PipelineDocuments compiled(const Graph& graph, const CompileOptions& options) {
  CompileOptions with = options;
  with.verify = true;
  if (with.image.empty()) with.image = "native:1";
  CompileResult result = compile_graph(graph, with);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    UNSCOPED_INFO(code_name(diagnostic.code) << " " << diagnostic.message);
  }
  REQUIRE(result.documents);
  return std::move(*result.documents);
}

const ComponentSpec& component_at(const PipelineSpec& spec, const std::string& path) {
  if (path.empty()) return *spec.root;
  const auto found = spec.components.find(task_at(spec, path).component_ref->name);
  INFO(path);
  REQUIRE(found != spec.components.end());
  return found->second;
}

const PipelineTaskSpec& task_at(const PipelineSpec& spec, const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::string around = dot == std::string::npos ? "" : path.substr(0, dot);
  const auto& tasks = std::get<DagSpec>(component_at(spec, around).implementation).tasks;
  const auto found = tasks.find(path.substr(dot == std::string::npos ? 0 : dot + 1));
  INFO(path);
  REQUIRE(found != tasks.end());
  return found->second;
}

const PipelineDeploymentConfig::PipelineContainerSpec& container_at(const PipelineSpec& spec, const std::string& path) {
  const auto& label = std::get<ComponentSpec::ExecutorLabel>(component_at(spec, path).implementation);
  const auto found = spec.deployment_spec->executors.find(label.value);
  INFO(path << " " << label.value);
  REQUIRE(found != spec.deployment_spec->executors.end());
  return std::get<PipelineDeploymentConfig::PipelineContainerSpec>(found->second.spec);
}

namespace {

using Parameter = TaskInputsSpec::InputParameterSpec;
using Artifact = TaskInputsSpec::InputArtifactSpec;

std::string source_of(const Parameter& parameter) {
  if (const auto* task = std::get_if<Parameter::TaskOutputParameterSpec>(&parameter.kind)) {
    return task->producer_task + "." + task->output_parameter_key;
  }
  if (const auto* input = std::get_if<Parameter::ComponentInputParameter>(&parameter.kind)) {
    return "input " + input->value;
  }
  if (const auto* constant = std::get_if<ValueOrRuntimeParameter>(&parameter.kind)) {
    return "= " + dump(std::get<Json>(constant->value));
  }
  return "status of " + std::get<Parameter::TaskFinalStatus>(parameter.kind).producer_task;
}

std::string source_of(const Artifact& artifact) {
  if (const auto* task = std::get_if<Artifact::TaskOutputArtifactSpec>(&artifact.kind)) {
    return task->producer_task + "." + task->output_artifact_key;
  }
  return "input " + std::get<Artifact::ComponentInputArtifact>(artifact.kind).value;
}

}  // namespace

std::string source_of(const PipelineTaskSpec& task, const std::string& input) {
  if (!task.inputs) return "-";
  const auto parameter = task.inputs->parameters.find(input);
  if (parameter != task.inputs->parameters.end()) return source_of(parameter->second);
  const auto artifact = task.inputs->artifacts.find(input);
  return artifact != task.inputs->artifacts.end() ? source_of(artifact->second) : "-";
}

}  // namespace mlpipe::testing
