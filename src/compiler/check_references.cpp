#include "mlpipe/compiler/check_references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "ir/order.hpp"
#include "ir/proto_json.hpp"

namespace mlpipe {
namespace {

using namespace ir;

constexpr std::size_t longest_name = 128;

// ---- Small questions ----

bool lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What the API server takes as a pipeline's name.
bool is_pipeline_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name && lower_or_digit(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) { return lower_or_digit(c) || c == '-'; });
}

/// What Argo takes as the name of a template or of a task that others depend on.
bool is_argo_name(std::string_view name) {
  return !name.empty() && letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

/// What Argo takes as the name of a workflow's parameter.
bool is_argo_parameter(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

template <class Map>
bool has(const Map& map, const std::string& key) {
  return map.find(key) != map.end();
}

const ComponentInputsSpec& inputs_of(const ComponentSpec& component) {
  static const ComponentInputsSpec none;
  return component.input_definitions ? *component.input_definitions : none;
}

const ComponentOutputsSpec& outputs_of(const ComponentSpec& component) {
  static const ComponentOutputsSpec none;
  return component.output_definitions ? *component.output_definitions : none;
}

const TaskInputsSpec& inputs_of(const PipelineTaskSpec& task) {
  static const TaskInputsSpec none;
  return task.inputs ? *task.inputs : none;
}

template <class Alternative, class Variant>
const Alternative* boxed(const Variant& variant) {
  const auto* box = std::get_if<Box<Alternative>>(&variant);
  return box && box->has_value() ? &**box : nullptr;
}

bool is_iterated(const PipelineTaskSpec& task) { return !std::holds_alternative<std::monostate>(task.iterator); }

/// The input that a task's iterator fills, each time anew; empty where there is none.
std::string item_input(const PipelineTaskSpec& task) {
  if (const auto* iterator = boxed<ParameterIteratorSpec>(task.iterator)) return iterator->item_input;
  if (const auto* iterator = boxed<ArtifactIteratorSpec>(task.iterator)) return iterator->item_input;
  return {};
}

/// The keys K of `inputs.parameter_values['K']` in a CEL expression; what stands in its string literals is none.
std::vector<std::string> condition_inputs(std::string_view condition) {
  constexpr std::string_view lookup = "inputs.parameter_values[";
  std::vector<std::string> keys;
  for (std::size_t at = 0; at < condition.size(); ++at) {
    const char quote = condition[at];
    if (quote != '\'' && quote != '"') continue;
    const bool is_key = condition.substr(0, at).ends_with(lookup);
    std::string text;
    for (++at; at < condition.size() && condition[at] != quote; ++at) {
      if (condition[at] == '\\' && at + 1 < condition.size()) ++at;
      text += condition[at];
    }
    if (is_key) keys.push_back(std::move(text));
  }
  return keys;
}

/// "`a` waits for `b` waits for `a`"; of a long cycle only the start.
std::string cycle_text(const std::vector<std::uint32_t>& cycle, const std::vector<std::string_view>& names,
                       std::string_view verb) {
  constexpr std::size_t shown = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(cycle.size(), shown); ++i)
    text += fmt::format("`{}` {} ", names[cycle[i]], verb);
  if (cycle.size() > shown) text += fmt::format("({} more) {} ", cycle.size() - shown, verb);
  return fmt::format("{}`{}`", text, names[cycle.front()]);
}

// ---- One DAG ----

class DagChecker {
 public:
  DagChecker(const PipelineSpec& spec, std::string where, const ComponentSpec& component, const DagSpec& dag,
             Diagnostics& found)
      : spec_(spec), where_(std::move(where)), component_(component), dag_(dag), found_(found) {}

  void check() {
    if (dag_.tasks.empty()) return report(Code::empty_dag, fmt::format("{} has no task", where_));
    for (const auto& [name, task] : dag_.tasks) check_task(name, task);
    check_outputs();
    check_order();
  }

 private:
  void report(Code code, std::string message) { found_.emplace_back(code, SourceLocation{}, std::move(message)); }

  std::string task_text(const std::string& task) const { return fmt::format("task `{}` of {}", task, where_); }

  const ComponentSpec* component_of(const PipelineTaskSpec& task) const {
    if (!task.component_ref) return nullptr;
    const auto at = spec_.components.find(task.component_ref->name);
    return at == spec_.components.end() ? nullptr : &at->second;
  }

  void check_task(const std::string& name, const PipelineTaskSpec& task) {
    check_task_name(name, task);
    const ComponentSpec* component = component_of(task);
    if (!task.component_ref) {
      report(Code::dangling_component, fmt::format("{} names no component", task_text(name)));
    } else if (!component) {
      report(Code::dangling_component,
             fmt::format("{} is of component `{}`, which is not there", task_text(name), task.component_ref->name));
    }
    for (const auto& [input, source] : inputs_of(task).parameters) check_parameter(name, input, source);
    for (const auto& [input, source] : inputs_of(task).artifacts) check_artifact(name, input, source);
    for (const std::string& other : task.dependent_tasks) {
      if (!has(dag_.tasks, other)) report_no_task(name, "waits for", other);
    }
    check_iterator(name, task, component);
    check_condition(name, task);
    if (component) check_all_given(name, task, *component);
  }

  void check_task_name(const std::string& name, const PipelineTaskSpec& task) {
    if (!is_argo_name(name) || name.size() > longest_name) {
      report(Code::refused_name, fmt::format("the backend does not take `{}` as the name of a task", name));
    }
    constexpr std::string_view driver = "-driver";
    if (name.ends_with(driver) && has(dag_.tasks, name.substr(0, name.size() - driver.size()))) {
      report(Code::refused_name, fmt::format("the backend makes a step `{}` of its own, beside the task `{}`", name,
                                             name.substr(0, name.size() - driver.size())));
    }
    const std::size_t length = task.component_ref ? task.component_ref->name.size() + name.size() : 0;
    if (is_iterated(task) && length + std::string_view("--iterator").size() > longest_name) {
      report(Code::refused_name, fmt::format("the names of the loop {} and its component `{}` are too long together",
                                             task_text(name), task.component_ref->name));
    }
  }

  void report_no_task(const std::string& task, std::string_view verb, const std::string& other) {
    report(Code::dangling_task, fmt::format("{} {} `{}`, which is no task beside it", task_text(task), verb, other));
  }

  void report_no_input(const std::string& user, std::string_view kind, const std::string& input) {
    report(Code::dangling_input,
           fmt::format("{} reads the {} `{}`, which {} does not declare", user, kind, input, where_));
  }

  /// Whether the task is there and has that output; reports what is not. Who asks is named by a function: nearly always
  /// nothing is wrong, and the text would be for nobody.
  template <class User, class OutputsOf>
  void check_source(const User& user, const std::string& producer, std::string_view kind, const std::string& output,
                    OutputsOf outputs_of_kind) {
    const auto at = dag_.tasks.find(producer);
    if (at == dag_.tasks.end()) {
      return report(Code::dangling_task,
                    fmt::format("{} reads an output of `{}`, which is no task of {}", user(), producer, where_));
    }
    const ComponentSpec* component = component_of(at->second);
    if (!component || has(outputs_of_kind(outputs_of(*component)), output)) return;
    report(Code::dangling_output,
           fmt::format("{} reads the output {} `{}` of `{}`, which has no such", user(), kind, output, producer));
  }

  template <class User>
  void check_source_parameter(const User& user, const std::string& producer, const std::string& output) {
    check_source(
        user, producer, "parameter", output, [](const auto& outputs) -> auto& { return outputs.parameters; });
  }

  template <class User>
  void check_source_artifact(const User& user, const std::string& producer, const std::string& output) {
    check_source(
        user, producer, "artifact", output, [](const auto& outputs) -> auto& { return outputs.artifacts; });
  }

  void check_parameter(const std::string& task, const std::string& input,
                       const TaskInputsSpec::InputParameterSpec& source) {
    using Input = TaskInputsSpec::InputParameterSpec;
    const auto user = [&] { return task_text(task); };
    if (std::holds_alternative<std::monostate>(source.kind)) {
      report(Code::unfed_input, fmt::format("input `{}` of {} has no value", input, task_text(task)));
    } else if (const auto* outer = std::get_if<Input::ComponentInputParameter>(&source.kind)) {
      if (!has(inputs_of(component_).parameters, outer->value)) {
        report_no_input(task_text(task), "parameter", outer->value);
      }
    } else if (const auto* output = std::get_if<Input::TaskOutputParameterSpec>(&source.kind)) {
      check_source_parameter(user, output->producer_task, output->output_parameter_key);
    } else if (const auto* status = std::get_if<Input::TaskFinalStatus>(&source.kind)) {
      if (!has(dag_.tasks, status->producer_task)) report_no_task(task, "reads the status of", status->producer_task);
    }
  }

  void check_artifact(const std::string& task, const std::string& input,
                      const TaskInputsSpec::InputArtifactSpec& source) {
    using Input = TaskInputsSpec::InputArtifactSpec;
    const auto user = [&] { return task_text(task); };
    if (std::holds_alternative<std::monostate>(source.kind)) {
      report(Code::unfed_input, fmt::format("input `{}` of {} has no value", input, task_text(task)));
    } else if (const auto* outer = std::get_if<Input::ComponentInputArtifact>(&source.kind)) {
      if (!has(inputs_of(component_).artifacts, outer->value))
        report_no_input(task_text(task), "artifact", outer->value);
    } else if (const auto* output = std::get_if<Input::TaskOutputArtifactSpec>(&source.kind)) {
      check_source_artifact(user, output->producer_task, output->output_artifact_key);
    }
  }

  void check_iterator(const std::string& name, const PipelineTaskSpec& task, const ComponentSpec* component) {
    if (const auto* iterator = boxed<ParameterIteratorSpec>(task.iterator)) {
      check_items(name, inputs_of(task).parameters, *iterator);
      if (component) check_item(name, inputs_of(*component).parameters, iterator->item_input);
    } else if (const auto* artifacts = boxed<ArtifactIteratorSpec>(task.iterator)) {
      const std::string list = artifacts->items ? artifacts->items->input_artifact : std::string();
      if (!has(inputs_of(task).artifacts, list)) report_no_items(name, list);
      if (component) check_item(name, inputs_of(*component).artifacts, artifacts->item_input);
    } else if (is_iterated(task)) {
      report_no_items(name, {});
    }
  }

  template <class Inputs>
  void check_items(const std::string& name, const Inputs& inputs, const ParameterIteratorSpec& iterator) {
    using Items = ParameterIteratorSpec::ItemsSpec;
    const Items none;
    const Items& items = iterator.items ? *iterator.items : none;
    if (const auto* raw = std::get_if<Items::Raw>(&items.kind)) {
      const auto parsed = parse_json(raw->value);
      const Json* value = std::get_if<Json>(&parsed);
      if (value && value->is_array()) return;
      return report(Code::broken_iterator, fmt::format("the items of the loop {} are no JSON array", task_text(name)));
    }
    const auto* input = std::get_if<Items::InputParameter>(&items.kind);
    if (!input || !has(inputs, input->value)) report_no_items(name, input ? input->value : std::string());
  }

  void report_no_items(const std::string& name, const std::string& list) {
    report(Code::broken_iterator,
           fmt::format("the loop {} goes over `{}`, which is no input of it", task_text(name), list));
  }

  template <class Inputs>
  void check_item(const std::string& name, const Inputs& inputs, const std::string& item) {
    if (has(inputs, item)) return;
    report(Code::broken_iterator,
           fmt::format("the loop {} gives its items as `{}`, which its component does not declare", task_text(name),
                       item));
  }

  void check_condition(const std::string& name, const PipelineTaskSpec& task) {
    if (!task.trigger_policy) return;
    for (const std::string& input : condition_inputs(task.trigger_policy->condition)) {
      if (has(inputs_of(task).parameters, input)) continue;
      report(Code::dangling_input,
             fmt::format("the condition of {} reads `{}`, which is no input of it", task_text(name), input));
    }
  }

  void check_all_given(const std::string& name, const PipelineTaskSpec& task, const ComponentSpec& component) {
    const std::string item = item_input(task);
    const auto check = [&](const auto& wanted, const auto& given) {
      for (const auto& [input, definition] : wanted) {
        if (definition.is_optional || input == item || has(given, input)) continue;
        report(Code::unfed_input, fmt::format("{} is not given the input `{}`, which its component `{}` requires",
                                              task_text(name), input, task.component_ref->name));
      }
    };
    check(inputs_of(component).artifacts, inputs_of(task).artifacts);
    check(inputs_of(component).parameters, inputs_of(task).parameters);
  }

  void check_outputs() {
    static const DagOutputsSpec none;
    const DagOutputsSpec& outputs = dag_.outputs ? *dag_.outputs : none;
    for (const auto& [name, output] : outputs.artifacts) check_output(name, output);
    for (const auto& [name, output] : outputs.parameters) check_output(name, output);
    check_both_sides(outputs_of(component_).artifacts, outputs.artifacts);
    check_both_sides(outputs_of(component_).parameters, outputs.parameters);
  }

  std::string output_text(const std::string& name) const { return fmt::format("output `{}` of {}", name, where_); }

  void check_output(const std::string& name, const DagOutputsSpec::DagOutputArtifactSpec& output) {
    if (output.artifact_selectors.empty()) report_unfed(name);
    const auto user = [&] { return output_text(name); };
    for (const auto& selector : output.artifact_selectors) {
      check_source_artifact(user, selector.producer_subtask, selector.output_artifact_key);
    }
  }

  void check_output(const std::string& name, const DagOutputsSpec::DagOutputParameterSpec& output) {
    const auto check = [&](const DagOutputsSpec::ParameterSelectorSpec& selector) {
      check_source_parameter([&] { return output_text(name); }, selector.producer_subtask,
                             selector.output_parameter_key);
    };
    if (const auto* one = std::get_if<DagOutputsSpec::ParameterSelectorSpec>(&output.kind)) return check(*one);
    const auto* several = std::get_if<DagOutputsSpec::ParameterSelectorsSpec>(&output.kind);
    if (!several || several->parameter_selectors.empty()) return report_unfed(name);
    std::for_each(several->parameter_selectors.begin(), several->parameter_selectors.end(), check);
  }

  void report_unfed(const std::string& output) {
    report(Code::unfed_output, fmt::format("no task feeds {}", output_text(output)));
  }

  template <class Declared, class Fed>
  void check_both_sides(const Declared& declared, const Fed& fed) {
    for (const auto& [name, definition] : declared) {
      if (!has(fed, name)) report_unfed(name);
    }
    for (const auto& [name, source] : fed) {
      if (has(declared, name)) continue;
      report(Code::dangling_output, fmt::format("{} is fed and not declared", output_text(name)));
    }
  }

  /// Who waits for whom, by data or by order: no task for itself.
  void check_order() {
    std::unordered_map<std::string_view, std::uint32_t> number;
    std::vector<std::string_view> names;
    for (const auto& [name, task] : dag_.tasks) {
      number.emplace(name, static_cast<std::uint32_t>(names.size()));
      names.push_back(name);
    }
    std::vector<Edge> waits;
    for (const auto& [name, task] : dag_.tasks) {
      for_each_producer(task, [&, from = number.at(name)](const std::string& producer) {
        const auto at = number.find(producer);
        if (at != number.end()) waits.push_back({from, at->second});
      });
    }
    for (const auto& cycle : find_cycles(static_cast<std::uint32_t>(names.size()), waits))
      report(Code::spec_cycle, fmt::format("in {}, {}", where_, cycle_text(cycle, names, "waits for")));
  }

  template <class Visit>
  static void for_each_producer(const PipelineTaskSpec& task, Visit visit) {
    for (const std::string& other : task.dependent_tasks) visit(other);
    for (const auto& [input, source] : inputs_of(task).parameters) {
      using Input = TaskInputsSpec::InputParameterSpec;
      if (const auto* output = std::get_if<Input::TaskOutputParameterSpec>(&source.kind)) visit(output->producer_task);
      if (const auto* status = std::get_if<Input::TaskFinalStatus>(&source.kind)) visit(status->producer_task);
    }
    for (const auto& [input, source] : inputs_of(task).artifacts) {
      using Input = TaskInputsSpec::InputArtifactSpec;
      if (const auto* output = std::get_if<Input::TaskOutputArtifactSpec>(&source.kind)) visit(output->producer_task);
    }
  }

  const PipelineSpec& spec_;
  std::string where_;
  const ComponentSpec& component_;
  const DagSpec& dag_;
  Diagnostics& found_;
};

// ---- The whole spec ----

class SpecChecker {
 public:
  explicit SpecChecker(const PipelineSpec& spec) : spec_(spec) {}

  Diagnostics check() && {
    check_top();
    for (const auto& [name, component] : spec_.components) {
      check_component_name(name, component);
      check_implementation(fmt::format("component `{}`", name), component);
    }
    if (spec_.root) check_implementation("the pipeline", *spec_.root);
    check_recursion();
    check_containers();
    check_loop_bodies();
    return std::move(found_);
  }

 private:
  void report(Code code, std::string message, std::string hint = {}) {
    found_.emplace_back(code, SourceLocation{}, std::move(message), std::move(hint));
  }

  void check_top() {
    constexpr std::string_view version = "2.1.0";
    if (spec_.schema_version != version) {
      report(Code::incomplete_spec, fmt::format("the schema version is `{}`, not `{}`", spec_.schema_version, version));
    }
    const std::string name = spec_.pipeline_info ? spec_.pipeline_info->name : std::string();
    if (!is_pipeline_name(name)) {
      report(Code::refused_name, fmt::format("the backend does not take `{}` as the name of a pipeline", name),
             "use lower-case letters, digits and `-`, at most 128 of them, a letter or digit first");
    }
    if (!spec_.root) return report(Code::incomplete_spec, "the pipeline has no root");
    if (!std::holds_alternative<DagSpec>(spec_.root->implementation)) {
      report(Code::incomplete_spec, "the root of the pipeline is no DAG");
    }
  }

  void check_component_name(const std::string& name, const ComponentSpec& component) {
    const bool is_template = std::holds_alternative<DagSpec>(component.implementation);
    const bool fits = is_template ? is_argo_name(name) : is_argo_parameter(name);
    constexpr std::string_view starts_taken[] = {"system-", "retry-", "metadata-", "exit-hook-"};
    const bool taken = name == "root" || name == "entrypoint" ||
                       std::any_of(std::begin(starts_taken), std::end(starts_taken),
                                   [&](std::string_view start) { return name.starts_with(start); });
    if (fits && !taken && name.size() <= longest_name) return;
    report(Code::refused_name, fmt::format("the backend does not take `{}` as the name of a component", name));
  }

  void check_implementation(std::string where, const ComponentSpec& component) {
    if (const auto* dag = std::get_if<DagSpec>(&component.implementation)) {
      return DagChecker(spec_, std::move(where), component, *dag, found_).check();
    }
    const auto* label = std::get_if<ComponentSpec::ExecutorLabel>(&component.implementation);
    if (!label) return report(Code::incomplete_spec, fmt::format("{} has neither a DAG nor an executor", where));
    const auto* executor = executor_of(component);
    if (!executor) {
      return report(Code::dangling_executor,
                    fmt::format("{} is run by `{}`, which is not among the executors", where, label->value));
    }
    if (std::holds_alternative<std::monostate>(executor->spec)) {
      report(Code::dangling_executor, fmt::format("executor `{}` of {} is empty", label->value, where));
    }
  }

  const PipelineDeploymentConfig::ExecutorSpec* executor_of(const ComponentSpec& component) const {
    const auto* label = std::get_if<ComponentSpec::ExecutorLabel>(&component.implementation);
    if (!label || !spec_.deployment_spec) return nullptr;
    const auto at = spec_.deployment_spec->executors.find(label->value);
    return at == spec_.deployment_spec->executors.end() ? nullptr : &at->second;
  }

  /// No component contains itself.
  void check_recursion() {
    std::unordered_map<std::string_view, std::uint32_t> number;
    std::vector<std::string_view> names;
    for (const auto& [name, component] : spec_.components) {
      number.emplace(name, static_cast<std::uint32_t>(names.size()));
      names.push_back(name);
    }
    std::vector<Edge> contains;
    for (const auto& [name, component] : spec_.components) {
      const auto* dag = std::get_if<DagSpec>(&component.implementation);
      if (!dag) continue;
      for (const auto& [key, task] : dag->tasks) {
        const auto at = task.component_ref ? number.find(task.component_ref->name) : number.end();
        if (at != number.end()) contains.push_back({number.at(name), at->second});
      }
    }
    for (const auto& cycle : find_cycles(static_cast<std::uint32_t>(names.size()), contains))
      report(Code::spec_cycle, fmt::format("component {}", cycle_text(cycle, names, "contains")));
  }

  /// The backend keeps one interface for each container: the first that it meets.
  void check_containers() {
    std::unordered_map<std::string, const std::pair<const std::string, ComponentSpec>*> first;
    for (const auto& entry : spec_.components) {
      const auto* executor = executor_of(entry.second);
      const auto* container =
          executor ? std::get_if<PipelineDeploymentConfig::PipelineContainerSpec>(&executor->spec) : nullptr;
      if (!container) continue;
      const auto [at, is_new] = first.try_emplace(proto_json(*container), &entry);
      if (is_new) continue;
      const ComponentSpec& other = at->second->second;
      if (inputs_of(other) == inputs_of(entry.second) && outputs_of(other) == outputs_of(entry.second)) continue;
      report(
          Code::confused_containers,
          fmt::format("components `{}` and `{}` run the same container and differ in their inputs or outputs, and the "
                      "backend keeps only those of one of them",
                      at->second->first, entry.first),
          "let their commands or arguments differ, by the component's name for example");
    }
  }

  /// The backend makes one template for the body of a loop, under the component's name.
  void check_loop_bodies() {
    std::unordered_map<std::string_view, int> loops;
    const auto count = [&](const ComponentSpec& component) {
      const auto* dag = std::get_if<DagSpec>(&component.implementation);
      if (!dag) return;
      for (const auto& [key, task] : dag->tasks) {
        if (is_iterated(task) && task.component_ref && is_dag(task.component_ref->name))
          ++loops[task.component_ref->name];
      }
    };
    for (const auto& [name, component] : spec_.components) count(component);
    if (spec_.root) count(*spec_.root);
    for (const auto& [name, component] : spec_.components) {
      const auto at = loops.find(name);
      if (at == loops.end() || at->second < 2) continue;
      report(Code::shared_loop_body,
             fmt::format("component `{}` is the body of {} loops, and the backend takes one", name, at->second));
    }
  }

  bool is_dag(const std::string& component) const {
    const auto at = spec_.components.find(component);
    return at != spec_.components.end() && std::holds_alternative<DagSpec>(at->second.implementation);
  }

  const PipelineSpec& spec_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_references(const PipelineSpec& spec) { return SpecChecker(spec).check(); }

}  // namespace mlpipe
