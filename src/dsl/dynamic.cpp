// Pipelines, components and values without structs.
#include "mlpipe/dsl/dynamic.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/recorder.hpp"
#include "json/shown.hpp"

namespace mlpipe {

Value::Value(detail::ValueRef value) : slot_(detail::Slot::State::value) { slot_.value = std::move(value); }

void Value::hold(detail::Expression constant) {
  slot_.state = detail::Slot::State::expression;
  slot_.expression = detail::Owned(std::move(constant));
}

detail::Expression Value::mlpipe_expression() const {
  if (slot_.expression.get() != nullptr) return *slot_.expression.get();
  return detail::Expression(slot_.value);
}

detail::Slot Value::converted_slot(const Type& type, const SourceLocation& at) const {
  detail::Recorder* recorder = slot_.value.session.recorder();
  if (recorder == nullptr || !slot_.value.id) return slot_;  // whoever uses it says what is wrong with it
  detail::Slot result = slot_;
  const Type& own = type_of(recorder->graph, slot_.value.id);
  if (feeds(own, type)) return result;
  recorder->diagnose({Code::type_mismatch, at,
                      fmt::format("{} is of type `{}`, and is taken as `{}`", describe(recorder->graph, slot_.value.id),
                                  to_string(own), to_string(type)),
                      "name the type that the component declares"});
  result.value.id = {};
  return result;
}

Value DynamicTask::find_output(std::string_view name, SourceLocation at) const {
  detail::Recorder* recorder = mlpipe_task_.session.recorder();
  if (recorder == nullptr || !mlpipe_task_.id) return Value(detail::ValueRef{mlpipe_task_.session, {}});
  return recorder->find_output(mlpipe_task_.id, name, at);
}

namespace detail {
namespace {

template <class Definitions>
std::string names_of(const Definitions& definitions) {
  std::vector<std::string> names;
  names.reserve(definitions.size());
  for (const auto& definition : definitions) names.push_back("`" + definition.name + "`");
  return names.empty() ? "it has none" : "it has " + listed(names);
}

template <class Definitions>
auto find_by_name(const Definitions& definitions, std::string_view name) {
  return std::find_if(definitions.begin(), definitions.end(), [&](const auto& d) { return d.name == name; });
}

ir::Interface interface_of(const DynamicComponent& component) {
  ir::Interface interface;
  for (const DynamicInput& given : component.inputs) {
    ir::InputDefinition& input = interface.inputs.emplace_back();
    input.name = given.name;
    input.type = given.type;
    input.description = given.options.description;
    input.default_value = given.options.default_value;
    input.optional = given.options.optional || given.options.default_value.has_value();
    input.literals = given.options.literals;
  }
  for (const DynamicOutput& given : component.outputs)
    interface.outputs.push_back({given.name, given.type, given.description});
  return interface;
}

/// Drops what has the name of an earlier one, so that nothing else follows from it.
template <class Definitions>
void keep_first(Definitions& definitions, const std::string& component, const char* what, const SourceLocation& at,
                Diagnostics& twins) {
  Definitions kept;
  for (auto& definition : definitions) {
    if (find_by_name(kept, definition.name) == kept.end()) {
      kept.push_back(std::move(definition));
      continue;
    }
    twins.emplace_back(Code::interface_name_clash, at,
                       fmt::format("component `{}` has two {} of the name `{}`", component, what, definition.name),
                       "give each a name of its own");
  }
  definitions = std::move(kept);
}

}  // namespace

ir::ComponentId Recorder::dynamic_component(const DynamicComponent& given, const SourceLocation& at) {
  ir::Component component;
  component.name = given.name;
  component.description = given.description;
  component.interface = interface_of(given);
  component.task_config = given.task_config;
  component.location = at;
  Diagnostics twins;
  keep_first(component.interface.inputs, given.name, "inputs", at, twins);
  keep_first(component.interface.outputs, given.name, "outputs", at, twins);
  const ir::Container container = convert(given.container, at);

  for (const ir::ComponentId known : dynamic_[given.name]) {
    const ir::Component& other = graph[known];
    const auto* body = std::get_if<ir::Container>(&other.body);
    const bool same = body != nullptr && *body == container && other.interface == component.interface &&
                      other.task_config == component.task_config;
    if (same) return known;
  }
  for (Diagnostic& twin : twins) diagnose(std::move(twin));
  component.body = container;
  const ir::ComponentId id(graph.components.size());
  graph.components.push_back(std::move(component));
  dynamic_[given.name].push_back(id);
  return id;
}

void Recorder::add_task(const DynamicComponent& component, const std::vector<NamedArgument>& arguments,
                        TaskHandle& task, const TaskOptions& options, const SourceLocation& at) {
  task.session = session_;
  come_to(at);
  if (found_ != nullptr) return;
  const ir::ComponentId called = dynamic_component(component, at);
  const std::vector<ir::InputDefinition> inputs = graph[called].interface.inputs;
  std::vector<ir::TaskArgument> converted;
  for (const NamedArgument& argument : arguments) {
    const auto input = find_by_name(inputs, argument.input);
    if (input == inputs.end()) {
      diagnose({Code::unknown_input, at,
                fmt::format("component `{}` has no input `{}`", component.name, argument.input), names_of(inputs)});
      continue;
    }
    const auto index = static_cast<std::uint32_t>(input - inputs.begin());
    const auto twin =
        std::find_if(converted.begin(), converted.end(), [&](const auto& other) { return other.input == index; });
    if (twin != converted.end()) {
      diagnose({Code::duplicate_argument, at,
                fmt::format("input `{}` of component `{}` is given twice", argument.input, component.name),
                "give it once"});
      continue;
    }
    converted.push_back({index, convert_argument(argument.value.expression(), component.name, argument.input, at)});
  }
  std::sort(converted.begin(), converted.end(), [](const auto& a, const auto& b) { return a.input < b.input; });
  task.id = append_task(called, std::move(converted), options, at);
}

Value Recorder::find_output(ir::TaskId task, std::string_view name, const SourceLocation& at) {
  const ir::Component& component = graph[graph[task].component];
  const auto& outputs = component.interface.outputs;
  const auto output = find_by_name(outputs, name);
  if (output != outputs.end()) {
    return Value(
        reference(ir::ValueId(graph[task].first_output.index + static_cast<std::size_t>(output - outputs.begin()))));
  }
  Diagnostic& wrong =
      diagnose({Code::unknown_output, at ? at : graph[task].location,
                fmt::format("component `{}` has no output `{}`", component.name, name), names_of(outputs)});
  if (at) wrong.with(graph[task].location, "the task is made here");
  return Value(reference({}));
}

void Recorder::begin_root(std::string name, const PipelineOptions& options, const SourceLocation& at) {
  ir::Component& component = graph.components.emplace_back();
  component.name = std::move(name);
  component.description = options.description;
  component.display_name = options.display_name;
  component.location = at;
  const ir::ScopeId scope = new_scope(ir::Scope::Kind::pipeline, at);
  component.body = scope;
  graph.root = ir::ComponentId(std::size_t{0});
  graph[scope].component = graph.root;
  open_.push_back(scope);
  come_to(at);
}

ir::ValueId Recorder::add_input(ir::InputDefinition definition, const SourceLocation& at) {
  come_to(at);
  ir::Component& component = graph[graph.root];
  if (find_by_name(component.interface.inputs, definition.name) != component.interface.inputs.end()) {
    diagnose({Code::interface_name_clash, at,
              fmt::format("pipeline `{}` has two inputs of the name `{}`", component.name, definition.name),
              "give each a name of its own"});
    return {};
  }
  const ir::ScopeId body = std::get<ir::ScopeId>(component.body);
  const auto index = static_cast<std::uint32_t>(component.interface.inputs.size());
  component.interface.inputs.push_back(std::move(definition));
  component.input_locations.push_back(at);
  const ir::ValueId id(graph.values.size());
  graph.values.push_back({ir::GraphValue::Kind::pipeline_input, body.index, index});
  if (index == 0) graph[body].first_input = id;
  return id;
}

void Recorder::add_output(std::string name, const Value& value, std::string description, const SourceLocation& at) {
  come_to(at);
  ir::Component& component = graph[graph.root];
  if (find_by_name(component.interface.outputs, name) != component.interface.outputs.end()) {
    diagnose({Code::interface_name_clash, at,
              fmt::format("pipeline `{}` has two outputs of the name `{}`", component.name, name),
              "give each a name of its own"});
    return;
  }
  const Slot& slot = Access::slot(value);
  ir::ValueId id;
  if (slot.state == Slot::State::value)
    id = resolve(slot.value, at);
  else
    diagnose({Code::output_not_given, at,
              fmt::format("output `{}` of pipeline `{}` is given no value of a task", name, component.name),
              "give it the output of a task"});
  component.interface.outputs.push_back(
      {std::move(name), id ? type_of(graph, id) : Type(Type::string), std::move(description)});
  component.output_locations.push_back(at);
  graph[std::get<ir::ScopeId>(component.body)].outputs.push_back(id);
}

}  // namespace detail
}  // namespace mlpipe
