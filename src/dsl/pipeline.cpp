#include "mlpipe/dsl/pipeline.hpp"

#include "dsl/recorder.hpp"

namespace mlpipe {

Pipeline::Pipeline(std::string name, const PipelineOptions& options, SourceLocation at)
    : recorder_(new detail::Recorder), owned_(true) {
  recorder_->begin_root(std::move(name), options, at);
}

Pipeline::~Pipeline() {
  if (owned_) delete recorder_;
}

void Pipeline::record_task(const detail::ComponentDescriptor& descriptor, const void* component, void* outputs,
                           detail::TaskHandle& task, const TaskOptions& options, const SourceLocation& at) {
  recorder_->add_task(descriptor, component, outputs, task, options, at);
}

DynamicTask Pipeline::add(const DynamicComponent& component, const std::vector<NamedArgument>& arguments,
                          const TaskOptions& options, SourceLocation at) {
  DynamicTask task;
  recorder_->add_task(component, arguments, detail::Access::task(task), options, at);
  return task;
}

Value Pipeline::input(std::string name, Type type, InputOptions options, SourceLocation at) {
  ir::InputDefinition definition;
  definition.name = std::move(name);
  definition.type = std::move(type);
  definition.description = std::move(options.description);
  definition.optional = options.optional || options.default_value.has_value();
  definition.default_value = std::move(options.default_value);
  definition.literals = std::move(options.literals);
  return Value(recorder_->reference(recorder_->add_input(std::move(definition), at)));
}

void Pipeline::configure(const PipelineConfig& config, SourceLocation at) { recorder_->configure(config, at); }

void Pipeline::output(std::string name, const Value& value, std::string description, SourceLocation at) {
  recorder_->add_output(std::move(name), value, std::move(description), at);
}

namespace detail {

Recording record(const Pipeline& pipeline) {
  const Recorder& recorder = Access::recorder(pipeline);
  return {recorder.graph, recorder.diagnostics};
}

}  // namespace detail
}  // namespace mlpipe
