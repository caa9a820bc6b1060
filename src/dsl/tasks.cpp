// Calls of components: what they are given, and what is said of them.
#include <fmt/format.h>

#include "dsl/members.hpp"
#include "dsl/recorder.hpp"

namespace mlpipe::detail {

using State = Slot::State;

// What the member that stands for an input gives; none where it leaves that to the input's default.
std::optional<ir::Argument> Recorder::argument_of(const Member& member, const std::string& component,
                                                  const ir::InputDefinition& input, const SourceLocation& at) {
  const Slot& slot = *member.slot;
  const auto refuse = [&](Code code, std::string_view problem, const char* hint) {
    diagnose({code, at, fmt::format("input `{}` of component `{}` {}", input.name, component, problem), hint});
    return ir::Argument{ir::ValueId{}};
  };
  switch (slot.state) {
    case State::unset:
      break;
    case State::unmade:
      return refuse(Code::value_without_task, "is given an output that no task made",
                    "outputs are made by `add`: `const auto task = p.add(...);`, and then `task.output`");
    case State::held: {
      if (member.type->to_json == nullptr) {
        return refuse(Code::artifact_as_constant, "is given an artifact as a constant",
                      member.type->append_artifact == nullptr
                          ? "in a pipeline an artifact is the output of a task; constants are for unit tests of `run`"
                          : "in a pipeline a list of artifacts is the output of a task; an input that may be left out "
                            "is a `std::optional<std::vector<...>>`");
      }
      std::optional<Json> constant = held_constant(member);
      if (constant && constant != input.default_value) return ir::Argument{*std::move(constant)};
      break;
    }
    case State::value:
      return ir::Argument{resolve(slot.value, at)};
    case State::expression:
      return convert_argument(*slot.expression.get(), component, input.name, at);
    case State::out_of_range:
      return refuse(Code::number_out_of_range, fmt::format("cannot hold {}", dump(slot.expression.get()->constant)),
                    "use `std::int64_t`, or a smaller number");
  }
  return std::nullopt;
}

std::vector<ir::TaskArgument> Recorder::arguments_of(const ComponentDescriptor& descriptor, const void* component,
                                                     const SourceLocation& at) {
  const ComponentType& type = types_.find(&descriptor)->second;
  std::vector<ir::TaskArgument> arguments;
  Member members[max_members];
  descriptor.inputs->members(const_cast<void*>(component), members);
  for (std::size_t i = 0; i < type.input_members.size(); ++i) {
    const Member& member = members[type.input_members[i]];
    if (auto argument = argument_of(member, type.name, type.interface.inputs[i], at))
      arguments.push_back({static_cast<std::uint32_t>(i), *std::move(argument)});
  }
  return arguments;
}

void Recorder::add_task(const ComponentDescriptor& descriptor, const void* component, void* outputs, TaskHandle& task,
                        const TaskOptions& options, const SourceLocation& at) {
  task.session = session_;
  come_to(at);
  ir::TaskId id;
  ir::ValueId first_output;
  const ir::ComponentId called = found_ == nullptr ? component_of(descriptor, component, at) : ir::ComponentId{};
  come_to(at);  // back from what its `define` added
  if (called && found_ == nullptr) {
    std::vector<ir::TaskArgument> arguments = arguments_of(descriptor, component, at);
    id = append_task(called, std::move(arguments), options, at);
    first_output = graph[id].first_output;
  } else if (found_ == nullptr) {
    id = append_task({}, {}, options, at);  // the scope is not empty, and the task can be waited for
  }
  task.id = id;
  std::size_t next = 0;
  Member members[max_members];
  descriptor.outputs->members(outputs, members);
  for (std::size_t i = 0; i < descriptor.outputs->size; ++i) {
    if (members[i].slot == nullptr) continue;
    assign(members[i], first_output ? ir::ValueId(first_output.index + next++) : ir::ValueId{});
  }
}

ir::TaskId Recorder::append_task(ir::ComponentId component, std::vector<ir::TaskArgument> arguments,
                                 const TaskOptions& options, const SourceLocation& at) {
  const ir::TaskId id(graph.tasks.size());
  const std::uint32_t chosen = options_index(options, at);
  ir::ValueId outputs;
  if (component)
    outputs = values_for(ir::GraphValue::Kind::task_output, id.index, graph[component].interface.outputs.size());
  ir::Task& task = graph.tasks.emplace_back();
  task.component = component;
  task.scope = open_.back();
  task.first_output = outputs;
  task.options = chosen;
  task.arguments = std::move(arguments);
  task.name = options.name;
  task.named = !options.name.empty();
  task.location = at;
  graph[open_.back()].children.emplace_back(id);
  return id;
}

std::uint32_t Recorder::options_index(const TaskOptions& options, const SourceLocation& at) {
  ir::TaskOptions converted = convert(options, at);
  if (converted == graph.options.front()) return 0;
  // Tasks that are added in a loop have equal options: one entry serves them.
  if (converted != graph.options.back()) graph.options.push_back(std::move(converted));
  return static_cast<std::uint32_t>(graph.options.size() - 1);
}

}  // namespace mlpipe::detail
