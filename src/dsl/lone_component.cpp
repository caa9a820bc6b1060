// Components that are compiled alone: the library writes the pipeline around them, of one task that has the pipeline's
// inputs, and whose outputs the pipeline gives.
#include "dsl/recorder.hpp"

namespace mlpipe::detail {

void Recorder::record_lone(const ComponentDescriptor& descriptor, const void* instance, ir::Interface interface) {
  PipelineOptions options;
  if (const mlpipe::Component* metadata = descriptor.metadata()) {
    options.description = metadata->description;
    options.display_name = metadata->display_name;
  }
  begin_root(component_name(descriptor), options, {});
  add_lone_task(component_of(descriptor, instance, {}), std::move(interface));
}

void Recorder::record_lone(const DynamicComponent& component) {
  begin_root(component.name, {.description = component.description}, {});
  const ir::ComponentId id = dynamic_component(component, {});
  add_lone_task(id, graph[id].interface);
}

void Recorder::add_lone_task(ir::ComponentId component, ir::Interface interface) {
  graph[graph.root].lone = component;
  std::vector<ir::TaskArgument> arguments;
  for (std::uint32_t i = 0; i < interface.inputs.size(); ++i) {
    if (interface.inputs[i].type.is_filled_by_backend()) continue;  // a run cannot be given it
    arguments.push_back({i, {add_input(std::move(interface.inputs[i]), {})}});
  }
  const ir::ValueId first = graph[append_task(component, std::move(arguments), {}, {})].first_output;
  graph[graph.root].interface.outputs = std::move(interface.outputs);
  ir::Scope& body = graph[std::get<ir::ScopeId>(graph[graph.root].body)];
  for (std::size_t i = 0; i < graph[graph.root].interface.outputs.size(); ++i)
    body.outputs.emplace_back(first.index + i);
}

Recording record(const DynamicComponent& component) {
  Recorder recorder;
  recorder.record_lone(component);
  return {std::move(recorder.graph), std::move(recorder.diagnostics)};
}

}  // namespace mlpipe::detail
