// From a component's struct to ir::Component: its interface, and what its `container` or `define` says.
#include <fmt/format.h>

#include <exception>

#include "diagnostics/current_exception.hpp"
#include "dsl/members.hpp"
#include "dsl/names.hpp"
#include "dsl/recorder.hpp"

namespace mlpipe::detail {
namespace {

using State = Slot::State;

// Deep enough for any pipeline that people read, and far from the end of the stack.
constexpr std::size_t deepest_nesting = 100;

/// Clears a definition, or a scope, from its stack also where the user's code throws.
template <class Stack>
class Popping {
 public:
  explicit Popping(Stack& stack) : stack_(stack), size_(stack.size()) {}
  Popping(const Popping&) = delete;
  Popping& operator=(const Popping&) = delete;
  ~Popping() { stack_.resize(size_); }

 private:
  Stack& stack_;
  std::size_t size_;
};

ir::InputDefinition describe_input(const Member& member, std::string name) {
  ir::InputDefinition input;
  input.name = std::move(name);
  input.type = member.type->type();
  input.description = member.description;
  input.default_value = held_constant(member);
  input.optional = member.type->optional || input.default_value.has_value();
  if (member.type->literals != nullptr) member.type->literals(input.literals);
  if (member.type->item_literals != nullptr) member.type->item_literals(input.item_literals);
  return input;
}

bool same_configuration(const ComponentDescriptor& descriptor, const void* a, const void* b) {
  const std::vector<Member> of_a = members_of(*descriptor.inputs, a);
  const std::vector<Member> of_b = members_of(*descriptor.inputs, b);
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    if (of_a[i].slot != nullptr) continue;
    const auto equal = of_a[i].configuration->equal;
    if (equal == nullptr || !equal(of_a[i].value, of_b[i].value)) return false;
  }
  return true;
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, " -> ")); }

}  // namespace

std::string component_name(const ComponentDescriptor& component) {
  const Component* metadata = component.metadata();
  if (metadata != nullptr && !metadata->name.empty()) return std::string(metadata->name);
  const std::string_view name = unqualified(type_name(component.type_spelling()));
  return kebab_case(name.substr(0, name.find('<')));
}

ComponentType& Recorder::component_type(const ComponentDescriptor& descriptor) {
  const auto known = types_.find(&descriptor);
  if (known != types_.end()) return known->second;

  ComponentType type;
  type.name = component_name(descriptor);
  type.cpp_type = type_name(descriptor.type_spelling());
  const AnyObject defaults(descriptor.make(), descriptor.destroy);
  const std::vector<Member> members = members_of(*descriptor.inputs, defaults.get());
  const std::vector<std::string> names = member_names(descriptor.inputs->spelling());
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].slot == nullptr) {
      type.has_configuration = true;
      continue;
    }
    type.interface.inputs.push_back(describe_input(members[i], std::string(member_to_input_name(names[i]))));
    type.input_members.push_back(i);
  }
  const AnyObject outputs(descriptor.make_outputs(), descriptor.destroy_outputs);
  const std::vector<Member> output_members = members_of(*descriptor.outputs, outputs.get());
  const std::vector<std::string> output_names = member_names(descriptor.outputs->spelling());
  for (std::size_t i = 0; i < output_members.size(); ++i) {
    if (output_members[i].slot == nullptr) continue;
    type.interface.outputs.push_back({std::string(member_to_input_name(output_names[i])),
                                      output_members[i].type->type(), std::string(output_members[i].description)});
  }
  return types_.emplace(&descriptor, std::move(type)).first->second;
}

ir::ComponentId Recorder::component_of(const ComponentDescriptor& descriptor, const void* instance,
                                       const SourceLocation& at) {
  ComponentType& type = component_type(descriptor);
  for (const ComponentType::Variant& variant : type.variants) {
    if (variant.instance == nullptr || same_configuration(descriptor, variant.instance, instance)) return variant.id;
  }
  if (descriptor.define != nullptr && is_recursion(descriptor, type, instance, at)) return {};
  return new_component(descriptor, type, instance, at);
}

bool Recorder::is_recursion(const ComponentDescriptor& descriptor, const ComponentType& type, const void* instance,
                            const SourceLocation& at) {
  std::vector<std::string> chain;
  bool again = false;
  for (const Definition& definition : defining_) {
    again = again ||
            (definition.descriptor == &descriptor && same_configuration(descriptor, definition.instance, instance));
    if (again) chain.push_back(graph[definition.id].name);
  }
  if (again) {
    chain.push_back(type.name);
    diagnose({Code::pipeline_adds_itself, at, fmt::format("pipeline `{}` adds itself: {}", type.name, joined(chain)),
              "a pipeline's tasks are known when it is compiled, so it cannot recur"});
    return true;
  }
  if (defining_.size() < deepest_nesting) return false;
  for (const Definition& definition : defining_) chain.push_back(graph[definition.id].name);
  chain.erase(chain.begin(), chain.end() - 4);
  diagnose({Code::pipelines_nested_too_deep, at,
            fmt::format("pipeline `{}` is nested {} levels deep: ... -> {} -> {}", type.name, deepest_nesting,
                        joined(chain), type.name),
            "a pipeline that adds itself with another configuration must come to an end"});
  return true;
}

ir::ComponentId Recorder::new_component(const ComponentDescriptor& descriptor, ComponentType& type,
                                        const void* instance, const SourceLocation& at) {
  const ir::ComponentId id(graph.components.size());
  ir::Component& component = graph.components.emplace_back();
  const mlpipe::Component* metadata = descriptor.metadata();
  component.name = type.name;
  component.cpp_type = type.cpp_type;
  component.interface = type.interface;
  component.location = at;
  if (metadata != nullptr) {
    component.description = metadata->description;
    component.display_name = metadata->display_name;
    component.task_config = metadata->task_config;
  }
  const bool names_itself = metadata != nullptr && !metadata->name.empty();
  if (!names_itself && type.cpp_type.ends_with('>')) {
    diagnose({Code::template_without_name, at,
              fmt::format("`{}` is of a class template, and does not name itself", type.cpp_type),
              "add `static constexpr Component component{.name = \"...\"};` to it"});
  }

  ComponentType::Variant variant{id, nullptr};
  if (type.has_configuration) {
    variant.instance = descriptor.copy(instance);
    copies_.emplace_back(&descriptor, variant.instance);
  }
  if (descriptor.run != nullptr) {
    component.body = ir::Native{metadata == nullptr ? std::string() : std::string(metadata->image), &descriptor};
    if (!wanted_.empty() && wanted_ == type.name) found_ = &descriptor;
  } else if (descriptor.container != nullptr) {
    record_container(descriptor, type, instance, id);
  } else {
    record_body(descriptor, type, instance, id);
  }
  // Only now: a pipeline that is being defined is found by is_recursion. The reference may have moved.
  types_.find(&descriptor)->second.variants.push_back(variant);
  return id;
}

/// Remembers where an exception came from: by the time that it is reported, what was open then is closed.
template <class Call>
void Recorder::call_author(std::string_view function, ir::ComponentId component, const Call& call) {
  try {
    call();
  } catch (...) {
    if (std::current_exception() != thrown_.exception) {
      const ir::Component& author = graph[component];
      thrown_ = {std::current_exception(),
                 fmt::format("`{}` of {} `{}`", function, author.is_pipeline() ? "pipeline" : "component", author.name),
                 author.location, nearest_};
    }
    throw;
  }
}

void Recorder::report_thrown(const ComponentDescriptor& root) {
  if (!graph.components.empty()) graph.root = ir::ComponentId(0);
  const std::string what = describe_current_exception();
  if (std::current_exception() != thrown_.exception) {  // a constructor, or an initialiser of a member
    diagnose({Code::author_code_throws, nearest_,
              fmt::format("pipeline `{}` cannot be written down: {}", component_name(root), what)});
    return;
  }
  const bool is_elsewhere = thrown_.last.line != thrown_.at.line || thrown_.last.file != thrown_.at.file;
  diagnose({Code::author_code_throws, thrown_.at, fmt::format("{}: {}", thrown_.by, what)})
      .with(is_elsewhere ? thrown_.last : SourceLocation{}, "the last that was written before it is here");
}

void Recorder::record_container(const ComponentDescriptor& descriptor, const ComponentType& type, const void* instance,
                                ir::ComponentId id) {
  if (natives_only_) return;
  const AnyObject component(descriptor.copy(instance), descriptor.destroy);
  const AnyObject outputs(descriptor.make_outputs(), descriptor.destroy_outputs);
  const ir::ValueId inputs_at =
      values_for(ir::GraphValue::Kind::component_input, id.index, type.interface.inputs.size());
  const ir::ValueId outputs_at =
      values_for(ir::GraphValue::Kind::component_output, id.index, type.interface.outputs.size());

  const std::vector<Member> members = members_of(*descriptor.inputs, component.get());
  for (std::size_t i = 0; i < type.input_members.size(); ++i) {
    assign(members[type.input_members[i]], ir::ValueId(inputs_at.index + i));
  }
  std::size_t next = outputs_at.index;
  for (const Member& member : members_of(*descriptor.outputs, outputs.get())) {
    if (member.slot == nullptr) continue;
    assign(member, ir::ValueId(next++));
  }
  ContainerSpec spec;
  call_author("container", id, [&] { spec = descriptor.container(component.get(), outputs.get()); });
  graph[id].body = convert(spec, graph[id].location);
}

void Recorder::record_body(const ComponentDescriptor& descriptor, const ComponentType& type, const void* instance,
                           ir::ComponentId id) {
  const Popping open(open_);
  const Popping defining(defining_);
  const SourceLocation at = graph[id].location;
  const ir::ScopeId scope = new_scope(ir::Scope::Kind::pipeline, at);
  graph[id].body = scope;
  graph[scope].component = id;
  graph[scope].first_input =
      values_for(ir::GraphValue::Kind::pipeline_input, scope.index, type.interface.inputs.size());
  open_.push_back(scope);
  defining_.push_back({&descriptor, instance, id});

  const AnyObject component(descriptor.copy(instance), descriptor.destroy);
  const std::vector<Member> members = members_of(*descriptor.inputs, component.get());
  for (std::size_t i = 0; i < type.input_members.size(); ++i) {
    assign(members[type.input_members[i]], ir::ValueId(graph[scope].first_input.index + i));
  }
  const ir::Interface interface = type.interface;  // `type` may move while further types come in
  const AnyObject outputs(descriptor.make_outputs(), descriptor.destroy_outputs);
  Pipeline pipeline(*this);
  call_author("define", id, [&] { descriptor.define(component.get(), pipeline, outputs.get()); });

  std::vector<ir::ValueId> results;
  for (const Member& member : members_of(*descriptor.outputs, outputs.get())) {
    if (member.slot == nullptr) continue;
    const std::string& name = interface.outputs[results.size()].name;
    if (member.slot->state != State::value && found_ == nullptr) {
      diagnose({Code::output_not_given, at,
                fmt::format("`define` of pipeline `{}` gives nothing to its output `{}`", graph[id].name, name),
                "return the output of a task: `return {." + name + " = task.output};`"});
    }
    results.push_back(member.slot->state == State::value ? resolve(member.slot->value, at) : ir::ValueId{});
  }
  graph[scope].outputs = std::move(results);
}

}  // namespace mlpipe::detail
