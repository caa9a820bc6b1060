#include <fmt/format.h>

#include <string_view>
#include <unordered_map>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

// The display names of one pipeline's tasks, against those of the other tasks and branches of the same DAG.
class Checker {
 public:
  Checker(Compilation& c, ir::ScopeId body) : c_(c), graph_(c.graph), body_(body) {}

  void check() {
    if (!has_display_names()) return;  // names alone are unique
    ir::walk(
        graph_, body_, [&](ir::ScopeId id) { add_group(id); }, [&](ir::TaskId id) { add_task(id); },
        [](ir::ScopeId) {});
  }

 private:
  const Json* display_name(ir::TaskId id) const {
    const ir::Setting& setting = graph_.options_of(graph_[id]).display_name;
    return setting ? std::get_if<Json>(&setting->content) : nullptr;
  }

  bool has_display_names() const {
    bool found = false;
    ir::for_each_task(graph_, body_, [&](ir::TaskId id) { found = found || display_name(id); });
    return found;
  }

  void add_group(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    if (!scope.parent || ir::is_lone_if(scope)) return;
    const ir::ScopeId around = host_of(graph_, scope.parent);
    add(around, scope.name, scope.location, fmt::format("branch `{}`", scope.name));
  }

  void add_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    const Json* shown = display_name(id);
    add(host_of(graph_, task.scope), shown ? std::string_view(shown->as_string()) : task.name, task.location,
        describe(graph_, id));
  }

  void add(ir::ScopeId dag, std::string_view name, const SourceLocation& at, const std::string& who) {
    const auto [known, is_new] = taken_[dag.index].try_emplace(name, Holder{at, who});
    if (is_new) return;
    c_.report(Code::task_name_clash, at, fmt::format("{} is shown as `{}`, and so is {}", who, name, known->second.who),
              "backends know the tasks of a pipeline or branch by what they are shown as; give each its own")
        .with(known->second.at, fmt::format("`{}` is used here first", name));
  }

  struct Holder {
    SourceLocation at;
    std::string who;
  };

  Compilation& c_;
  const ir::Graph& graph_;
  ir::ScopeId body_;
  std::unordered_map<std::uint32_t, std::unordered_map<std::string_view, Holder>> taken_;  // by DAG
};

}  // namespace

void check_shown_names(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) Checker(c, body).check();
}

}  // namespace mlpipe::compiler
