#include "compiler/drawing.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "ir/readable_condition.hpp"

namespace mlpipe::compiler {
namespace {

using ParameterInput = ir::TaskInputsSpec::InputParameterSpec;
using ArtifactInput = ir::TaskInputsSpec::InputArtifactSpec;

/// A DAG as one task calls it.
struct Instance {
  const ir::DagSpec* dag = nullptr;
  const ir::PipelineTaskSpec* call = nullptr;
  const Instance* parent = nullptr;
  std::map<std::string, std::string> ids;  ///< of its tasks
  std::map<std::string, std::unique_ptr<Instance>> open;
};

/// Where a value comes from.
struct Source {
  std::string id;
  std::string output;
};
using Sources = std::vector<Source>;

class Drawer {
 public:
  explicit Drawer(const ir::PipelineSpec& spec) : spec_(spec) {
    if (spec.pipeline_info) drawing_.title = spec.pipeline_info->name;
    if (spec.root) root_.dag = std::get_if<ir::DagSpec>(&spec.root->implementation);
  }

  Drawing draw() && {
    if (root_.dag == nullptr) return std::move(drawing_);
    drawing_.boxes = open(root_, 0);
    connect(root_);
    for (const auto& [name, id] : inputs_) drawing_.inputs.push_back({id, name, {}, false, {}});
    return std::move(drawing_);
  }

 private:
  std::vector<Drawing::Box> open(Instance& instance, int depth) {
    constexpr int most_boxes = 4000;
    constexpr int deepest = 100;
    std::vector<Drawing::Box> boxes;
    for (const auto& [key, task] : instance.dag->tasks) {
      Drawing::Box box;
      box.id = instance.ids[key] = fmt::format("n{}", count_++);
      box.label = task.task_info && !task.task_info->name.empty() ? task.task_info->name : key;
      if (task.trigger_policy) box.condition = ir::readable(task.trigger_policy->condition).text;
      const ir::DagSpec* const dag = dag_of(task);
      if (dag != nullptr && count_ < most_boxes && depth < deepest) {
        auto inner = std::make_unique<Instance>();
        inner->dag = dag;
        inner->call = &task;
        inner->parent = &instance;
        box.is_frame = true;
        box.inside = open(*inner, depth + 1);
        instance.open.emplace(key, std::move(inner));
      }
      boxes.push_back(std::move(box));
    }
    return boxes;
  }

  const ir::DagSpec* dag_of(const ir::PipelineTaskSpec& task) const {
    const auto found = task.component_ref ? spec_.components.find(task.component_ref->name) : spec_.components.end();
    return found == spec_.components.end() ? nullptr : std::get_if<ir::DagSpec>(&found->second.implementation);
  }

  void connect(const Instance& instance) {
    for (const auto& [key, task] : instance.dag->tasks) {
      const std::string& id = instance.ids.at(key);
      const auto inner = instance.open.find(key);
      connect_data(instance, task, id, inner != instance.open.end());
      connect_order(instance, task, id);
      if (inner != instance.open.end()) connect(*inner->second);
    }
  }

  /// Of a frame only what its condition looks at: the rest goes on to the boxes in it.
  void connect_data(const Instance& instance, const ir::PipelineTaskSpec& task, const std::string& id, bool is_frame) {
    if (!task.inputs) return;
    const std::string& condition = task.trigger_policy ? task.trigger_policy->condition : no_condition_;
    for (const auto& [name, input] : task.inputs->parameters) {
      if (is_frame && condition.find('\'' + name + '\'') == std::string::npos) continue;
      add_edges(parameter_sources(instance, input), id);
    }
    if (is_frame) return;
    for (const auto& [name, input] : task.inputs->artifacts) add_edges(artifact_sources(instance, input), id);
  }

  void add_edges(const Sources& sources, const std::string& to) {
    for (const Source& source : sources) drawing_.edges.insert({source.id, to, source.output, true});
  }

  void connect_order(const Instance& instance, const ir::PipelineTaskSpec& task, const std::string& id) {
    for (const std::string& upstream : task.dependent_tasks) {
      const auto found = instance.ids.find(upstream);
      if (found != instance.ids.end() && !takes_data_from(task, upstream))
        drawing_.edges.insert({found->second, id, {}, false});
    }
  }

  static bool takes_data_from(const ir::PipelineTaskSpec& task, const std::string& producer) {
    if (!task.inputs) return false;
    for (const auto& [name, input] : task.inputs->parameters) {
      const auto* output = std::get_if<ParameterInput::TaskOutputParameterSpec>(&input.kind);
      if (output != nullptr && output->producer_task == producer) return true;
    }
    for (const auto& [name, input] : task.inputs->artifacts) {
      const auto* output = std::get_if<ArtifactInput::TaskOutputArtifactSpec>(&input.kind);
      if (output != nullptr && output->producer_task == producer) return true;
    }
    return false;
  }

  Sources parameter_sources(const Instance& instance, const ParameterInput& input) {
    if (const auto* output = std::get_if<ParameterInput::TaskOutputParameterSpec>(&input.kind))
      return parameter_sources(instance, output->producer_task, output->output_parameter_key);
    const auto* given = std::get_if<ParameterInput::ComponentInputParameter>(&input.kind);
    if (given == nullptr) return {};
    if (instance.parent == nullptr) return {pipeline_input(given->value)};
    if (!instance.call->inputs) return {};
    const auto found = instance.call->inputs->parameters.find(given->value);
    if (found == instance.call->inputs->parameters.end()) return {};
    return parameter_sources(*instance.parent, found->second);
  }

  Sources parameter_sources(const Instance& instance, const std::string& task, const std::string& key) {
    const auto inner = instance.open.find(task);
    if (inner == instance.open.end()) return task_output(instance, task, key);
    Sources sources;
    const auto& outputs = inner->second->dag->outputs;
    if (!outputs) return sources;
    const auto found = outputs->parameters.find(key);
    if (found == outputs->parameters.end()) return sources;
    const auto add = [&](const ir::DagOutputsSpec::ParameterSelectorSpec& selector) {
      for (Source& source : parameter_sources(*inner->second, selector.producer_subtask, selector.output_parameter_key))
        sources.push_back(std::move(source));
    };
    if (const auto* one = std::get_if<ir::DagOutputsSpec::ParameterSelectorSpec>(&found->second.kind)) add(*one);
    if (const auto* several = std::get_if<ir::DagOutputsSpec::ParameterSelectorsSpec>(&found->second.kind)) {
      for (const auto& selector : several->parameter_selectors) add(selector);
    }
    return sources;
  }

  Sources artifact_sources(const Instance& instance, const ArtifactInput& input) {
    if (const auto* output = std::get_if<ArtifactInput::TaskOutputArtifactSpec>(&input.kind))
      return artifact_sources(instance, output->producer_task, output->output_artifact_key);
    const auto* given = std::get_if<ArtifactInput::ComponentInputArtifact>(&input.kind);
    if (given == nullptr) return {};
    if (instance.parent == nullptr) return {pipeline_input(given->value)};
    if (!instance.call->inputs) return {};
    const auto found = instance.call->inputs->artifacts.find(given->value);
    if (found == instance.call->inputs->artifacts.end()) return {};
    return artifact_sources(*instance.parent, found->second);
  }

  Sources artifact_sources(const Instance& instance, const std::string& task, const std::string& key) {
    const auto inner = instance.open.find(task);
    if (inner == instance.open.end()) return task_output(instance, task, key);
    Sources sources;
    const auto& outputs = inner->second->dag->outputs;
    if (!outputs) return sources;
    const auto found = outputs->artifacts.find(key);
    if (found == outputs->artifacts.end()) return sources;
    for (const auto& selector : found->second.artifact_selectors) {
      for (Source& source : artifact_sources(*inner->second, selector.producer_subtask, selector.output_artifact_key))
        sources.push_back(std::move(source));
    }
    return sources;
  }

  static Sources task_output(const Instance& instance, const std::string& task, const std::string& key) {
    const auto id = instance.ids.find(task);
    if (id == instance.ids.end()) return {};
    return {{id->second, key}};
  }

  Source pipeline_input(const std::string& name) {
    return {inputs_.try_emplace(name, fmt::format("i{}", inputs_.size())).first->second, {}};
  }

  const ir::PipelineSpec& spec_;
  Drawing drawing_;
  Instance root_;
  std::map<std::string, std::string> inputs_;  ///< ids of the pipeline's inputs, by name
  int count_ = 0;
  const std::string no_condition_;
};

}  // namespace

Drawing draw(const ir::PipelineSpec& spec) { return Drawer(spec).draw(); }

}  // namespace mlpipe::compiler
