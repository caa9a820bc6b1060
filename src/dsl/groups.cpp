// Branches, loops and exit handlers, and what their bodies give.
#include "mlpipe/dsl/groups.hpp"

#include <fmt/format.h>

#include "dsl/recorder.hpp"

namespace mlpipe::detail {
namespace {

using State = Slot::State;

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

}  // namespace

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

}  // namespace mlpipe::detail
