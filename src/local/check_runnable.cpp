#include "local/check_runnable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "local/cel.hpp"
#include "local/upstream.hpp"
#include "local/values.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::local {
namespace {

using Deployment = ir::PipelineDeploymentConfig;
using Parameter = ir::TaskInputsSpec::InputParameterSpec;

/// The image of a container, or the input that has it.
std::string describe_image(std::string_view image) {
  constexpr std::string_view opening = "{{$.inputs.parameters['", closing = "']}}";
  if (!image.starts_with(opening) || !image.ends_with(closing)) return fmt::format("image `{}`", image);
  image.remove_prefix(opening.size());
  image.remove_suffix(closing.size());
  return fmt::format("its image is its input `{}`", image);
}

class Checker {
 public:
  Checker(const ir::PipelineSpec& spec, const RunOptions& options) : spec_(spec), options_(options) {}

  Diagnostics check() && {
    const auto* dag = spec_.root ? std::get_if<ir::DagSpec>(&spec_.root->implementation) : nullptr;
    if (dag == nullptr) {
      broken("the spec has no root DAG");
    } else {
      check_dag(*dag, "", 1);
    }
    return std::move(diagnostics_);
  }

 private:
  void refuse(const std::string& task, std::string_view construct, std::string hint = {}) {
    diagnostics_.emplace_back(Code::not_runnable_here, place_of(task),
                              fmt::format("task `{}` needs {}, which a local run has not", task, construct),
                              std::move(hint));
  }
  SourceLocation place_of(const std::string& task) const {
    return options_.source == nullptr ? SourceLocation{} : options_.source->place_of(task);
  }
  void broken(std::string message) {
    diagnostics_.emplace_back(Code::broken_spec_for_run, SourceLocation{}, std::move(message));
  }

  void check_dag(const ir::DagSpec& dag, const std::string& path, int depth) {
    for (const auto& [key, task] : dag.tasks) {
      const std::string inner = path.empty() ? key : fmt::format("{}/{}", path, key);
      check_task(dag, inner, task);
      check_component(inner, task, depth);
    }
    check_outputs(dag, path);
    check_order(dag, path);
  }

  void check_task(const ir::DagSpec& dag, const std::string& path, const ir::PipelineTaskSpec& task) {
    if (!std::holds_alternative<std::monostate>(task.iterator)) refuse(path, "a loop");
    for (const std::string& producer : upstream_of(task)) {
      if (!dag.tasks.contains(producer))
        broken(fmt::format("task `{}` waits for `{}`, which is no task beside it", path, producer));
    }
    if (task.inputs) check_inputs(path, *task.inputs);
    if (!task.trigger_policy || task.trigger_policy->condition.empty()) return;
    if (const auto error = check_condition(task.trigger_policy->condition)) {
      diagnostics_.emplace_back(Code::not_runnable_here, place_of(path),
                                fmt::format("the condition of task `{}` cannot be evaluated here: {} (at {} of `{}`)",
                                            path, error->message, error->offset, task.trigger_policy->condition));
    }
  }

  void check_inputs(const std::string& path, const ir::TaskInputsSpec& inputs) {
    for (const auto& [key, input] : inputs.parameters) {
      if (std::holds_alternative<Parameter::TaskFinalStatus>(input.kind))
        refuse(path, fmt::format("the final status of another task (input `{}`)", key));
      if (!input.parameter_expression_selector.empty())
        refuse(path, fmt::format("a field of a value (input `{}`)", key));
      const auto* value = std::get_if<ir::ValueOrRuntimeParameter>(&input.kind);
      if (value != nullptr && !std::holds_alternative<Json>(value->value))
        refuse(path, fmt::format("a deprecated kind of value (input `{}`)", key));
    }
  }

  void check_component(const std::string& path, const ir::PipelineTaskSpec& task, int depth) {
    constexpr int deepest = 200;
    const std::string name = task.component_ref ? task.component_ref->name : std::string();
    const auto found = spec_.components.find(name);
    if (found == spec_.components.end())
      return broken(fmt::format("task `{}` calls the component `{}`, which the spec has not", path, name));
    if (open_.contains(name)) return broken(fmt::format("task `{}` calls `{}`, which it lies in", path, name));
    if (depth > deepest) return refuse(path, fmt::format("DAGs nested deeper than {}", deepest));
    if (!checked_.insert(name).second) return;
    const ir::ComponentSpec& component = found->second;
    if (const auto* label = std::get_if<ir::ComponentSpec::ExecutorLabel>(&component.implementation)) {
      check_executor(path, label->value);
    } else if (const auto* dag = std::get_if<ir::DagSpec>(&component.implementation)) {
      open_.insert(name);
      check_dag(*dag, path, depth + 1);
      open_.erase(name);
    } else {
      broken(fmt::format("component `{}` has neither a DAG nor an executor", name));
    }
  }

  void check_executor(const std::string& path, const std::string& label) {
    static const std::map<std::string, Deployment::ExecutorSpec> none;
    const auto& executors = spec_.deployment_spec ? spec_.deployment_spec->executors : none;
    const auto found = executors.find(label);
    if (found == executors.end())
      return broken(fmt::format("task `{}` has the executor `{}`, which the spec has not", path, label));
    const auto& executor = found->second.spec;
    if (std::holds_alternative<ir::Box<Deployment::ImporterSpec>>(executor)) return refuse(path, "an importer");
    const auto* container = std::get_if<Deployment::PipelineContainerSpec>(&executor);
    if (container == nullptr) return refuse(path, "a kind of executor that only some backends have");
    const bool is_ours = !native_component(container->args).empty() && container->command.size() == 1 &&
                         (options_.command.empty() || container->command.front() == options_.command);
    if (!is_ours)
      refuse(path, fmt::format("a container ({})", describe_image(container->image)),
             "local runs start native components: structs with a `run` of their own");
  }

  void check_outputs(const ir::DagSpec& dag, const std::string& path) {
    if (!dag.outputs) return;
    const auto check = [&](const std::string& key, const std::string& producer) {
      if (!dag.tasks.contains(producer))
        broken(fmt::format("output `{}` of `{}` comes from `{}`, which is no task of it", key,
                           path.empty() ? "the pipeline" : path, producer));
    };
    for (const auto& [key, output] : dag.outputs->artifacts) {
      for (const auto& selector : output.artifact_selectors) check(key, selector.producer_subtask);
    }
    for (const auto& [key, output] : dag.outputs->parameters) {
      if (const auto* one = std::get_if<ir::DagOutputsSpec::ParameterSelectorSpec>(&output.kind))
        check(key, one->producer_subtask);
      if (const auto* several = std::get_if<ir::DagOutputsSpec::ParameterSelectorsSpec>(&output.kind)) {
        for (const auto& selector : several->parameter_selectors) check(key, selector.producer_subtask);
      }
    }
  }

  /// No task may wait for itself, through whatever others: what is left when all that can run has run, does.
  void check_order(const ir::DagSpec& dag, const std::string& path) {
    std::map<std::string, std::size_t> open;
    std::map<std::string, std::vector<std::string>> dependants;
    std::deque<std::string> ready;
    for (const auto& [key, task] : dag.tasks) {
      const auto upstream = upstream_of(task);
      const bool whole =
          std::all_of(upstream.begin(), upstream.end(), [&](const auto& u) { return dag.tasks.contains(u); });
      if (!whole) return;  // said already
      open[key] = upstream.size();
      for (const std::string& producer : upstream) dependants[producer].push_back(key);
      if (upstream.empty()) ready.push_back(key);
    }
    while (!ready.empty()) {
      const std::string key = std::move(ready.front());
      ready.pop_front();
      open.erase(key);
      for (const std::string& next : dependants[key]) {
        if (--open[next] == 0) ready.push_back(next);
      }
    }
    if (!open.empty())
      broken(fmt::format("task `{}` waits for itself",
                         path.empty() ? open.begin()->first : path + '/' + open.begin()->first));
  }

  const ir::PipelineSpec& spec_;
  const RunOptions& options_;
  Diagnostics diagnostics_;
  std::set<std::string> checked_;
  std::set<std::string> open_;
};

}  // namespace

std::string_view native_component(const std::vector<std::string>& arguments) {
  const bool is_native =
      arguments.size() == 4 && arguments[0] == "exec" && arguments[2] == "--executor_input" && arguments[3] == "{{$}}";
  return is_native ? std::string_view(arguments[1]) : std::string_view();
}

Diagnostics check_runnable(const ir::PipelineSpec& spec, const RunOptions& options) {
  return Checker(spec, options).check();
}

Json check_inputs_of_run(const ir::PipelineSpec& spec, const Json& given, Diagnostics& diagnostics) {
  Json values = ir::check_parameters(spec, given, diagnostics);
  for (const auto& [name, artifact] : ir::root_inputs(spec).artifacts) {
    if (artifact.is_optional) continue;
    diagnostics.emplace_back(
        Code::bad_run_parameter, SourceLocation{},
        fmt::format("input `{}` is an artifact, which a local run of the pipeline cannot be given", name));
  }
  return values;
}

}  // namespace mlpipe::local
