#include <algorithm>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"

namespace mlpipe::compiler {
namespace {

// check_options has seen that these are constants of the right kind.
const Json* constant(const ir::Setting& setting) { return setting ? std::get_if<Json>(&setting->content) : nullptr; }

double number_or(const ir::Setting& setting, double otherwise) {
  const Json* value = constant(setting);
  return value ? value->as_real() : otherwise;
}

std::vector<std::string> upstream_keys(const ir::Graph& graph, const std::vector<ir::Child>& upstream) {
  std::vector<std::string> keys;
  keys.reserve(upstream.size());
  for (const ir::Child& child : upstream) keys.push_back(key_of(graph, child));
  std::sort(keys.begin(), keys.end());
  return keys;
}

ir::PipelineTaskSpec::CachingOptions caching_of(const ir::TaskOptions& options, bool otherwise) {
  ir::PipelineTaskSpec::CachingOptions spec{.enable_cache = otherwise, .cache_key = {}};
  if (const Json* value = constant(options.caching)) spec.enable_cache = value->as_boolean();
  if (const Json* value = constant(options.cache_key)) spec.cache_key = value->as_string();
  return spec;
}

// What is not set is what the Python SDK fills in.
ir::PipelineTaskSpec::RetryPolicy retries_of(const ir::TaskOptions& options) {
  const auto seconds = [](const ir::Setting& setting, double otherwise) {
    return ir::Duration{static_cast<std::int64_t>(number_or(setting, otherwise)), 0};
  };
  return {.max_retry_count = static_cast<std::int32_t>(number_or(options.retry_max, 0)),
          .backoff_duration = seconds(options.retry_backoff, 0),
          .backoff_factor = number_or(options.retry_backoff_factor, 2.0),
          .backoff_max_duration = seconds(options.retry_backoff_max, 3600)};
}

void lower_task(const Compilation& c, const ir::Task& task, ir::PipelineTaskSpec& spec) {
  const ir::Graph& graph = c.graph;
  const ir::TaskOptions& options = graph.options_of(task);
  const Json* display_name = constant(options.display_name);
  spec.task_info = {.name = display_name ? display_name->as_string() : task.name};
  spec.caching_options = caching_of(options, c.options.caching);
  spec.dependent_tasks = upstream_keys(graph, task.upstream);
  if (number_or(options.retry_max, 0) > 0) spec.retry_policy = retries_of(options);
  if (options.ignore_upstream_failure || task.at_exit) {
    spec.trigger_policy.emplace().strategy = ir::PipelineTaskSpec::TriggerPolicy::ALL_UPSTREAM_TASKS_COMPLETED;
  }
}

void lower_loop(const ir::Graph& graph, const ir::Loop& loop, ir::PipelineTaskSpec& spec) {
  std::string item = channel_name(full_name(graph, loop.item));
  if (loop.parallelism > 0) {
    spec.iterator_policy.emplace().parallelism_limit = static_cast<std::int32_t>(loop.parallelism);
  }
  if (const auto* constants = std::get_if<Json>(&loop.items)) {
    ir::ParameterIteratorSpec::ItemsSpec items{
        ir::ParameterIteratorSpec::ItemsSpec::Raw{dump(*constants, JsonStyle::python)}};
    spec.iterator = ir::Box(ir::ParameterIteratorSpec{std::move(items), std::move(item)});
    return;
  }
  const ir::ValueId list = std::get<ir::ValueId>(loop.items);
  std::string input = channel_name(full_name(graph, list));
  if (type_of(graph, list).is_artifact()) {
    spec.iterator = ir::Box(ir::ArtifactIteratorSpec{{{std::move(input)}}, std::move(item)});
  } else {
    ir::ParameterIteratorSpec::ItemsSpec items{ir::ParameterIteratorSpec::ItemsSpec::InputParameter{std::move(input)}};
    spec.iterator = ir::Box(ir::ParameterIteratorSpec{std::move(items), std::move(item)});
  }
}

// A lone if_ waits as a whole; what stands as a task is its branch.
void lower_group(const ir::Graph& graph, ir::ScopeId id, ir::PipelineTaskSpec& spec) {
  const ir::Scope& scope = graph[id];
  spec.task_info = {.name = scope.name};
  spec.dependent_tasks = upstream_keys(graph, scope.upstream);
  if (scope.parent && ir::is_lone_if(graph[scope.parent])) {
    spec.dependent_tasks = upstream_keys(graph, graph[scope.parent].upstream);
  }
  if (scope.loop) lower_loop(graph, *scope.loop, spec);
}

}  // namespace

void lower_tasks(Compilation& c) {
  c.tasks.resize(c.graph.tasks.size());
  c.groups.resize(c.graph.scopes.size());
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) { lower_task(c, c.graph[id], c.tasks[id.index]); });
    ir::for_each_scope(c.graph, body, [&](ir::ScopeId id) { lower_group(c.graph, id, c.groups[id.index]); });
  }
}

}  // namespace mlpipe::compiler
