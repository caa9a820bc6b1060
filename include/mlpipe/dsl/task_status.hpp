/// What the backend itself fills in: the final status of a task, and the configuration of the task that runs.
#pragma once

#include <string>

#include "mlpipe/dsl/parameter.hpp"

namespace mlpipe {

/// How what an exit task guards, or a task upstream, has ended: `In<TaskFinalStatus> status = {};`. Nobody gives it;
/// the backend does, to exit tasks and to tasks that ignore upstream failures.
struct TaskFinalStatus {
  std::string state =
      {};  ///< as the backend says it: Kubeflow COMPLETE, Vertex and local runs SUCCEEDED; FAILED, CANCELED
  std::string pipeline_job_resource_name = {};
  std::string pipeline_task_name = {};
  int error_code = 0;  ///< 0 where it succeeded, or the backend says nothing
  std::string error_message = {};

  /// In all the backends' words.
  bool succeeded() const { return state == "COMPLETE" || state == "CACHED" || state == "SUCCEEDED"; }
  friend bool operator==(const TaskFinalStatus&, const TaskFinalStatus&) = default;
};

/// What the backend was told of the task's pod (resources, environment, tolerations, ...), handed to the step so that
/// it can start others like itself: `In<TaskConfig> config = {};`. The backend fills it in, with what the component
/// lists: Component::task_config.
struct TaskConfig {
  Json content = Json::object();
  friend bool operator==(const TaskConfig&, const TaskConfig&) = default;
};

namespace detail {

template <>
struct ParameterTraits<TaskFinalStatus> {
  using stored = TaskFinalStatus;
  static Type type() { return Type::task_final_status; }
  static Json to_json(const TaskFinalStatus& value);
  /// Names in camelCase and in snake_case, as the backends differ.
  static bool from_json(const Json& json, TaskFinalStatus& value);
};
template <>
struct ParameterTraits<TaskConfig> {
  using stored = TaskConfig;
  static Type type() { return Type::task_config; }
  static Json to_json(const TaskConfig& value) { return value.content; }
  static bool from_json(const Json& json, TaskConfig& value);
};

}  // namespace detail
}  // namespace mlpipe
