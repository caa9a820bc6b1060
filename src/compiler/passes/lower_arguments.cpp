#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"

namespace mlpipe::compiler {
namespace {

// The inputs of one task. A value inside text, a list or a map cannot stand there itself: the task is given it as an
// input of its own, and the text refers to that. The component does not declare these inputs; the backends do not ask
// for it.
class TaskInputs {
 public:
  TaskInputs(const ir::Graph& graph, const ir::Task& task, ir::PipelineTaskSpec& spec)
      : graph_(graph), task_(task), spec_(spec) {}

  void lower() {
    for (const ir::TaskArgument& argument : task_.arguments) {
      lower_argument(graph_[task_.component].interface.inputs[argument.input].name, argument.argument);
    }
    lower_final_status();
    lower_run_placeholders();
    if (task_.options != 0) lower_resources(graph_.options_of(task_));
  }

 private:
  ir::TaskInputsSpec& inputs() { return spec_.inputs ? *spec_.inputs : spec_.inputs.emplace(); }

  void lower_argument(const std::string& key, const ir::Argument& argument) {
    if (const ir::ValueId value = whole_value(graph_, argument)) {
      wire(graph_, inputs(), key, value, task_.scope);
    } else if (const auto placeholder = whole_placeholder(argument)) {
      inputs().parameters[key] = constant_input(run_placeholder(*placeholder));
    } else {
      inputs().parameters[key] = constant_input(lower_content(argument));
    }
  }

  Json lower_content(const ir::Argument& argument) {
    if (const auto* json = std::get_if<Json>(&argument.content)) return *json;
    if (const auto* value = std::get_if<ir::ValueId>(&argument.content)) return refer_to(*value);
    if (const auto* text = std::get_if<ir::Text>(&argument.content)) return lower_text(*text);
    if (const auto* list = std::get_if<ir::Argument::List>(&argument.content)) {
      Json::Array items;
      items.reserve(list->size());
      for (const ir::Argument& item : *list) items.push_back(lower_content(item));
      return items;
    }
    Json object = Json::object();
    for (const ir::Argument::Entry& entry : std::get<ir::Argument::Map>(argument.content)) {
      object.set(entry.key, lower_content(entry.value));
    }
    return object;
  }

  std::string lower_text(const ir::Text& text) {
    std::string result;
    for (const ir::Segment& segment : text) {
      if (segment.kind == ir::SegmentKind::value)
        result += refer_to(segment.value);
      else if (segment.kind == ir::SegmentKind::run)
        result += refer_to(segment.run);
      else
        result += segment.text;
    }
    return result;
  }

  std::string refer_to(ir::ValueId value) {
    std::string key = channel_name(full_name(graph_, value));
    std::string placeholder = input_placeholder(key);
    wire(graph_, inputs(), std::move(key), value, task_.scope);
    return placeholder;
  }

  std::string refer_to(ir::RunPlaceholder placeholder) {
    if (!stands_alone(placeholder)) return std::string(run_placeholder(placeholder));
    const std::string key = run_input_name(placeholder);
    inputs().parameters[key] = constant_input(run_placeholder(placeholder));
    return input_placeholder(key);
  }

  // The status of what a task waited for, for an input of that type: check_options sees to it that this is one task.
  void lower_final_status() {
    for (const ir::InputDefinition& input : graph_[task_.component].interface.inputs) {
      if (input.type.kind() != Type::task_final_status || task_.upstream.empty()) continue;
      inputs().parameters[input.name].kind =
          ir::TaskInputsSpec::InputParameterSpec::TaskFinalStatus{key_of(graph_, task_.upstream.front())};
    }
  }

  // A container's own text refers to what the backend knows of the run by inputs, too: within text it would stay as it
  // is.
  void lower_run_placeholders() {
    const auto* container = std::get_if<ir::Container>(&graph_[task_.component].body);
    if (!container) return;
    const auto lower = [this](const ir::Text& text) {
      for (const ir::Segment& segment : text) {
        if (segment.kind == ir::SegmentKind::run) refer_to(segment.run);
      }
    };
    ir::for_each_text(*container, lower);
  }

  // Executors are shared and know no values: a quantity that is one goes the way of an input of its own.
  void lower_resources(const ir::TaskOptions& options) {
    lower_resource("cpu_request", options.cpu_request);
    lower_resource("cpu_limit", options.cpu_limit);
    lower_resource("memory_request", options.memory_request);
    lower_resource("memory_limit", options.memory_limit);
    lower_resource("accelerator_type", options.accelerator_type);
    lower_resource("accelerator_count", options.accelerator_count);
  }

  void lower_resource(const char* key, const ir::Setting& setting) {
    if (!setting || std::holds_alternative<Json>(setting->content)) return;
    Json content = lower_content(*setting);
    inputs().parameters.try_emplace(key, constant_input(std::move(content)));
  }

  const ir::Graph& graph_;
  const ir::Task& task_;
  ir::PipelineTaskSpec& spec_;
};

void lower_group(const ir::Graph& graph, ir::ScopeId id, ir::PipelineTaskSpec& spec) {
  if (graph[id].inflow.empty() || !graph[id].parent) return;
  spec.inputs.emplace();
  for (const ir::ValueId value : graph[id].inflow) {
    wire(graph, *spec.inputs, channel_name(full_name(graph, value)), value, graph[id].parent);
  }
}

}  // namespace

void lower_arguments(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body,
                      [&](ir::TaskId id) { TaskInputs(c.graph, c.graph[id], c.tasks[id.index]).lower(); });
    ir::for_each_scope(c.graph, body, [&](ir::ScopeId id) { lower_group(c.graph, id, c.groups[id.index]); });
  }
}

}  // namespace mlpipe::compiler
