// The words of a container as they stand in the spec.
#pragma once

#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/render_diagnostics.hpp"

/// The container of a pipeline of one task, which is given none of the component's optional inputs. Not compiled where
/// an error says so.
inline mlpipe::ir::PipelineDeploymentConfig::PipelineContainerSpec container_of(
    const mlpipe::DynamicComponent& component) {
  using namespace mlpipe;
  Pipeline p("one");
  std::vector<NamedArgument> arguments;
  for (const DynamicInput& input : component.inputs) {
    if (!input.options.optional && !input.options.default_value)
      arguments.push_back({input.name, p.input(input.name, input.type)});
  }
  p.add(component, arguments);
  const Result result = try_compile(p);
  INFO(render(result.diagnostics()));
  REQUIRE(result);
  const auto& executors = result->pipeline.deployment_spec->executors;
  REQUIRE(executors.size() == 1);
  return std::get<ir::PipelineDeploymentConfig::PipelineContainerSpec>(executors.begin()->second.spec);
}
