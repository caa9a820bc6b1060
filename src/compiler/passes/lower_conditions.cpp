#include "compiler/condition_text.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {

void lower_conditions(Compilation& c) {
  const auto lower = [&](ir::ScopeId id) {
    const ir::Scope& scope = c.graph[id];
    if (scope.kind != ir::Scope::Kind::branches) return;
    for (std::size_t i = 0; i < scope.children.size(); ++i) {
      ir::PipelineTaskSpec& group = c.groups[std::get<ir::ScopeId>(scope.children[i]).index];
      group.trigger_policy.emplace().condition = branch_text(c.graph, scope, i);
    }
  };
  for (const ir::ScopeId body : c.bodies) ir::for_each_scope(c.graph, body, lower);
}

}  // namespace mlpipe::compiler
