/// Ways through a graph that many need: every value that something uses, every task and scope of a pipeline. None of
/// them recurses over what users can nest without bound.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "mlpipe/ir/graph.hpp"

namespace mlpipe::ir {

/// Calls `use(ValueId)` for each value in a text; handles known to be bad are left out, here and below.
template <class Use>
void for_each_value(const Text& text, Use&& use) {
  for (const Segment& segment : text) {
    if (segment.kind == SegmentKind::value && segment.value) use(segment.value);
  }
}

template <class Use>
void for_each_value(const Argument& argument, Use&& use) {
  if (const auto* value = std::get_if<ValueId>(&argument.content)) {
    if (*value) use(*value);
  } else if (const auto* text = std::get_if<Text>(&argument.content)) {
    for_each_value(*text, use);
  } else if (const auto* list = std::get_if<Argument::List>(&argument.content)) {
    for (const Argument& item : *list) for_each_value(item, use);
  } else if (const auto* map = std::get_if<Argument::Map>(&argument.content)) {
    for (const Argument::Entry& entry : *map) for_each_value(entry.value, use);
  }
}

/// Calls `visit(name, Setting)` for each option of a task that is a Setting, in the order of the struct.
template <class Options, class Visit>
void for_each_setting(Options& options, Visit&& visit) {
  visit("display_name", options.display_name);
  visit("cpu_request", options.cpu_request);
  visit("cpu_limit", options.cpu_limit);
  visit("memory_request", options.memory_request);
  visit("memory_limit", options.memory_limit);
  visit("accelerator_type", options.accelerator_type);
  visit("accelerator_count", options.accelerator_count);
  visit("caching", options.caching);
  visit("cache_key", options.cache_key);
  visit("retry_max", options.retry_max);
  visit("retry_backoff", options.retry_backoff);
  visit("retry_backoff_factor", options.retry_backoff_factor);
  visit("retry_backoff_max", options.retry_backoff_max);
}

template <class Use>
void for_each_value(const TaskOptions& options, Use&& use) {
  for_each_setting(options, [&](const char*, const Setting& setting) {
    if (setting) for_each_value(*setting, use);
  });
  for (const auto& [name, value] : options.env) for_each_value(value, use);
  for (const PlatformOption& option : options.platform) for_each_value(option.config, use);
}

/// All that a task uses: its arguments, then its options.
template <class Use>
void for_each_value(const Graph& graph, const Task& task, Use&& use) {
  for (const TaskArgument& argument : task.arguments) for_each_value(argument.argument, use);
  if (task.options != 0) for_each_value(graph.options_of(task), use);
}

/// Calls `visit(Condition)` for a condition and all within it, from left to right, parents first.
template <class Visit>
void for_each_condition(const Condition& condition, Visit&& visit) {
  std::vector<const Condition*> open = {&condition};
  while (!open.empty()) {
    const Condition* next = open.back();
    open.pop_back();
    visit(*next);
    for (auto operand = next->operands.rbegin(); operand != next->operands.rend(); ++operand) open.push_back(&*operand);
  }
}

template <class Use>
void for_each_value(const Condition& condition, Use&& use) {
  for_each_condition(condition, [&](const Condition& part) {
    for (const Condition::Operand* operand : {&part.left, &part.right}) {
      const auto* value = std::get_if<ValueId>(operand);
      if (value && *value) use(*value);
    }
  });
}

/// Calls `visit(Text)` for each text of a command or argument, alternatives of if_present included.
template <class Visit>
void for_each_text(const ContainerArgument& argument, Visit&& visit) {
  if (const auto* text = std::get_if<Text>(&argument.content)) return visit(*text);
  for (const auto& choice : std::get<std::vector<ContainerArgument::IfPresent>>(argument.content)) {
    for (const ContainerArgument& item : choice.then) for_each_text(item, visit);
    for (const ContainerArgument& item : choice.otherwise) for_each_text(item, visit);
  }
}

/// Calls `visit(Text)` for each text of a container but those of its environment, which no backend looks into.
template <class Visit>
void for_each_text(const Container& container, Visit&& visit) {
  visit(container.image);
  for (const ContainerArgument& argument : container.command) for_each_text(argument, visit);
  for (const ContainerArgument& argument : container.args) for_each_text(argument, visit);
}

/// Calls `enter(ScopeId)`, `task(TaskId)` and `leave(ScopeId)` for all below a scope and itself, in the order written.
template <class Enter, class OnTask, class Leave>
void walk(const Graph& graph, ScopeId start, Enter&& enter, OnTask&& task, Leave&& leave) {
  std::vector<std::pair<ScopeId, std::size_t>> open;
  enter(start);
  open.emplace_back(start, 0);
  while (!open.empty()) {
    auto& [scope, next] = open.back();
    if (next == graph[scope].children.size()) {
      const ScopeId done = scope;
      open.pop_back();
      leave(done);
      continue;
    }
    const Child child = graph[scope].children[next++];
    if (const auto* id = std::get_if<TaskId>(&child)) {
      task(*id);
    } else {
      enter(std::get<ScopeId>(child));
      open.emplace_back(std::get<ScopeId>(child), 0);
    }
  }
}

/// Calls `use(ValueId)` for what decides about a group as a whole: a branch's condition, what a loop goes over.
template <class Use>
void for_each_value(const Scope& scope, Use&& use) {
  if (scope.condition) for_each_value(*scope.condition, use);
  if (!scope.loop) return;
  const auto* items = std::get_if<ValueId>(&scope.loop->items);
  if (items && *items) use(*items);
}

/// Every task below a scope, in the order written.
template <class Visit>
void for_each_task(const Graph& graph, ScopeId start, Visit&& visit) {
  walk(
      graph, start, [](ScopeId) {}, visit, [](ScopeId) {});
}

/// A scope and every scope below it, parents first.
template <class Visit>
void for_each_scope(const Graph& graph, ScopeId start, Visit&& visit) {
  walk(
      graph, start, visit, [](TaskId) {}, [](ScopeId) {});
}

/// Whether the branches are a lone if_: then its one branch stands in the scope around, without a group for the whole.
inline bool is_lone_if(const Scope& scope) {
  return scope.kind == Scope::Kind::branches && scope.children.size() == 1 && !scope.first_result;
}

}  // namespace mlpipe::ir
