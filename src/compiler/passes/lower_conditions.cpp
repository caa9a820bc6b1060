#include <fmt/format.h>

#include "compiler/condition_text.hpp"
#include "compiler/limits.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "json/utf8.hpp"

namespace mlpipe::compiler {

void lower_conditions(Compilation& c) {
  const auto lower = [&](ir::ScopeId id) {
    const ir::Scope& scope = c.graph[id];
    if (scope.kind != ir::Scope::Kind::branches) return;
    for (std::size_t i = 0; i < scope.children.size(); ++i) {
      const ir::ScopeId branch = std::get<ir::ScopeId>(scope.children[i]);
      std::string text = branch_text(c.graph, scope, i);
      if (const std::size_t size = utf8::count(text); size > limits::condition_characters) {
        c.report(Code::condition_too_large, c.graph[branch].location,
                 fmt::format("the condition of this branch, with the negations of those before it, has {} characters; "
                             "backends read {}",
                             size, limits::condition_characters),
                 "let a component decide, and test its output; or nest an if_ in an else_");
        return;  // each further branch has a longer one
      }
      c.groups[branch.index].trigger_policy.emplace().condition = std::move(text);
    }
  };
  for (const ir::ScopeId body : c.bodies) ir::for_each_scope(c.graph, body, lower);
}

}  // namespace mlpipe::compiler
