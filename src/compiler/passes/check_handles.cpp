#include <fmt/format.h>

#include <algorithm>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

bool is_bad(const ir::Argument& argument) {
  if (const auto* value = std::get_if<ir::ValueId>(&argument.content)) return !*value;
  if (const auto* text = std::get_if<ir::Text>(&argument.content)) {
    return std::any_of(text->begin(), text->end(), [](const ir::Segment& segment) {
      return segment.kind == ir::SegmentKind::value && !segment.value;
    });
  }
  if (const auto* list = std::get_if<ir::Argument::List>(&argument.content)) {
    return std::any_of(list->begin(), list->end(), [](const ir::Argument& item) { return is_bad(item); });
  }
  if (const auto* map = std::get_if<ir::Argument::Map>(&argument.content)) {
    return std::any_of(map->begin(), map->end(), [](const auto& entry) { return is_bad(entry.value); });
  }
  return false;
}

bool is_bad(const ir::Graph& graph, const ir::Task& task) {
  if (!task.component || std::holds_alternative<std::monostate>(graph[task.component].body)) return true;
  bool bad = std::any_of(task.arguments.begin(), task.arguments.end(),
                         [](const ir::TaskArgument& argument) { return is_bad(argument.argument); });
  const ir::TaskOptions& options = graph.options_of(task);
  for_each_setting(options,
                   [&](const char*, const ir::Setting& setting) { bad = bad || (setting && is_bad(*setting)); });
  for (const auto& [name, value] : options.env) bad = bad || is_bad(value);
  return bad || std::any_of(options.after.begin(), options.after.end(),
                            [](const ir::Child& child) { return std::visit([](auto id) { return !id; }, child); });
}

bool is_bad(const ir::Graph& graph, const ir::Scope& scope) {
  const auto none = [](ir::ValueId id) { return !id; };
  bool bad = scope.kind == ir::Scope::Kind::pipeline &&
             scope.outputs.size() != graph[scope.component].interface.outputs.size();
  bad = bad || std::any_of(scope.outputs.begin(), scope.outputs.end(), none);
  for (const ir::GroupResult& result : scope.results) {
    if (!scope.first_result) break;  // nothing can refer to them
    bad = bad || result.given.size() != (scope.loop ? 1 : scope.children.size());
    bad = bad || std::any_of(result.given.begin(), result.given.end(), none);
  }
  if (scope.loop) {
    const auto* items = std::get_if<ir::ValueId>(&scope.loop->items);
    bad = bad || (items && !*items);
  }
  if (!scope.condition) return bad;
  ir::for_each_condition(*scope.condition, [&](const ir::Condition& part) {
    for (const ir::Condition::Operand* operand : {&part.left, &part.right}) {
      const auto* value = std::get_if<ir::ValueId>(operand);
      bad = bad || (value && !*value);
    }
  });
  return bad;
}

}  // namespace

// Handles are bad where something wrong was reported. Where nothing was, something of ours kept silent.
void check_handles(Compilation& c) {
  if (has_errors(c.diagnostics)) return;
  const auto report = [&](const SourceLocation& at) {
    c.report(Code::broken_graph, at, "a handle is bad here, and nothing has said why",
             "this is a fault of mlpipe; please report it");
  };
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_scope(c.graph, body, [&](ir::ScopeId id) {
      if (is_bad(c.graph, c.graph[id])) report(c.graph[id].location);
    });
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      if (is_bad(c.graph, c.graph[id])) report(c.graph[id].location);
    });
  }
}

}  // namespace mlpipe::compiler
