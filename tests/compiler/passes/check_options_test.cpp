#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

TaskOptions with(Setting TaskOptions::*option, Argument given) {
  TaskOptions options;
  options.*option = std::move(given);
  return options;
}

// One task with these options.
Diagnostics of_options(TaskOptions options) {
  GraphBuilder b;
  b.add(b.container("c", {}, {}), {}, std::move(options), line(7));
  return diagnose(b.graph);
}

}  // namespace

TEST_CASE("options") {
  using O = TaskOptions;
  the_only(of_options(with(&O::cpu_limit, constant("two"))), Code::bad_quantity, "task `c`: \"two\" is no cpu limit",
           "500m");
  the_only(of_options(with(&O::memory_limit, constant("4GB"))), Code::bad_quantity,
           "task `c`: \"4GB\" is no memory limit", "1.5Gi");
  CHECK(of_options(with(&O::memory_limit, constant("1.5Gi"))).empty());
  O both = with(&O::cpu_request, constant("-1"));
  both.cpu_limit = constant("-1");
  the_only(of_options(both), Code::bad_quantity, "task `c`: \"-1\" is no amount of cpu", "500m");
  O resources = with(&O::memory_request, constant("8G"));
  resources.memory_limit = constant("1G");
  CHECK(lines_of(the_only(of_options(resources), Code::request_above_limit,
                          "task `c`: the memory request \"8G\" is above its limit \"1G\"", "raise")) == Lines{7});
  the_only(of_options(with(&O::accelerator_count, constant(2))), Code::bad_accelerator,
           "task `c`: accelerators are counted, but their type is not given", "nvidia.com/gpu");
  O none = with(&O::accelerator_count, constant(0));
  none.accelerator_type = constant("nvidia.com/gpu");
  the_only(of_options(none), Code::bad_accelerator, "task `c`: 0 is no count of accelerators", "leave");
  the_only(of_options(with(&O::retry_max, constant(-3))), Code::bad_retry, "task `c`: the number of retries is -3",
           "at least 0");
  the_only(of_options(with(&O::retry_backoff, constant(3))), Code::bad_retry,
           "task `c`: it has pauses before retries, but no number of retries", ".max");
  the_only(of_options(with(&O::display_name, constant(std::string(300, 'x')))), Code::text_too_long,
           "task `c`: its display name has more than 128 bytes", "shorten");
  the_only(of_options(with(&O::caching, constant("yes"))), Code::option_type_mismatch,
           "task `c`: the caching is a string, not bool", "");
  O env;
  env.env = {{"2A", constant("x")}};
  the_only(of_options(env), Code::bad_env_name, "task `c`: `2A` is no name of an environment variable", "digit");
  O ignoring;
  ignoring.ignore_upstream_failure = true;
  the_only(of_options(ignoring), Code::nothing_upstream,
           "task `c`: it ignores upstream failures, but nothing is upstream of it", ".after");
  O platform;
  platform.platform = {{"kubernetes", Json::array()}};
  the_only(of_options(platform), Code::bad_platform_config,
           "task `c`: what it tells platform `kubernetes` is not understood: it is a list, no object",
           "`nodeSelector`");

  SECTION("values where the spec holds constants") {
    GraphBuilder b("p", {in("n", Type::integer)});
    b.add(b.container("c"), {}, with(&O::retry_max, value(b.input())), line(7));
    the_only(diagnose(b.graph), Code::option_not_constant,
             "task `c`: the number of retries is a value that only a run knows", "compiled");
  }
  SECTION("on a pipeline") {
    GraphBuilder b;
    const auto inner = b.open_pipeline("inner");
    b.add(b.container("c"));
    b.close();
    b.add(inner, {}, with(&O::cpu_limit, constant("2")), line(7));
    the_only(diagnose(b.graph), Code::option_needs_container,
             "task `inner`: it is a pipeline, and has no container that resources could apply to", "inside");
  }
  SECTION("failures upstream") {
    GraphBuilder b;
    const auto made = b.add(b.container("make", {}, {out("v")}), {}, {}, line(2));
    b.add(b.container("c", {in("v"), in("s", Type::task_final_status)}), {{"v", value(b.output(made))}}, ignoring,
          line(7));
    CHECK(lines_of(the_only(
              diagnose(b.graph), Code::upstream_value_may_miss,
              "task `c`: it ignores upstream failures, but its required input `v` is output `v` of task `make`",
              "optional")) == Lines{7, 2});
    GraphBuilder lonely;
    lonely.add(lonely.container("c", {in("s", Type::task_final_status)}));
    the_only(diagnose(lonely.graph), Code::no_final_status,
             "task `c`: its input `s` wants the final status of a task, but it runs only where all before it succeeded",
             "exactly one");
  }
}

TEST_CASE("pauses of a fraction of a second") {
  using O = TaskOptions;
  for (Setting O::*pause : {&O::retry_backoff, &O::retry_backoff_max}) {
    O options = with(&O::retry_max, constant(2));
    options.*pause = constant(0.5);
    const std::string what = pause == &O::retry_backoff ? "pause" : "longest pause";
    the_only(of_options(options), Code::bad_retry,
             "task `c`: the " + what + " before a retry is 0.5 s, no whole number of seconds", "whole seconds");
    options.*pause = constant(-1);
    the_only(of_options(options), Code::bad_retry, "task `c`: the " + what + " before a retry is -1", "at least 0");
    options.*pause = constant(2);
    CHECK(of_options(options).empty());
  }
}

TEST_CASE("an empty cache key") {
  the_only(of_options(with(&TaskOptions::cache_key, constant(""))), Code::option_type_mismatch,
           "task `c`: its cache key is empty", "leave it out");
}

TEST_CASE("environment variables that are set twice") {
  TaskOptions options;
  options.env = {{"A", constant("1")}, {"B", constant("1")}, {"A", constant("2")}};
  the_only(of_options(options), Code::variable_set_twice, "task `c`: environment variable `A` is set twice", "last");
}

TEST_CASE("variables that are too long for a pod") {
  TaskOptions options;
  options.env = {{"A", constant(std::string(131070, 'a'))}};
  the_only(of_options(options), Code::text_too_long, "task `c`: environment variable `A` has more than 131071 bytes",
           "artifact");
}

TEST_CASE("placeholders in variables of tasks") {
  TaskOptions options;
  options.env = {{"A", constant("{{$.inputs.parameters['x']}}")}};
  the_only(of_options(options), Code::placeholder_in_env,
           "task `c`: environment variable `A` holds the placeholder `{{$.inputs.parameters['x']}}`, which no backend "
           "replaces there",
           "input");
}

TEST_CASE("platforms and fields of theirs that there are not") {
  TaskOptions options;
  options.platform = {{"kubernetes", Json::object({{"typo", 1}, {"imagePullPolicy", "Always"}})}};
  the_only(of_options(options), Code::bad_platform_config,
           "task `c`: what it tells platform `kubernetes` is not understood: `typo` is no field that there is",
           "`tolerations`");
  options.platform = {{"k8s", Json::object()}};
  the_only(of_options(options), Code::bad_platform_config, "task `c`: platform `k8s` is not known", "`kubernetes`");
}
