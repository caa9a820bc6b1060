#include "compiler/hashing.hpp"

namespace mlpipe::compiler {

std::size_t hash_of(const ir::PipelineDeploymentConfig::PipelineContainerSpec& container) {
  Hash hash;
  hash.add(container.image);
  for (const std::string& word : container.command) hash.add(word);
  for (const std::string& word : container.args) hash.add(word);
  for (const auto& variable : container.env) hash.add(variable.name).add(variable.value);
  if (!container.resources) return hash.value();
  const auto& resources = *container.resources;
  hash.add(resources.resource_cpu_request).add(resources.resource_cpu_limit);
  hash.add(resources.resource_memory_request).add(resources.resource_memory_limit);
  if (resources.accelerator) hash.add(resources.accelerator->resource_type).add(resources.accelerator->resource_count);
  return hash.value();
}

}  // namespace mlpipe::compiler
