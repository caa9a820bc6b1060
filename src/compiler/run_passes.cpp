#include "compiler/run_passes.hpp"

#include <fmt/format.h>

#include "compiler/verify_graph.hpp"

namespace mlpipe::compiler {
namespace {

#ifdef MLPIPE_INTERNAL_CHECKS
constexpr bool verify_by_default = true;
#else
constexpr bool verify_by_default = false;
#endif

bool is_sound(Compilation& c, std::string_view when) {
  if (!c.options.verify.value_or(verify_by_default)) return true;
  const std::vector<std::string> problems = verify_graph(c);
  for (const std::string& problem : problems) {
    c.report(Code::broken_graph, {}, fmt::format("{}: {}", when, problem),
             "this is a fault of mlpipe; please report it");
  }
  return problems.empty();
}

}  // namespace

bool run_passes(Compilation& c, std::span<const Pass> passes) {
  if (!is_sound(c, "before the first pass")) return false;
  for (const Pass& pass : passes) {
    pass.run(c);
    if (c.options.observer) c.options.observer->after_pass(pass.name, c.graph);
    if (!is_sound(c, fmt::format("pass `{}` broke the graph", pass.name))) return false;
  }
  return true;
}

}  // namespace mlpipe::compiler
