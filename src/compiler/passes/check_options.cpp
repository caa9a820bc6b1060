#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "compiler/check_claims.hpp"
#include "compiler/check_constant.hpp"
#include "compiler/check_kubernetes.hpp"
#include "compiler/check_variable_names.hpp"
#include "compiler/kubernetes_config.hpp"
#include "compiler/limits.hpp"
#include "compiler/passes.hpp"
#include "compiler/placeholders.hpp"
#include "compiler/quantities.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"
#include "json/shown.hpp"

namespace mlpipe::compiler {
namespace {

using Parse = std::optional<double> (*)(std::string_view);

const Json* constant(const ir::Setting& setting) { return setting ? std::get_if<Json>(&setting->content) : nullptr; }

// The options of one task.
class Checker {
 public:
  Checker(Compilation& c, ir::TaskId id)
      : c_(c), graph_(c.graph), task_(graph_[id]), options_(graph_.options_of(task_)), who_(describe(graph_, id)) {}

  void check() {
    const bool is_pipeline = task_.component && graph_[task_.component].is_pipeline();
    if (is_pipeline)
      check_pipeline();
    else
      check_container();
    check_display_name();
    check_constant_setting("caching", options_.caching, Type::boolean);
    check_cache_key();
    check_retry();
  }

  void check_upstream() {
    if (options_.ignore_upstream_failure) check_ignored_failure();
    check_final_status();
  }

 private:
  template <class... Args>
  Diagnostic& report(Code code, const std::string& hint, fmt::format_string<Args...> text, Args&&... args) {
    return c_.report(code, task_.location, fmt::format("{}: {}", who_, fmt::format(text, std::forward<Args>(args)...)),
                     hint);
  }

  // A sub-pipeline is no process: what concerns one has no place there.
  void check_pipeline() {
    const auto refuse = [this](const char* what, bool given) {
      if (!given) return;
      report(Code::option_needs_container, "set it on the tasks inside the pipeline",
             "it is a pipeline, and has no container that {} could apply to", what);
    };
    refuse("resources", options_.cpu_request || options_.cpu_limit || options_.memory_request || options_.memory_limit);
    refuse("an accelerator", options_.accelerator_type || options_.accelerator_count);
    refuse("environment variables", !options_.env.empty());
    refuse("platform options", !options_.platform.empty());
  }

  void check_container() {
    check_amounts("cpu", options_.cpu_request, options_.cpu_limit, parse_cpu, "cores: `2`, `\"500m\"`");
    check_amounts("memory", options_.memory_request, options_.memory_limit, parse_memory,
                  "bytes with a unit: `\"1.5Gi\"`, `\"512M\"`");
    check_accelerator();
    check_env();
    check_platforms();
  }

  // A setting that may be a value of the pipeline: that one alone, and of a type that can be it.
  bool check_value(const std::string& what, const ir::Setting& setting, std::initializer_list<Type::Kind> kinds) {
    ir::ValueId value;
    if (const auto* direct = std::get_if<ir::ValueId>(&setting->content)) {
      value = *direct;
      if (!value) return false;
    } else {
      const auto* text = std::get_if<ir::Text>(&setting->content);
      if (!text || text->size() != 1 || text->front().kind != ir::SegmentKind::value) {
        report(Code::option_type_mismatch, "compute the text in a component",
               "the {} is put together; the spec takes a constant or one value", what);
        return false;
      }
      value = text->front().value;
      if (!value) return false;
    }
    const Type& type = type_of(graph_, value);
    if (std::find(kinds.begin(), kinds.end(), type.kind()) != kinds.end()) return true;
    report(Code::option_type_mismatch, {}, "the {} cannot be {}, which is {}", what, describe(graph_, value),
           to_string(type))
        .with(location_of(graph_, value), fmt::format("{} comes from here", describe(graph_, value)));
    return false;
  }

  void check_amounts(const std::string& what, const ir::Setting& request, const ir::Setting& limit, Parse parse,
                     const char* hint) {
    if (request == limit) {  // written once, as both
      check_quantity("amount of " + what, request, parse, hint);
      return;
    }
    const auto requested = check_quantity(what + " request", request, parse, hint);
    const auto limited = check_quantity(what + " limit", limit, parse, hint);
    check_limit(what, request, requested, limit, limited);
  }

  std::optional<double> check_quantity(const std::string& what, const ir::Setting& setting, Parse parse,
                                       const char* hint) {
    if (!setting) return std::nullopt;
    const Json* json = constant(setting);
    if (!json) {
      if (parse == parse_cpu)  // a number of cores; of bytes there is none without a unit
        check_value(what, setting, {Type::string, Type::integer, Type::number});
      else
        check_value(what, setting, {Type::string});
      return std::nullopt;
    }
    const std::optional<double> amount = parse(json->is_string() ? json->as_string() : dump(*json));
    if (!amount || *amount <= 0) {
      report(Code::bad_quantity, hint, "{} is no {}", shown(*json), what);
      return std::nullopt;
    }
    return amount;
  }

  void check_limit(const std::string& what, const ir::Setting& request, std::optional<double> requested,
                   const ir::Setting& limit, std::optional<double> limited) {
    if (!requested || !limited || *requested <= *limited) return;
    report(Code::request_above_limit, "raise the limit, or request less", "the {} request {} is above its limit {}",
           what, shown(*constant(request)), shown(*constant(limit)));
  }

  void check_accelerator() {
    if (const ir::Setting& type = options_.accelerator_type) {
      const Json* json = constant(type);
      if (!json)
        check_value("accelerator type", type, {Type::string});
      else if (!json->is_string() || json->as_string().empty())
        report(Code::bad_accelerator, "name one: `\"nvidia.com/gpu\"`", "{} is no accelerator type", shown(*json));
    }
    const ir::Setting& count = options_.accelerator_count;
    if (!count) return;
    if (!options_.accelerator_type) {
      report(Code::bad_accelerator, "add the type: `.accelerator = {.type = \"nvidia.com/gpu\", .count = 1}`",
             "accelerators are counted, but their type is not given");
    }
    const Json* json = constant(count);
    if (!json)
      check_value("accelerator count", count, {Type::integer, Type::string});
    else if (!json->is_integer() || json->as_integer() <= 0)
      report(Code::bad_accelerator, "leave the accelerator out where none is wanted", "{} is no count of accelerators",
             shown(*json));
  }

  void check_env() {
    check_variable_names(options_.env, [this](const VariableProblem& problem) {
      report(problem.code, problem.hint, "{}", problem.message);
    });
    for (const auto& [name, value] : options_.env) {
      const auto* json = std::get_if<Json>(&value.content);
      if (json && json->is_string()) {
        check_variable(name, json->as_string());
        continue;
      }
      const auto* id = std::get_if<ir::ValueId>(&value.content);
      if (id && !*id) continue;
      if (json)
        report(Code::option_type_mismatch, "write it as a string", "environment variable `{}` is not a string", name);
      else
        report(
            Code::option_not_constant,
            "neither Kubeflow Pipelines nor Vertex AI Pipelines fills values into environment variables; pass it as an "
            "input of the component",
            "environment variable `{}` is not a constant", name);
    }
  }

  void check_variable(const std::string& name, const std::string& value) {
    if (const auto found = find_placeholder(value)) {
      report(Code::placeholder_in_env, "pass it as an input of the component",
             "environment variable `{}` holds the placeholder `{}`, which no backend replaces there", name,
             found->whole);
    }
    if (name.size() + value.size() + 1 > limits::argument_bytes) {
      report(Code::text_too_long, "write it to an artifact, and pass that",
             "environment variable `{}` has more than {} bytes", name, limits::argument_bytes);
    }
  }

  void check_platforms() {
    KubernetesConfig merged;
    bool understood = true;
    for (const ir::PlatformOption& option : options_.platform) {
      if (option.platform != "kubernetes") {
        report(Code::bad_platform_config, "backends read `kubernetes` only", "platform `{}` is not known",
               option.platform);
        continue;
      }
      check_platform_values(option.config, {});
      const auto config = read_kubernetes_config(option.config, any_parameter);
      if (const auto* problem = std::get_if<ir::ReadProblem>(&config)) {
        report(Code::bad_platform_config, problem->hint, "what it tells platform `{}` is not understood: {}",
               option.platform, problem->message);
        understood = false;
      } else {
        merge(merged, std::get<KubernetesConfig>(config));
      }
    }
    if (!understood) return;
    std::vector<std::string_view> variables;
    for (const auto& [name, value] : options_.env) variables.push_back(name);
    for (const KubernetesProblem& problem : check_kubernetes(merged, variables))
      report(problem.code, problem.hint, "{}", problem.message);
  }

  // Values and texts stand where the platform is told one value: `field` is the innermost field around.
  void check_platform_values(const ir::Argument& given, std::string_view field) {
    if (const auto* list = std::get_if<ir::Argument::List>(&given.content)) {
      for (const ir::Argument& item : *list) check_platform_values(item, field);
    } else if (const auto* map = std::get_if<ir::Argument::Map>(&given.content)) {
      for (const ir::Argument::Entry& entry : *map) check_platform_values(entry.value, entry.key);
    } else if (!std::holds_alternative<Json>(given.content)) {
      check_platform_value(given, field);
    }
  }

  void check_platform_value(const ir::Argument& given, std::string_view field) {
    const std::string what = fmt::format("Kubernetes option `{}`", field);
    const auto* text = std::get_if<ir::Text>(&given.content);
    if (text && text->size() == 1 && text->front().kind == ir::SegmentKind::run) {
      if (stands_alone(text->front().run)) return;
      report(Code::option_type_mismatch, "hand it on as an input of the component",
             "the {} is {}, which no backend knows there", what, run_placeholder(text->front().run));
    } else if (field == "tolerationJson" || field == "toleration_json") {
      check_value(what, given, {Type::structure, Type::list});
    } else if (field.ends_with("Json")) {
      check_value(what, given, {Type::structure});
    } else {
      check_value(what, given, {Type::string});
    }
  }

  void check_display_name() {
    if (!check_constant_setting("display name", options_.display_name, Type::string)) return;
    const Json* json = constant(options_.display_name);
    if (json && json->as_string().size() > limits::display_name) {
      report(Code::text_too_long, "shorten it", "its display name has more than {} bytes", limits::display_name);
    }
    if (json && json->as_string().empty())
      report(Code::option_type_mismatch, "leave it out to show the task's name", "its display name is empty");
  }

  void check_cache_key() {
    if (!check_constant_setting("cache key", options_.cache_key, Type::string)) return;
    const Json* json = constant(options_.cache_key);
    if (json && json->as_string().empty())
      report(Code::option_type_mismatch, "leave it out to have the step known by its inputs", "its cache key is empty");
  }

  bool check_constant_setting(const char* what, const ir::Setting& setting, const Type& type) {
    if (!setting) return false;
    if (const auto* id = std::get_if<ir::ValueId>(&setting->content); id && !*id) return false;
    const Json* json = constant(setting);
    if (!json) {
      report(Code::option_not_constant,
             "neither Kubeflow Pipelines nor Vertex AI Pipelines has a place for a value there; decide it when the "
             "pipeline is compiled",
             "the {} is a value that only a run knows", what);
      return false;
    }
    if (const auto problem = check_constant(*json, type)) {
      report(Code::option_type_mismatch, problem->hint, "the {} is {}", what, problem->reason);
      return false;
    }
    return true;
  }

  void check_retry() {
    check_pause("pause before a retry", options_.retry_backoff);
    check_pause("longest pause before a retry", options_.retry_backoff_max);
    const auto check_range = [this](const char* what, const ir::Setting& setting, const Type& type, double lowest,
                                    double highest) {
      if (!check_constant_setting(what, setting, type)) return;
      const double number = constant(setting)->as_real();
      if (number >= lowest && number <= highest) return;
      report(Code::bad_retry, fmt::format("at least {}, at most {:.0f}", lowest, highest), "the {} is {}", what,
             dump(*constant(setting)));
    };
    constexpr double most_retries = 2147483647, largest_factor = 1e6;
    check_range("number of retries", options_.retry_max, Type::integer, 0, most_retries);
    check_range("factor of pauses", options_.retry_backoff_factor, Type::number, 1, largest_factor);
    const bool pauses = options_.retry_backoff || options_.retry_backoff_factor || options_.retry_backoff_max;
    if (pauses && !options_.retry_max) {
      report(Code::bad_retry, "say how often: `.retry = {.max = 3, ...}`",
             "it has pauses before retries, but no number of retries");
    }
  }

  void check_pause(const char* what, const ir::Setting& setting) {
    constexpr double most_seconds = 315576000000;  // what a Duration of the spec can hold
    if (!check_constant_setting(what, setting, Type::number)) return;
    const double seconds = constant(setting)->as_real();
    if (seconds < 0 || seconds > most_seconds) {
      report(Code::bad_retry, fmt::format("at least 0, at most {:.0f}", most_seconds), "the {} is {}", what,
             dump(*constant(setting)));
    } else if (seconds != std::floor(seconds)) {
      report(Code::bad_retry, "write whole seconds: `.backoff = 2s`", "the {} is {} s, no whole number of seconds",
             what, dump(*constant(setting)));
    }
  }

  void check_ignored_failure() {
    if (task_.upstream.empty()) {
      report(Code::nothing_upstream, "add `.after`, or leave the option out",
             "it ignores upstream failures, but nothing is upstream of it");
    }
    if (!task_.component) return;
    for (const ir::TaskArgument& argument : task_.arguments) {
      const ir::InputDefinition& input = graph_[task_.component].interface.inputs[argument.input];
      if (input.optional || input.default_value) continue;
      for_each_value(argument.argument, [&](ir::ValueId value) {
        if (!is_produced(graph_, value)) return;
        report(Code::upstream_value_may_miss, "make the input optional: when the task upstream fails there is no value",
               "it ignores upstream failures, but its required input `{}` is {}", input.name, describe(graph_, value))
            .with(location_of(graph_, value), fmt::format("{} comes from here", describe(graph_, value)));
      });
    }
  }

  // The backend takes the status of the one task that is waited for.
  void check_final_status() {
    if (!task_.component || task_.at_exit) return;
    for (const ir::InputDefinition& input : graph_[task_.component].interface.inputs) {
      if (input.type.kind() != Type::task_final_status) continue;
      if (options_.ignore_upstream_failure && task_.upstream.size() == 1) continue;
      report(Code::no_final_status, "set `.ignore_upstream_failure` and wait for exactly one task",
             "its input `{}` wants the final status of a task, but it {}", input.name,
             options_.ignore_upstream_failure ? fmt::format("waits for {}", task_.upstream.size())
                                              : std::string("runs only where all before it succeeded"));
    }
  }

  Compilation& c_;
  const ir::Graph& graph_;
  const ir::Task& task_;
  const ir::TaskOptions& options_;
  std::string who_;
};

}  // namespace

void check_options(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      const ir::Task& task = c.graph[id];
      if (!task.component) return;
      for (const KubernetesProblem& problem : check_claim(c.graph, task))
        c.report(problem.code, task.location, fmt::format("{}: {}", describe(c.graph, id), problem.message),
                 problem.hint);
      const auto& inputs = c.graph[task.component].interface.inputs;
      const bool wants_status = std::any_of(inputs.begin(), inputs.end(), [](const ir::InputDefinition& input) {
        return input.type.kind() == Type::task_final_status;
      });
      if (task.options == 0 && !wants_status) return;
      Checker checker(c, id);
      checker.check();
      checker.check_upstream();
    });
  }
}

}  // namespace mlpipe::compiler
