/// The local engine: runs a compiled pipeline on this machine. Each native step is a process of its own; artifacts,
/// logs and a record of the run lie under one folder. Works on any PipelineSpec within its scope, whoever compiled it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/pipeline_spec_fwd.hpp"
#include "mlpipe/json.hpp"

namespace mlpipe::local {

/// How a run, or a task of it, stands.
enum class State : std::uint8_t {
  pending,
  running,
  succeeded,
  failed,
  skipped,        ///< something that it waits for did not succeed
  not_triggered,  ///< its condition was false
  cancelled,      ///< the run was stopped
  refused         ///< only of a run: nothing was started, the diagnostics say why
};
std::string_view to_string(State state);

struct ArtifactRecord {
  std::string schema_title;
  std::string uri;
  std::string path;
  Json metadata = Json::object();
};

/// A task as it went.
struct TaskRecord {
  std::string path;       ///< its key and those of the tasks that it lies in: `condition-1/push`
  std::string name;       ///< what people see: the display name, else the key
  std::string component;  ///< of a native step: its component's name; empty for sub-pipelines and conditions
  State state = State::pending;
  std::string message;             ///< why it failed or did not run
  std::vector<std::string> notes;  ///< what is odd about a step that succeeded
  int attempts = 0;
  int exit_code = 0;       ///< of the last attempt; 128 + N where signal N ended it
  std::string log;         ///< file with what the last attempt wrote to stdout and stderr
  std::string start_time;  ///< UTC, RFC 3339; empty where it was not started
  std::string end_time;
  double seconds = 0;
  std::map<std::string, Json> parameters;                        ///< its outputs
  std::map<std::string, std::vector<ArtifactRecord>> artifacts;  ///< its outputs
};

/// Whether the task failed by itself, and not only since a task within it did.
inline bool is_own_failure(const TaskRecord& task) {
  return task.state == State::failed && !(task.component.empty() && !task.start_time.empty());
}

struct RunResult {
  State state = State::refused;
  Diagnostics diagnostics;  ///< why it was refused; empty otherwise
  std::string message;      ///< of a run that did not succeed: what failed first, and why
  std::string pipeline;
  std::string run_id;
  std::string folder;             ///< absolute
  Json parameters;                ///< what it was run with, defaults included
  std::vector<TaskRecord> tasks;  ///< in the order in which they were started or settled
  std::map<std::string, Json> output_parameters;
  std::map<std::string, std::vector<ArtifactRecord>> output_artifacts;
};

/// Is told of a run while it runs, on the thread that called run().
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void run_started(const RunResult&) {}
  /// A native step's process is about to start.
  virtual void step_started(const TaskRecord&) {}
  /// An attempt failed, another one comes after `seconds`.
  virtual void step_retried(const TaskRecord&, double /*seconds*/) {}
  /// A task of any kind has reached its final state.
  virtual void task_settled(const TaskRecord&) {}
};

/// Knows where the tasks stand in the source that the spec was compiled from.
class SourceMap {
 public:
  virtual ~SourceMap() = default;
  /// Of a task, by its key and those of the tasks that it lies in: `condition-1/push`.
  virtual SourceLocation place_of(std::string_view task) const = 0;
};

struct RunOptions {
  std::string root = "mlpipe-runs";  ///< runs lie in `<root>/<pipeline>/<run id>/<task>/<output>`
  Json parameters = Json::object();  ///< values of the pipeline's inputs, by name
  /// What native steps start, as `<program> exec COMPONENT --executor_input @FILE`; empty: this very executable.
  std::string program;
  std::string command;  ///< how the spec calls that program; empty: whatever it calls it
  std::vector<std::pair<std::string, std::string>> environment;  ///< of the steps, besides this process's own
  const SourceMap* source = nullptr;                             ///< for diagnostics; nullptr: nothing is known
  unsigned parallelism = 0;                                      ///< steps at one time; 0: as many as processors
  bool handle_signals = false;                                   ///< stop the run at SIGINT and SIGTERM
  Observer* observer = nullptr;
};

/// Runs the pipeline and waits for its end. What cannot run here (containers, loops, importers, final states), a spec
/// that contradicts itself, and values that do not fit the inputs are found before anything is started or written.
/// Throws nothing but std::bad_alloc.
RunResult run(const ir::PipelineSpec& spec, const RunOptions& options);

/// The component that a container of the spec runs, where that is `<program> exec COMPONENT --executor_input {{$}}`;
/// empty for any other container.
std::string_view native_component(const std::vector<std::string>& arguments);

}  // namespace mlpipe::local
