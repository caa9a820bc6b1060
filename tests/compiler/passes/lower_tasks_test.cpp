#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

PipelineTaskSpec with(const TaskOptions& options) {
  GraphBuilder b;
  b.add_named("before", b.container("before"));
  TaskOptions all = options;
  all.after = {TaskId(0)};
  b.add(b.container("c"), {}, all);
  return task_at(compiled(b.graph).pipeline, "c");
}

}  // namespace

TEST_CASE("a task without options caches, does not retry and runs where all before it succeeded") {
  const PipelineTaskSpec task = with({});
  CHECK(task.task_info->name == "c");
  CHECK(task.caching_options->enable_cache);
  CHECK(task.caching_options->cache_key.empty());
  CHECK_FALSE(task.retry_policy);
  CHECK_FALSE(task.trigger_policy);
  CHECK(task.dependent_tasks == Names{"before"});
}

TEST_CASE("options of a task stand in the task") {
  TaskOptions options;
  options.display_name = constant("See it");
  options.caching = constant(false);
  options.cache_key = constant("key");
  options.ignore_upstream_failure = true;
  options.retry_max = constant(3);
  const PipelineTaskSpec task = with(options);
  CHECK(task.task_info->name == "See it");
  CHECK_FALSE(task.caching_options->enable_cache);
  CHECK(task.caching_options->cache_key == "key");
  CHECK(task.trigger_policy->strategy == PipelineTaskSpec::TriggerPolicy::ALL_UPSTREAM_TASKS_COMPLETED);
  CHECK(task.trigger_policy->condition.empty());
  REQUIRE(task.retry_policy);
  CHECK(task.retry_policy->max_retry_count == 3);
  CHECK(task.retry_policy->backoff_duration == Duration{0, 0});
  CHECK(task.retry_policy->backoff_factor == 2.0);
  CHECK(task.retry_policy->backoff_max_duration == Duration{3600, 0});
}

TEST_CASE("without caching by default, only tasks that ask for it cache") {
  GraphBuilder b;
  TaskOptions asks;
  asks.caching = constant(true);
  TaskOptions keyed;
  keyed.cache_key = constant("key");
  b.add(b.container("silent"));
  b.add(b.container("asking"), {}, asks);
  b.add(b.container("keyed"), {}, keyed);
  CompileOptions options;
  options.caching = false;
  const PipelineSpec spec = compiled(b.graph, options).pipeline;
  CHECK_FALSE(task_at(spec, "silent").caching_options->enable_cache);
  CHECK(task_at(spec, "asking").caching_options->enable_cache);
  CHECK_FALSE(task_at(spec, "keyed").caching_options->enable_cache);
  CHECK(task_at(spec, "keyed").caching_options->cache_key == "key");
}

TEST_CASE("retries as written") {
  TaskOptions options;
  options.retry_max = constant(2);
  options.retry_backoff = constant(60);
  options.retry_backoff_factor = constant(1.5);
  options.retry_backoff_max = constant(120);
  const PipelineTaskSpec task = with(options);
  CHECK(task.retry_policy->backoff_duration == Duration{60, 0});
  CHECK(task.retry_policy->backoff_factor == 1.5);
  CHECK(task.retry_policy->backoff_max_duration == Duration{120, 0});
  options.retry_max = constant(0);
  options.retry_backoff = options.retry_backoff_factor = options.retry_backoff_max = std::nullopt;
  CHECK_FALSE(with(options).retry_policy);
}
