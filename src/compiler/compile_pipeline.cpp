#include <fmt/format.h>

#include "compiler/check_constant.hpp"
#include "dsl/held_by_member.hpp"
#include "json/shown.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/render_diagnostics.hpp"

namespace mlpipe {

CompileError::CompileError(Diagnostics diagnostics)
    : std::runtime_error(render(diagnostics)), diagnostics_(std::move(diagnostics)) {}

const PipelineSpec& Result::value() const& {
  if (!result_.documents) throw CompileError(result_.diagnostics);
  return *result_.documents;
}

PipelineSpec&& Result::value() && {
  if (!result_.documents) throw CompileError(std::move(result_.diagnostics));
  return *std::move(result_.documents);
}

namespace detail {
namespace {

// What fits the input's type is looked at by the compiler's passes, which know nothing of the struct.
void check_defaults(const ComponentDescriptor& pipeline, const CompileOptions& options, Recording& recording) {
  const ir::Component& root = recording.graph[recording.graph.root];
  for (const ir::InputDefinition& input : root.interface.inputs) {
    const auto given = options.defaults.find(input.name);
    if (given == options.defaults.end() || compiler::check_constant(given->second, input.type)) continue;
    const bool has_literals = !input.literals.empty() || !input.item_literals.empty();
    if (has_literals || is_held_by_member(pipeline, input.name, given->second)) continue;
    recording.diagnostics.emplace_back(Code::number_out_of_range, root.location,
                                       fmt::format("the default of input `{}` of pipeline `{}` cannot be {}",
                                                   input.name, root.name, shown(given->second)),
                                       "use `std::int64_t`, or a smaller number");
  }
}

}  // namespace

Result compile_struct(const ComponentDescriptor& pipeline, const void* instance, const CompileOptions& options) {
  Recording recording = record(pipeline, instance);
  check_defaults(pipeline, options, recording);
  return Result(compile_graph(std::move(recording.graph), options, std::move(recording.diagnostics)));
}

}  // namespace detail

Result try_compile(const Pipeline& pipeline, const CompileOptions& options) {
  detail::Recording recording = detail::record(pipeline);
  return Result(compile_graph(std::move(recording.graph), options, std::move(recording.diagnostics)));
}

Result try_compile(const DynamicComponent& component, const CompileOptions& options) {
  detail::Recording recording = detail::record(component);
  return Result(compile_graph(std::move(recording.graph), options, std::move(recording.diagnostics)));
}

PipelineSpec compile(const Pipeline& pipeline, const CompileOptions& options) {
  return try_compile(pipeline, options).value();
}

PipelineSpec compile(const DynamicComponent& component, const CompileOptions& options) {
  return try_compile(component, options).value();
}

}  // namespace mlpipe
