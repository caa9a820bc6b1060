#include "program/task_places.hpp"

#include <algorithm>
#include <variant>

#include "compiler/scopes.hpp"

namespace mlpipe::program {

void TaskPlaces::after_pass(std::string_view pass, const ir::Graph& graph) {
  if (pass == "name_tasks") graph_ = graph;
}

SourceLocation TaskPlaces::place_of(std::string_view task) const {
  ir::ScopeId scope;
  if (graph_.root) scope = std::get<ir::ScopeId>(graph_[graph_.root].body);
  SourceLocation place;
  while (scope) {
    const std::size_t end = std::min(task.find('/'), task.size());
    const auto& children = graph_[scope].children;
    const auto found = std::find_if(children.begin(), children.end(), [&](const ir::Child& child) {
      return compiler::key_of(graph_, child) == task.substr(0, end);
    });
    if (found == children.end()) return {};
    if (const auto* id = std::get_if<ir::TaskId>(&*found)) {
      place = graph_[*id].location;
      scope = compiler::body_called_by(graph_, graph_[*id]);
    } else {
      scope = compiler::group_of(graph_, std::get<ir::ScopeId>(*found));
      place = graph_[scope].location;
    }
    task.remove_prefix(std::min(end + 1, task.size()));
    if (task.empty()) return place;
  }
  return {};
}

}  // namespace mlpipe::program
