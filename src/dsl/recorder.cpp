#include "dsl/recorder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "diagnostics/current_exception.hpp"
#include "dsl/names.hpp"

namespace mlpipe::detail {
namespace {

using State = Slot::State;

// Deep enough for any pipeline that people read, and far from the end of the stack.
constexpr std::size_t deepest_nesting = 100;

std::vector<Member> members_of(const StructDescriptor& descriptor, void* object) {
  std::vector<Member> members(descriptor.size);
  descriptor.members(object, members.data());
  return members;
}

std::vector<Member> members_of(const StructDescriptor& descriptor, const void* object) {
  return members_of(descriptor, const_cast<void*>(object));  // a Member is a way to write, too; here it only reads
}

/// An object of a type that only its descriptor knows.
class AnyObject {
 public:
  AnyObject(void* object, void (*destroy)(void*)) : object_(object), destroy_(destroy) {}
  AnyObject(const AnyObject&) = delete;
  AnyObject& operator=(const AnyObject&) = delete;
  ~AnyObject() { destroy_(object_); }
  void* get() const { return object_; }

 private:
  void* object_;
  void (*destroy_)(void*);
};

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

/// Text without anything in it that only a run knows.
std::optional<Json> plain_text(const Expression& expression) {
  if (expression.kind != Expression::Kind::text) return std::nullopt;
  const auto& segments = expression.text.segments();
  if (segments.size() > 1 || (segments.size() == 1 && segments.front().kind != ir::SegmentKind::literal))
    return std::nullopt;
  return Json(segments.empty() ? std::string() : segments.front().text);
}

std::optional<Json> held_constant(const Member& member) {
  if (member.slot->state == State::expression) return plain_text(*member.slot->expression.get());
  if (member.slot->state != State::held || member.type->to_json == nullptr) return std::nullopt;
  Json constant = member.type->to_json(member.value);
  if (constant.is_null()) return std::nullopt;  // an optional that is absent
  return constant;
}

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

/// Of a list whose type nobody says: that of the first of its items.
Type type_of_first(const Json& items) {
  if (!items.is_array() || items.as_array().empty()) return Type::string;
  const Json& first = items.as_array().front();
  if (first.is_boolean()) return Type::boolean;
  if (first.is_integer()) return Type::integer;
  if (first.is_number()) return Type::number;
  if (first.is_array()) return Type::list;
  return first.is_object() ? Type::structure : Type::string;
}

Type element_of_list(const Type& list) {
  if (list.is_artifact_list()) return Type::artifact(list.schema_title(), list.schema_version());
  return list.element() == nullptr ? Type(Type::string) : *list.element();
}

Type list_around(Type type, int lists) {
  for (; lists > 0; --lists) {
    if (type.is_artifact_list()) break;  // all in one
    type = type.is_artifact() ? Type::artifact_list(type.schema_title(), type.schema_version()) : Type::list_of(type);
  }
  return type;
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, " -> ")); }

}  // namespace

std::string component_name(const ComponentDescriptor& component) {
  const Component* metadata = component.metadata();
  if (metadata != nullptr && !metadata->name.empty()) return std::string(metadata->name);
  const std::string_view name = unqualified(type_name(component.type_spelling()));
  return kebab_case(name.substr(0, name.find('<')));
}

Recorder::Recorder() : session_(new Session{this, 0}) {}

Recorder::~Recorder() {
  session_.get()->recorder = nullptr;  // what handles there still are know from now on
  for (auto& [descriptor, instance] : copies_) descriptor->destroy(instance);
}

Diagnostic& Recorder::diagnose(Diagnostic diagnostic) {
  diagnostics.push_back(std::move(diagnostic));
  return diagnostics.back();
}

// Once for each value and line, though a loop, or an expression with several reads, has it more often.
void Recorder::report_read_of(const ValueRef& value) {
  if (!value.id) return;  // known to be bad already
  if (!reads_.emplace(value.id.index, nearest_.line, nearest_.file).second) return;
  diagnose({Code::value_read_while_writing, nearest_,
            fmt::format("{} is read while the pipeline is written, but only a run knows it", describe(graph, value.id)),
            "pass the value to a component that reads it in its `run`, or compare it in `if_`"});
}

// What was read before the first call that has a place gets the place of that.
void Recorder::come_to(const SourceLocation& at) {
  if (!nearest_) {
    for (Diagnostic& diagnostic : diagnostics) {
      if (diagnostic.code != Code::value_read_while_writing || diagnostic.line != 0) continue;
      diagnostic.file = at.file;
      diagnostic.line = at.line;
      diagnostic.column = at.column;
    }
    std::set<Read> placed;
    for (const auto& [value, line, file] : reads_) placed.emplace(value, at.line, at.file);
    reads_ = std::move(placed);
  }
  nearest_ = at;
}

ir::ValueId Recorder::resolve(const ValueRef& value, const SourceLocation& at) {
  if (value.session.get() == session_.get()) return value.id;
  if (value.session.get() == nullptr) {
    diagnose({Code::value_without_task, at, "a value is used here that no task made",
              "outputs are made by `add`: `const auto task = p.add(...);`, and then `task.output`"});
    return {};
  }
  const Recorder* other = value.session.recorder();
  const std::string what =
      other == nullptr || !value.id ? "a value" : describe(other->graph, value.id);  // there may be nothing to tell
  diagnose({Code::value_of_another_pipeline, at,
            fmt::format("{} of another pipeline{} is used here", what, other == nullptr ? ", which is gone," : ""),
            "declare an input for it, and pass it where this pipeline is run"});
  return {};
}

// --- Component types ------------------------------------------------------------------------------------------------

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

// --- Tasks ----------------------------------------------------------------------------------------------------------

void Recorder::add_task(const ComponentDescriptor& descriptor, const void* component, void* outputs, TaskHandle& task,
                        const TaskOptions& options, const SourceLocation& at) {
  task.session = session_;
  come_to(at);
  ir::TaskId id;
  ir::ValueId first_output;
  const ir::ComponentId called = found_ == nullptr ? component_of(descriptor, component, at) : ir::ComponentId{};
  come_to(at);  // back from what its `define` added
  if (called && found_ == nullptr) {
    const ComponentType& type = types_.find(&descriptor)->second;
    std::vector<ir::TaskArgument> arguments;
    Member members[max_members];
    descriptor.inputs->members(const_cast<void*>(component), members);
    for (std::size_t i = 0; i < type.input_members.size(); ++i) {
      const Member& member = members[type.input_members[i]];
      const ir::InputDefinition& input = type.interface.inputs[i];
      const auto index = static_cast<std::uint32_t>(i);
      switch (member.slot->state) {
        case State::unset:
          break;
        case State::unmade:
          diagnose(
              {Code::value_without_task, at,
               fmt::format("input `{}` of component `{}` is given an output that no task made", input.name, type.name),
               "outputs are made by `add`: `const auto task = p.add(...);`, and then `task.output`"});
          arguments.push_back({index, {ir::ValueId{}}});
          break;
        case State::held:
          if (member.type->to_json == nullptr) {
            diagnose(
                {Code::artifact_as_constant, at,
                 fmt::format("input `{}` of component `{}` is given an artifact as a constant", input.name, type.name),
                 member.type->append_artifact == nullptr
                     ? "in a pipeline an artifact is the output of a task; constants are for unit tests of `run`"
                     : "in a pipeline a list of artifacts is the output of a task; an input that may be left out is a "
                       "`std::optional<std::vector<...>>`"});
            arguments.push_back({index, {ir::ValueId{}}});
          } else if (std::optional<Json> constant = held_constant(member);
                     constant && constant != input.default_value) {
            arguments.push_back({index, {*std::move(constant)}});
          }
          break;
        case State::value:
          arguments.push_back({index, {resolve(member.slot->value, at)}});
          break;
        case State::expression:
          arguments.push_back({index, convert_argument(*member.slot->expression.get(), type.name, input.name, at)});
          break;
        case State::out_of_range:
          diagnose({Code::number_out_of_range, at,
                    fmt::format("input `{}` of component `{}` cannot hold {}", input.name, type.name,
                                dump(member.slot->expression.get()->constant)),
                    "use `std::int64_t`, or a smaller number"});
          arguments.push_back({index, {ir::ValueId{}}});
          break;
      }
    }
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

ir::ValueId Recorder::values_for(ir::GraphValue::Kind kind, std::uint32_t owner, std::size_t count) {
  const ir::ValueId first(graph.values.size());
  for (std::size_t i = 0; i < count; ++i) graph.values.push_back({kind, owner, static_cast<std::uint32_t>(i)});
  return first;
}

// --- Branches -------------------------------------------------------------------------------------------------------

ir::ScopeId Recorder::new_scope(ir::Scope::Kind kind, const SourceLocation& at) {
  const ir::ScopeId id(graph.scopes.size());
  ir::Scope& scope = graph.scopes.emplace_back();
  scope.kind = kind;
  scope.location = at;
  return id;
}

ir::ScopeId Recorder::new_group(ir::Scope::Kind kind, const std::string& name, const SourceLocation& at) {
  come_to(at);
  const ir::ScopeId parent = open_.back();
  const ir::ScopeId id = new_scope(kind, at);
  ir::Scope& scope = graph[id];
  scope.parent = parent;
  scope.component = graph[parent].component;
  scope.name = name;
  scope.named = !name.empty();
  graph[parent].children.emplace_back(id);
  return id;
}

void Recorder::assign(Slot& slot, void* held, const TypeInfo* type, ir::ValueId value) {
  slot = Slot(State::value);
  slot.value = reference(value);
  if (type == nullptr || type->record == nullptr) return;
  const StructDescriptor& record = type->record();
  const std::vector<std::string> names = member_names(record.spelling());
  Member fields[max_members];
  record.members(held, fields);
  for (std::size_t i = 0; i < record.size; ++i) {
    ir::ValueId field;
    if (value) {
      field = ir::ValueId(graph.values.size());
      graph.values.push_back(
          {ir::GraphValue::Kind::field, value.index, static_cast<std::uint32_t>(graph.fields.size())});
      graph.fields.push_back({std::string(member_to_input_name(names[i])), fields[i].type->type()});
    }
    assign(fields[i], field);
  }
}

GroupHandle Recorder::open_branches(const SourceLocation& at) {
  return {session_, new_group(ir::Scope::Kind::branches, {}, at)};
}

void Recorder::open_branch(ir::ScopeId branches, const Condition* condition, const GroupOptions& options,
                           const SourceLocation& at) {
  come_to(at);
  const auto& siblings = graph[branches].children;
  const bool ended = !siblings.empty() && !graph[std::get<ir::ScopeId>(siblings.back())].condition;
  if (ended || graph[branches].parent != open_.back()) {
    diagnose(Diagnostic(Code::branch_out_of_place, at,
                        ended ? "a branch is added to an `if_` that has its `else_` already"
                              : "a branch is added to an `if_` of another body",
                        "chain it: `p.if_(...).elif_(...).else_(...)`")
                 .with(graph[branches].location, "the `if_` is here"));
  }
  const ir::ScopeId id = new_scope(ir::Scope::Kind::branch, at);
  ir::Scope& branch = graph[id];
  branch.parent = branches;
  branch.component = graph[branches].component;
  branch.name = options.name;
  branch.named = !options.name.empty();
  if (condition != nullptr) branch.condition = convert(*condition, at);
  graph[branches].children.emplace_back(id);
  open_.push_back(id);
}

// --- Loops and exit handlers ----------------------------------------------------------------------------------------

GroupHandle Recorder::open_loop(const Expression& items, const ResultSlot& item, const LoopOptions& options,
                                const SourceLocation& at) {
  const ir::ScopeId id = new_group(ir::Scope::Kind::loop, options.name, at);
  ir::Loop loop = convert_items(items, item, at);
  loop.item = values_for(ir::GraphValue::Kind::loop_item, id.index, 1);
  loop.parallelism = options.parallelism;
  graph[id].loop = std::move(loop);
  assign(*item.slot, item.value, item.type, graph[id].loop->item);
  open_.push_back(id);
  return {session_, id};
}

ir::Loop Recorder::convert_items(const Expression& items, const ResultSlot& item, const SourceLocation& at) {
  ir::Loop loop;
  ir::Argument given = convert(items, at);
  if (auto* json = std::get_if<Json>(&given.content)) {
    loop.items = std::move(*json);
  } else if (const auto* value = std::get_if<ir::ValueId>(&given.content)) {
    loop.items = *value;
  } else {
    loop.items = ir::ValueId{};
    diagnose({Code::nothing_to_loop_over, at, "a loop goes over a list with values of the pipeline among its items",
              "backends take constants, or a list that a task or the pipeline's input gives: make the list in a "
              "component"});
  }
  if (item.type != nullptr)
    loop.item_type = item.type->type();
  else if (const auto* constants = std::get_if<Json>(&loop.items))
    loop.item_type = type_of_first(*constants);
  else if (const ir::ValueId list = std::get<ir::ValueId>(loop.items))
    loop.item_type = element_of_list(type_of(graph, list));
  return loop;
}

// The task was just added: it is taken out again, until its handler is there.
void Recorder::make_exit_task(ir::TaskId id) {
  if (!id) return;
  ir::Task& task = graph[id];
  task.at_exit = true;
  graph[task.scope].children.pop_back();
}

TaskHandle Recorder::open_handler(const TaskHandle& exit_task, const GroupOptions& options, const SourceLocation& at) {
  const ir::ScopeId parent = open_.back();
  const ir::ScopeId id = new_group(ir::Scope::Kind::handler, options.name, at);
  if (graph[parent].kind != ir::Scope::Kind::pipeline) {
    diagnose(Diagnostic(Code::handler_out_of_place, at, "an exit handler is inside another group",
                        "backends know them directly in a pipeline alone: put it into a sub-pipeline of its own")
                 .with(graph[parent].location, "the group is here"));
  }
  open_.push_back(id);
  const TaskHandle handler{session_, {}, id};
  if (exit_task.session.get() != session_.get()) {
    diagnose({Code::value_of_another_pipeline, at, "the exit task of another pipeline is used here",
              "make it by `exit_task` of this pipeline"});
    return handler;
  }
  if (!exit_task.id) return handler;  // known to be bad
  ir::Task& task = graph[exit_task.id];
  if (task.guards || graph[task.scope].component != graph[id].component) {
    diagnose(Diagnostic(Code::exit_task_unused, at,
                        task.guards ? "an exit task is taken by a second handler"
                                    : "the exit task of another pipeline is taken by a handler",
                        "make one for each: `p.exit_handler(p.exit_task(...), ...)`")
                 .with(task.location, "the exit task is here"));
    return handler;
  }
  task.scope = parent;
  task.guards = id;
  exits_.emplace_back(id, exit_task.id);
  return handler;
}

// --- What bodies give -----------------------------------------------------------------------------------------------

void Recorder::give_from_body(ir::ScopeId group, const std::vector<ResultSlot>& results, const SourceLocation& at) {
  ir::Scope& scope = graph[group];
  const bool is_loop = scope.kind == ir::Scope::Kind::loop;
  const std::size_t branch = is_loop ? 0 : scope.children.size() - 1;
  scope.results.resize(results.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    ir::ValueId value;
    if (results[i].slot->state == State::value)
      value = resolve(results[i].slot->value, at);
    else if (found_ == nullptr)
      diagnose({Code::output_not_given, at,
                fmt::format("a {} returns a value that nothing was given to", is_loop ? "loop's body" : "branch"),
                fmt::format("return the output of a task of the {}", is_loop ? "body" : "branch")});
    ir::GroupResult& result = scope.results[i];
    result.given.resize(branch + 1);
    result.given[branch] = value;
    if (results[i].type != nullptr)
      result.type = list_around(results[i].type->type(), results[i].lists + (is_loop ? 1 : 0));
    else if (value && branch == 0)
      result.type = list_around(type_of(graph, value), is_loop ? 1 : 0);
  }
}

void Recorder::close_body() {
  const ir::ScopeId closed = open_.back();
  open_.pop_back();
  if (exits_.empty() || exits_.back().first != closed) return;
  graph[open_.back()].children.emplace_back(exits_.back().second);
  exits_.pop_back();
}

void Recorder::take_results(ir::ScopeId group, const std::vector<ResultSlot>& results) {
  const ir::ValueId first = values_for(ir::GraphValue::Kind::group_result, group.index, results.size());
  graph[group].first_result = first;
  for (std::size_t i = 0; i < results.size(); ++i) {
    // A list of records has no fields.
    const TypeInfo* const type = results[i].lists == 0 ? results[i].type : nullptr;
    assign(*results[i].slot, results[i].value, type, ir::ValueId(first.index + i));
  }
}

GroupHandle open_branches(Recorder& recorder, const SourceLocation& at) { return recorder.open_branches(at); }

void open_branch(const GroupHandle& branches, const Condition* condition, const GroupOptions& options,
                 const SourceLocation& at) {
  if (Recorder* recorder = branches.session.recorder()) recorder->open_branch(branches.scope, condition, options, at);
}

GroupHandle open_loop(Recorder& recorder, const Expression& items, const ResultSlot& item, const LoopOptions& options,
                      const SourceLocation& at) {
  return recorder.open_loop(items, item, options, at);
}

void give_from_body(const GroupHandle& group, const std::vector<ResultSlot>& results, const SourceLocation& at) {
  if (Recorder* recorder = group.session.recorder()) recorder->give_from_body(group.scope, results, at);
}

void close_body(const SessionRef& session) noexcept {
  if (Recorder* recorder = session.recorder()) recorder->close_body();
}

void take_results(const GroupHandle& group, const std::vector<ResultSlot>& results) {
  if (Recorder* recorder = group.session.recorder()) recorder->take_results(group.scope, results);
}

ExitTask make_exit_task(const TaskHandle& task) {
  if (Recorder* recorder = task.session.recorder()) recorder->make_exit_task(task.id);
  return ExitTask(task);
}

ExitHandler open_handler(Recorder& recorder, const TaskHandle& exit_task, const GroupOptions& options,
                         const SourceLocation& at) {
  return ExitHandler(recorder.open_handler(exit_task, options, at));
}

// --- The pipeline that is compiled ----------------------------------------------------------------------------------

// Of the pipeline that is being written, also from within a branch.
void Recorder::configure(const PipelineConfig& config, const SourceLocation& at) {
  ir::Component& pipeline = graph[graph[open_.back()].component];
  if (pipeline.configuration) {
    diagnose({Code::configured_twice, at, fmt::format("pipeline `{}` is configured twice", pipeline.name),
              "say it all in one call"})
        .with(pipeline.configuration->location, "it is configured here, too");
    return;
  }
  ir::Configuration& given = pipeline.configuration.emplace();
  const bool has_workspace = !config.workspace.size.empty() || !config.workspace.kubernetes.pvc_spec_patch.is_null();
  if (has_workspace) given.workspace = {config.workspace.size, config.workspace.kubernetes.pvc_spec_patch};
  given.ttl_after_finished = config.ttl_after_finished.count();
  given.ttl_after_success = config.ttl_after_success.count();
  given.ttl_after_failure = config.ttl_after_failure.count();
  given.active_deadline = config.active_deadline.count();
  given.location = at;
}

// Its own inputs' defaults stand in the spec, before there is any run.
void Recorder::refuse_default(const std::string& pipeline, const std::string& input, const Slot& slot) {
  const Expression& expression = *slot.expression.get();
  const std::string what = fmt::format("the default of input `{}` of pipeline `{}`", input, pipeline);
  if (slot.state == State::out_of_range) {
    diagnose({Code::number_out_of_range,
              {},
              fmt::format("{} cannot be {}", what, dump(expression.constant)),
              "use `std::int64_t`, or a smaller number"});
  } else if (is_whole(expression, what, {})) {
    diagnose({Code::default_of_a_run,
              {},
              fmt::format("{} is known to a run only, but a run begins with it", what),
              "give it a constant as default, and put together what the run knows where a task is given it"});
  }
}

void Recorder::record_root(const ComponentDescriptor& descriptor, const void* instance) {
  const AnyObject defaults(descriptor.make(), descriptor.destroy);
  const void* root = instance == nullptr ? defaults.get() : instance;
  ComponentType& type = component_type(descriptor);
  const std::vector<Member> members = members_of(*descriptor.inputs, root);
  for (std::size_t i = 0; i < type.input_members.size(); ++i) {
    ir::InputDefinition& input = type.interface.inputs[i];
    const Slot& slot = *members[type.input_members[i]].slot;
    if (std::optional<Json> constant = held_constant(members[type.input_members[i]])) {
      input.default_value = std::move(constant);
      input.optional = true;
    } else if (slot.state == State::expression || slot.state == State::out_of_range) {
      refuse_default(type.name, input.name, slot);
    }
  }
  graph.root = component_of(descriptor, root, {});
}

Recording record(const ComponentDescriptor& pipeline, const void* instance) {
  Recorder recorder;
  recorder.record_root(pipeline, instance);
  return {std::move(recorder.graph), std::move(recorder.diagnostics)};
}

namespace {

Recording try_record_with(Recorder& recorder, const ComponentDescriptor& pipeline) {
  bool complete = true;
  try {
    recorder.record_root(pipeline, nullptr);
  } catch (...) {
    recorder.report_thrown(pipeline);
    complete = false;
  }
  return {std::move(recorder.graph), std::move(recorder.diagnostics), complete};
}

}  // namespace

Recording try_record(const ComponentDescriptor& pipeline) {
  Recorder recorder;
  return try_record_with(recorder, pipeline);
}

Recording try_record_natives(const ComponentDescriptor& pipeline) {
  Recorder recorder;
  recorder.record_natives_only();
  return try_record_with(recorder, pipeline);
}

const ComponentDescriptor* find_native(const ComponentDescriptor* const* pipelines, std::size_t count,
                                       std::string_view name) {
  for (std::size_t i = 0; i < count; ++i) {
    Recorder recorder;
    recorder.search(name);
    try {
      recorder.record_root(*pipelines[i], nullptr);
    } catch (...) {  // NOLINT(bugprone-empty-catch): what was found before that is found; `compile` says the rest
    }
    if (recorder.found() != nullptr) return recorder.found();
  }
  return nullptr;
}

}  // namespace mlpipe::detail
