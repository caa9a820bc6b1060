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

Result compile_struct(const ComponentDescriptor& pipeline, const void* instance, const CompileOptions& options) {
  Recording recording = record(pipeline, instance);
  return Result(compile_graph(std::move(recording.graph), options, std::move(recording.diagnostics)));
}

}  // namespace detail

Result try_compile(const Pipeline& pipeline, const CompileOptions& options) {
  detail::Recording recording = detail::record(pipeline);
  return Result(compile_graph(std::move(recording.graph), options, std::move(recording.diagnostics)));
}

PipelineSpec compile(const Pipeline& pipeline, const CompileOptions& options) {
  return try_compile(pipeline, options).value();
}

}  // namespace mlpipe
