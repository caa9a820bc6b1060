#include "mlpipe/compiler/compile.hpp"

#include <utility>

#include "compiler/passes.hpp"
#include "compiler/run_passes.hpp"
#include "diagnostics/sort_by_place.hpp"

namespace mlpipe {
namespace {

using compiler::Compilation;
using compiler::Pass;

// The compiler, from top to bottom.
constexpr Pass checks[] = {
    {"find_pipelines", compiler::find_pipelines},
    {"read_placeholders", compiler::read_placeholders},
    {"override_defaults", compiler::override_defaults},
    {"check_strings", compiler::check_strings},
    {"check_names", compiler::check_names},
    {"check_scopes", compiler::check_scopes},
    {"check_arguments", compiler::check_arguments},
    {"check_conditions", compiler::check_conditions},
    {"decide_alternatives", compiler::decide_alternatives},
    {"check_containers", compiler::check_containers},
    {"order_children", compiler::order_children},
    {"check_options", compiler::check_options},
    {"check_task_config", compiler::check_task_config},
    {"check_configuration", compiler::check_configuration},
    {"check_loops", compiler::check_loops},
    {"check_importers", compiler::check_importers},
    {"check_target", compiler::check_target},
    {"check_handles", compiler::check_handles},
};

constexpr Pass lowering[] = {
    {"merge_components", compiler::merge_components},
    {"name_groups", compiler::name_groups},
    {"name_tasks", compiler::name_tasks},
    {"check_shown_names", compiler::check_shown_names},
    {"thread_values", compiler::thread_values},
    {"name_values", compiler::name_values},
    {"lower_tasks", compiler::lower_tasks},
    {"lower_arguments", compiler::lower_arguments},
    {"copy_defaults", compiler::copy_defaults},
    {"lower_conditions", compiler::lower_conditions},
    {"lower_interfaces", compiler::lower_interfaces},
    {"check_budgets", compiler::check_budgets},
    {"share_components", compiler::share_components},
    {"assemble_spec", compiler::assemble_spec},
    {"leave_out_unknown", compiler::leave_out_unknown},
    {"check_run_size", compiler::check_run_size},
    {"check_spec", compiler::check_spec},
};

}  // namespace

CompileResult compile_graph(ir::Graph graph, const CompileOptions& options, Diagnostics recorded) {
  Compilation c(std::move(graph), options, std::move(recorded));
  CompileResult result;
  if (compiler::run_passes(c, checks) && !has_errors(c.diagnostics) && compiler::run_passes(c, lowering) &&
      !has_errors(c.diagnostics)) {
    result.documents = std::move(c.documents);
  }
  sort_by_place(c.diagnostics);
  result.diagnostics = std::move(c.diagnostics);
  return result;
}

}  // namespace mlpipe
