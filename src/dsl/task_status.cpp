#include "mlpipe/dsl/task_status.hpp"

#include <initializer_list>
#include <utility>

namespace mlpipe::detail {
namespace {

const Json* find_any(const Json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const Json* const found = object.find(name);
    if (found != nullptr && !found->is_null()) return found;
  }
  return nullptr;
}

// False where there is something else than text.
bool read_text(const Json& object, std::initializer_list<const char*> names, std::string& into) {
  const Json* const found = find_any(object, names);
  if (found == nullptr) return true;
  if (!found->is_string()) return false;
  into = found->as_string();
  return true;
}

bool read_error(const Json& status, TaskFinalStatus& into) {
  const Json* const error = find_any(status, {"error"});
  if (error == nullptr) return true;
  if (!error->is_object()) return false;
  const Json* const code = find_any(*error, {"code"});
  if (code != nullptr && !ParameterTraits<int>::from_json(*code, into.error_code)) return false;
  return read_text(*error, {"message"}, into.error_message);
}

}  // namespace

Json ParameterTraits<TaskFinalStatus>::to_json(const TaskFinalStatus& value) {
  Json error = Json::object();
  if (value.error_code != 0) error.set("code", value.error_code);
  if (!value.error_message.empty()) error.set("message", value.error_message);
  return Json::object({{"state", value.state},
                       {"pipelineJobResourceName", value.pipeline_job_resource_name},
                       {"pipelineTaskName", value.pipeline_task_name},
                       {"error", std::move(error)}});
}

bool ParameterTraits<TaskFinalStatus>::from_json(const Json& json, TaskFinalStatus& value) {
  if (!json.is_object()) return false;
  value = {};
  return read_text(json, {"state"}, value.state) &&
         read_text(json, {"pipelineJobResourceName", "pipeline_job_resource_name"}, value.pipeline_job_resource_name) &&
         read_text(json, {"pipelineTaskName", "pipeline_task_name"}, value.pipeline_task_name) &&
         read_error(json, value);
}

bool ParameterTraits<TaskConfig>::from_json(const Json& json, TaskConfig& value) {
  if (!json.is_object()) return false;
  value.content = json;
  return true;
}

}  // namespace mlpipe::detail
