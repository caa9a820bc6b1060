#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/passes.hpp"
#include "compiler/spec_parts.hpp"
#include "ir/walk.hpp"

namespace mlpipe::compiler {
namespace {

// Values are called `<task>-<output>`, `<list>-loop-item` and the like, as by KFP's SDK, so that two of them may come
// to one name: output `b-c` of task `a` and output `c` of task `a-b`, or the items of two loops over one list within
// each other. Where both are wanted in one place, the later one is called otherwise.
class Namer {
 public:
  explicit Namer(ir::Graph& graph) : graph_(graph) {}

  /// What is called otherwise may meet a third one of that name: until nothing is.
  void run(ir::ScopeId body) {
    do {
      renamed_ = false;
      ir::for_each_scope(graph_, body, [&](ir::ScopeId id) {
        tell_inputs_apart(id);
        tell_outputs_apart(id);
      });
      ir::for_each_task(graph_, body, [&](ir::TaskId id) { tell_inputs_apart(graph_[id]); });
    } while (renamed_);
  }

 private:
  using Names = std::unordered_map<std::string, ir::ValueId>;

  void tell_inputs_apart(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    if (scope.inflow.size() + (scope.loop ? 1 : 0) < 2) return;
    Names names;
    for (const ir::ValueId value : scope.inflow) tell_apart(names, value);
    if (scope.loop) tell_apart(names, scope.loop->item);
  }

  // Values in texts and options become inputs of the task under their names.
  void tell_inputs_apart(const ir::Task& task) {
    Names names;
    const auto use = [&](ir::ValueId value) { tell_apart(names, value); };
    for (const ir::TaskArgument& argument : task.arguments) {
      if (!std::holds_alternative<ir::ValueId>(argument.argument.content)) ir::for_each_value(argument.argument, use);
    }
    if (task.options != 0) ir::for_each_value(graph_.options_of(task), use);
  }

  void tell_outputs_apart(ir::ScopeId id) {
    if (graph_[id].outflow.size() < 2) return;
    Names names;
    for (const ir::ValueId value : graph_[id].outflow) tell_apart(names, made_by(value));
  }

  /// What loops give as lists leaves them under the name of what their bodies give.
  ir::ValueId made_by(ir::ValueId value) const {
    while (graph_[value].kind == ir::GraphValue::Kind::group_result) {
      const ir::Scope& group = graph_.scopes[graph_[value].owner];
      if (group.kind != ir::Scope::Kind::loop) break;
      value = group.results[graph_[value].index].given.front();
    }
    return value;
  }

  void tell_apart(Names& names, ir::ValueId value) {
    const std::string name = full_name(graph_, value);
    const auto [known, is_new] = names.try_emplace(name, value);
    if (is_new || known->second == value) return;
    std::string other;
    unsigned number = 2;
    do {
      other = name + '-' + std::to_string(number++);
    } while (!given_.insert(other).second || !names.try_emplace(other, value).second);
    graph_.renamed_values[value] = std::move(other);
    renamed_ = true;
  }

  ir::Graph& graph_;
  std::unordered_set<std::string> given_;  // each once, so that renaming ends
  bool renamed_ = false;
};

}  // namespace

void name_values(Compilation& c) {
  Namer namer(c.graph);
  for (const ir::ScopeId body : c.bodies) namer.run(body);
}

}  // namespace mlpipe::compiler
