#include "mlpipe/local/run.hpp"

#include <fmt/format.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's, which <csignal> need not have

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "diagnostics/sort_by_place.hpp"
#include "ir/readable_condition.hpp"
#include "json/shown.hpp"
#include "local/cel.hpp"
#include "local/check_runnable.hpp"
#include "local/processes.hpp"
#include "local/resolve.hpp"
#include "local/run_folder.hpp"
#include "local/run_record.hpp"
#include "local/step_files.hpp"
#include "local/upstream.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"
#include "runtime/executor_io.hpp"
#include "runtime/local_path.hpp"

namespace mlpipe::local {
namespace {

using Clock = Processes::Clock;
using Trigger = ir::PipelineTaskSpec::TriggerPolicy;
using Container = ir::PipelineDeploymentConfig::PipelineContainerSpec;

struct Dag;

/// A task of a DAG that is running, or will.
struct Node {
  const ir::PipelineTaskSpec* spec = nullptr;
  const ir::ComponentSpec* component = nullptr;
  const Container* container = nullptr;  ///< of a native step
  Dag* around = nullptr;
  std::unique_ptr<Dag> inside;  ///< of a task that is a DAG, once it runs
  std::size_t waits_for = 0;
  std::vector<Node*> dependants;
  Values outputs;
  ir::ExecutorInput input;  ///< of a native step
  TaskRecord record;
  std::optional<std::size_t> place;  ///< in RunResult::tasks, once it is known there
  Clock::time_point started{};
  Clock::time_point not_before{};  ///< of the next attempt
};

struct Dag {
  const ir::DagSpec* spec = nullptr;
  Node* owner = nullptr;  ///< the task whose component this is; nullptr: the root
  std::string path;       ///< of the tasks in it: empty, or `condition-1/`
  Values inputs;
  std::map<std::string, Node> nodes;
  std::size_t unsettled = 0;
};

double seconds_of(const ir::Duration& duration) {
  return static_cast<double>(duration.seconds) + duration.nanos * 1e-9;
}

std::string describe_exit(const Exit& exit) {
  if (exit.signal != 0) return fmt::format("ended by signal {} ({})", exit.signal, ::strsignal(exit.signal));
  return fmt::format("exit code {}", exit.code);
}

std::map<std::string, std::vector<ArtifactRecord>> records_of(const Values& values) {
  std::map<std::string, std::vector<ArtifactRecord>> records;
  for (const auto& [key, artifacts] : values.artifacts) {
    for (const ir::RuntimeArtifact& artifact : artifacts) {
      ArtifactRecord record;
      const auto* title =
          artifact.type ? std::get_if<ir::ArtifactTypeSchema::SchemaTitle>(&artifact.type->kind) : nullptr;
      if (title != nullptr) record.schema_title = title->value;
      record.uri = artifact.uri;
      record.path = runtime::local_path(artifact);
      if (artifact.metadata) record.metadata = *artifact.metadata;
      records[key].push_back(std::move(record));
    }
  }
  return records;
}

/// What a step has not written, whoever reads it will miss. Metrics are all metadata; what a step says lies elsewhere
/// is not looked for.
void note_missing_files(TaskRecord& record) {
  for (const auto& [key, artifacts] : record.artifacts) {
    for (const ArtifactRecord& artifact : artifacts) {
      std::error_code error;
      const bool is_metadata = artifact.schema_title.ends_with("Metrics");
      if (is_metadata || artifact.uri != artifact.path || std::filesystem::exists(artifact.path, error)) continue;
      record.notes.push_back(fmt::format("nothing was written for the output `{}`", key));
    }
  }
}

/// `accuracy >= limit (accuracy is 0.5, limit is 0.9)`
std::string describe_condition(const std::string& condition, const Values& inputs) {
  const ir::ReadableCondition readable = ir::readable(condition);
  std::string values;
  for (const ir::ConditionInput& input : readable.inputs) {
    const auto value = inputs.parameters.find(input.key);
    if (value == inputs.parameters.end()) continue;
    values += fmt::format("{}{} is {}", values.empty() ? "" : ", ", input.name, shown(value->second));
  }
  return values.empty() ? readable.text : fmt::format("{} ({})", readable.text, values);
}

std::string this_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).string();
}

/// One run. Tasks whose upstream has settled wait in `ready_`; what settles makes others ready; only native steps take
/// time. One thread, no callbacks but the observer's.
class Engine {
 public:
  Engine(const ir::PipelineSpec& spec, const RunOptions& options, RunResult& result)
      : spec_(spec),
        options_(options),
        observer_(options.observer != nullptr ? *options.observer : silent_),
        result_(result),
        processes_(options.handle_signals) {
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    parallelism_ = options.parallelism != 0 ? options.parallelism : processors;
  }

  void run() {
    start_time_ = utc_now();
    facts_ = {{"pipeline_job_name", result_.run_id},
              {"pipeline_job_resource_name", result_.run_id},
              {"pipeline_job_uuid", result_.run_id},
              {"pipeline_job_create_time_utc", start_time_},
              {"pipeline_job_schedule_time_utc", start_time_},
              {"pipeline_root", result_.folder},
              {"workspace_path", result_.folder + "/workspace"}};
    result_.state = State::running;
    observer_.run_started(result_);
    write_record("");
    root_.spec = &std::get<ir::DagSpec>(spec_.root->implementation);
    for (const Json::Member& member : result_.parameters.as_object())
      root_.inputs.parameters[member.key] = member.value;
    open(root_);
    work();
    finish();
  }

 private:
  // ---- DAGs and their tasks ----

  void open(Dag& dag) {
    for (const auto& [key, task] : dag.spec->tasks) {
      Node& node = dag.nodes[key];
      node.spec = &task;
      node.component = &spec_.components.at(task.component_ref->name);
      node.around = &dag;
      node.record.path = dag.path + key;
      node.record.name = task.task_info && !task.task_info->name.empty() ? task.task_info->name : key;
      if (const auto* label = std::get_if<ir::ComponentSpec::ExecutorLabel>(&node.component->implementation)) {
        node.container = &std::get<Container>(spec_.deployment_spec->executors.at(label->value).spec);
        node.record.component = native_component(node.container->args);
      }
    }
    dag.unsettled = dag.nodes.size();
    for (auto& [key, node] : dag.nodes) {
      const auto upstream = upstream_of(*node.spec);
      node.waits_for = upstream.size();
      for (const std::string& producer : upstream) dag.nodes.at(producer).dependants.push_back(&node);
      if (upstream.empty()) ready_.push_back(&node);
    }
    if (dag.nodes.empty()) close(dag);
  }

  /// All tasks of a DAG have settled.
  void close(Dag& dag) {
    if (dag.owner == nullptr) return;
    Node& owner = *dag.owner;
    owner.outputs = resolve_outputs(*dag.spec, [&](const std::string& task) { return outputs_of(dag, task); });
    State state = State::succeeded;
    for (const auto& [key, node] : dag.nodes) {
      if (node.record.state == State::cancelled) state = State::cancelled;
      if (node.record.state != State::failed) continue;
      state = State::failed;
      owner.record.message = fmt::format("`{}` failed", node.record.path);
      break;
    }
    settle(owner, state);
  }

  static const Values* outputs_of(const Dag& dag, const std::string& task) {
    const auto found = dag.nodes.find(task);
    return found == dag.nodes.end() || found->second.record.state != State::succeeded ? nullptr
                                                                                      : &found->second.outputs;
  }

  void settle(Node& node, State state) {
    TaskRecord& record = node.record;
    record.state = state;
    if (!record.start_time.empty()) {
      record.end_time = utc_now();
      record.seconds = std::chrono::duration<double>(Clock::now() - node.started).count();
    }
    if (state == State::succeeded) {
      record.parameters = node.outputs.parameters;
      record.artifacts = records_of(node.outputs);
      if (!record.component.empty()) note_missing_files(record);
    }
    publish(node);
    observer_.task_settled(record);
    for (Node* dependant : node.dependants) {
      if (--dependant->waits_for == 0) ready_.push_back(dependant);
    }
    // The DAG around may settle with it, and that makes more ready: no deeper than DAGs are nested.
    if (--node.around->unsettled == 0) close(*node.around);
  }

  void fail(Node& node, std::string message) {
    node.record.message = std::move(message);
    if (result_.message.empty())
      result_.message = fmt::format("task `{}` failed: {}", node.record.path, node.record.message);
    settle(node, State::failed);
  }

  void publish(Node& node) {
    if (!node.place) {
      node.place = result_.tasks.size();
      result_.tasks.emplace_back();
    }
    result_.tasks[*node.place] = node.record;
  }

  // ---- Starting a task ----

  /// Why a task does not start at all; nothing where it may.
  std::optional<std::string> held_up(const Node& node) const {
    const bool any_end_will_do =
        node.spec->trigger_policy && node.spec->trigger_policy->strategy == Trigger::ALL_UPSTREAM_TASKS_COMPLETED;
    if (any_end_will_do) return std::nullopt;
    for (const std::string& producer : upstream_of(*node.spec)) {
      const TaskRecord& record = node.around->nodes.at(producer).record;
      if (record.state == State::succeeded) continue;
      const std::string_view how = record.state == State::failed          ? "failed"
                                   : record.state == State::not_triggered ? "was not triggered"
                                                                          : "did not run";
      return fmt::format("`{}` {}", record.path, how);
    }
    return std::nullopt;
  }

  void begin(Node& node) {
    if (stopped_) return settle(node, State::cancelled);
    if (auto reason = held_up(node)) {
      node.record.message = std::move(*reason);
      return settle(node, State::skipped);
    }
    RunFacts facts = facts_;
    facts["pipeline_task_name"] = node.record.name;
    facts["pipeline_task_uuid"] = result_.run_id + '/' + node.record.path;
    auto resolved = resolve_inputs(
        *node.spec, *node.component, node.around->inputs,
        [&](const std::string& task) { return outputs_of(*node.around, task); }, facts);
    if (auto* unresolved = std::get_if<Unresolved>(&resolved)) return fail(node, std::move(unresolved->reason));
    Values& inputs = std::get<Values>(resolved);
    if (node.spec->trigger_policy && !node.spec->trigger_policy->condition.empty()) {
      const std::string& condition = node.spec->trigger_policy->condition;
      const auto verdict = evaluate_condition(condition, inputs.parameters);
      if (const auto* error = std::get_if<CelError>(&verdict))
        return fail(node, fmt::format("its condition `{}` cannot be evaluated: {} (at {})", condition, error->message,
                                      error->offset));
      if (!std::get<bool>(verdict)) {
        node.record.message = "its condition is false: " + describe_condition(condition, inputs);
        return settle(node, State::not_triggered);
      }
    }
    node.record.state = State::running;
    node.record.start_time = utc_now();
    node.started = Clock::now();
    publish(node);
    if (node.container != nullptr) return begin_step(node, inputs);
    node.inside = std::make_unique<Dag>();
    node.inside->spec = &std::get<ir::DagSpec>(node.component->implementation);
    node.inside->owner = &node;
    node.inside->path = node.record.path + '/';
    node.inside->inputs = std::move(inputs);
    open(*node.inside);
  }

  // ---- Native steps ----

  StepFolder folder_of(const Node& node) const {
    std::string path = result_.folder;
    std::string_view rest = node.record.path;
    while (true) {
      const std::size_t slash = rest.find('/');
      path += '/' + path_part(rest.substr(0, slash));
      if (slash == std::string_view::npos) return {std::move(path)};
      rest.remove_prefix(slash + 1);
    }
  }

  void begin_step(Node& node, const Values& inputs) {
    const StepFolder folder = folder_of(node);
    node.input = make_executor_input(*node.component, inputs, folder);
    if (auto error = runtime::write_file_with_folders(folder.executor_input(), runtime::to_text(node.input)))
      return fail(node, std::move(error->reason));
    observer_.step_started(node.record);
    start_attempt(node);
  }

  void start_attempt(Node& node) {
    const StepFolder folder = folder_of(node);
    ++node.record.attempts;
    node.record.log = folder.log(node.record.attempts);
    publish(node);
    Command command;
    command.program = options_.program;
    command.arguments = {"exec", node.record.component, "--executor_input", '@' + folder.executor_input()};
    command.environment = options_.environment;
    for (const auto& variable : node.container->env) command.environment.emplace_back(variable.name, variable.value);
    if (node.spec->retry_policy)
      command.environment.emplace_back("KFP_RETRY_INDEX", std::to_string(node.record.attempts - 1));
    command.log = node.record.log;
    tokens_[next_token_] = &node;
    if (auto error = processes_.start(command, next_token_)) {
      tokens_.erase(next_token_);
      return fail(node, fmt::format("cannot start `{}`: {}", options_.program, *error));
    }
    ++next_token_;
  }

  void end_attempt(const Exit& exit) {
    Node& node = *tokens_.at(exit.token);
    tokens_.erase(exit.token);
    node.record.exit_code = exit.code;
    if (stopped_) return settle(node, State::cancelled);
    if (exit.code == 0) {
      auto results = read_results(*node.component, node.input);
      if (auto* problem = std::get_if<Unresolved>(&results)) return retry_or_fail(node, std::move(problem->reason));
      node.outputs = std::move(std::get<Values>(results));
      return settle(node, State::succeeded);
    }
    std::string message = describe_exit(exit);
    if (const std::string words = reason_in_log(node.record.log, node.record.component); !words.empty())
      message += ": " + words;
    retry_or_fail(node, std::move(message));
  }

  void retry_or_fail(Node& node, std::string message) {
    const auto& policy = node.spec->retry_policy;
    if (!policy || node.record.attempts > policy->max_retry_count) return fail(node, std::move(message));
    double delay = policy->backoff_duration ? seconds_of(*policy->backoff_duration) : 0;
    const double factor = policy->backoff_factor > 0 ? policy->backoff_factor : 2;
    delay *= std::pow(factor, node.record.attempts - 1);
    const double longest = policy->backoff_max_duration ? seconds_of(*policy->backoff_max_duration) : 3600;
    delay = std::clamp(delay, 0.0, std::max(longest, 0.0));
    node.record.message = std::move(message);
    observer_.step_retried(node.record, delay);
    node.record.message.clear();
    node.not_before = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(delay));
    delayed_.push_back(&node);
  }

  // ---- The loop ----

  void work() {
    while (true) {
      start_what_can();
      if (processes_.running() == 0 && delayed_.empty()) return;
      const auto event = processes_.wait(next_deadline());
      if (const auto* exit = std::get_if<Exit>(&event)) end_attempt(*exit);
      if (std::holds_alternative<Processes::Stopped>(event)) stop();
      if (kill_at_ && Clock::now() >= *kill_at_) {
        processes_.signal_all(SIGKILL);
        kill_at_.reset();
      }
      write_record_now_and_then();
    }
  }

  /// DAGs, and tasks that do not run, settle at once; steps start while there is room.
  void start_what_can() {
    const auto now = Clock::now();
    for (auto node = delayed_.begin(); node != delayed_.end();) {
      if ((*node)->not_before > now || processes_.running() >= parallelism_) {
        ++node;
        continue;
      }
      Node& due = **node;
      node = delayed_.erase(node);
      start_attempt(due);
    }
    while (!ready_.empty()) {
      Node& node = *ready_.front();
      if (node.container != nullptr && processes_.running() >= parallelism_ && !stopped_) return;
      ready_.pop_front();
      begin(node);
    }
  }

  std::optional<Clock::time_point> next_deadline() const {
    std::optional<Clock::time_point> next = kill_at_;
    if (processes_.running() >= parallelism_) return next;
    for (const Node* node : delayed_) next = next ? std::min(*next, node->not_before) : node->not_before;
    return next;
  }

  void stop() {
    constexpr auto patience = std::chrono::seconds(5);
    if (stopped_) {  // asked twice
      processes_.signal_all(SIGKILL);
      return;
    }
    stopped_ = true;
    result_.message = "stopped by a signal";
    kill_at_ = Clock::now() + patience;
    processes_.signal_all(SIGTERM);
    for (Node* node : std::exchange(delayed_, {})) settle(*node, State::cancelled);
  }

  void finish() {
    const Values outputs =
        resolve_outputs(*root_.spec, [&](const std::string& task) { return outputs_of(root_, task); });
    result_.output_parameters = outputs.parameters;
    result_.output_artifacts = records_of(outputs);
    const bool failed = std::any_of(result_.tasks.begin(), result_.tasks.end(),
                                    [](const TaskRecord& task) { return task.state == State::failed; });
    result_.state = stopped_ ? State::cancelled : failed ? State::failed : State::succeeded;
    if (auto problem = write_record(utc_now()); problem && result_.state == State::succeeded) {
      result_.state = State::failed;
      result_.message = std::move(*problem);
    }
  }

  // ---- The record ----

  std::optional<std::string> write_record(const std::string& end_time) {
    last_record_ = Clock::now();
    const Json record = run_record(result_, start_time_, end_time);
    auto error = runtime::write_file_with_folders(result_.folder + "/run.json", dump(record) + '\n');
    if (!error) return std::nullopt;
    return std::move(error->reason);
  }

  void write_record_now_and_then() {
    if (Clock::now() - last_record_ >= std::chrono::seconds(1)) write_record("");
  }

  const ir::PipelineSpec& spec_;
  const RunOptions& options_;
  Observer silent_;
  Observer& observer_;
  RunResult& result_;
  std::size_t parallelism_ = 1;
  RunFacts facts_;
  std::string start_time_;
  Clock::time_point last_record_{};
  Dag root_;
  std::deque<Node*> ready_;
  std::vector<Node*> delayed_;  ///< wait for their next attempt
  std::map<std::size_t, Node*> tokens_;
  std::size_t next_token_ = 0;
  bool stopped_ = false;
  std::optional<Clock::time_point> kill_at_;
  Processes processes_;  // last: its end waits for the children
};

}  // namespace

std::string_view to_string(State state) {
  switch (state) {
    case State::pending:
      return "pending";
    case State::running:
      return "running";
    case State::succeeded:
      return "succeeded";
    case State::failed:
      return "failed";
    case State::skipped:
      return "skipped";
    case State::not_triggered:
      return "not triggered";
    case State::cancelled:
      return "cancelled";
    case State::refused:
      return "refused";
  }
  return "unknown";
}

RunResult run(const ir::PipelineSpec& spec, const RunOptions& options) {
  RunResult result;
  result.pipeline = spec.pipeline_info ? spec.pipeline_info->name : std::string();
  result.diagnostics = check_runnable(spec, options);
  result.parameters = check_inputs_of_run(spec, options.parameters, result.diagnostics);
  sort_by_place(result.diagnostics);
  if (has_errors(result.diagnostics)) return result;
  auto folder = make_run_folder(options.root, result.pipeline);
  if (const auto* error = std::get_if<runtime::FileError>(&folder)) {
    result.diagnostics.emplace_back(Code::run_folder_not_made, SourceLocation{}, error->reason);
    return result;
  }
  result.run_id = std::get<RunFolder>(folder).run_id;
  result.folder = std::get<RunFolder>(folder).path;
  RunOptions complete = options;
  if (complete.program.empty()) complete.program = this_program();
  Engine(spec, complete, result).run();
  return result;
}

}  // namespace mlpipe::local
