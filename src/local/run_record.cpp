#include "local/run_record.hpp"

#include <string>
#include <utility>

namespace mlpipe::local {
namespace {

Json record_of(const std::map<std::string, Json>& parameters) {
  Json json = Json::object();
  for (const auto& [key, value] : parameters) json.set(key, value);
  return json;
}

Json record_of(const std::map<std::string, std::vector<ArtifactRecord>>& artifacts) {
  Json json = Json::object();
  for (const auto& [key, list] : artifacts) {
    Json::Array items;
    for (const ArtifactRecord& artifact : list) {
      items.push_back(Json::object({{"type", artifact.schema_title},
                                    {"uri", artifact.uri},
                                    {"path", artifact.path},
                                    {"metadata", artifact.metadata}}));
    }
    json.set(key, std::move(items));
  }
  return json;
}

Json record_of(const TaskRecord& task) {
  Json json = Json::object({{"task", task.path}, {"name", task.name}, {"state", to_string(task.state)}});
  if (!task.component.empty()) {
    json.set("component", task.component);
    json.set("attempts", task.attempts);
    json.set("exitCode", task.exit_code);
    json.set("log", task.log);
  }
  if (!task.message.empty()) json.set("message", task.message);
  if (!task.notes.empty()) {
    Json::Array notes;
    for (const std::string& note : task.notes) notes.push_back(note);
    json.set("notes", std::move(notes));
  }
  if (!task.start_time.empty()) json.set("startTime", task.start_time);
  if (!task.end_time.empty()) json.set("endTime", task.end_time);
  json.set("outputs",
           Json::object({{"parameters", record_of(task.parameters)}, {"artifacts", record_of(task.artifacts)}}));
  return json;
}

}  // namespace

Json run_record(const RunResult& result, const std::string& start_time, const std::string& end_time) {
  Json::Array tasks;
  for (const TaskRecord& task : result.tasks) tasks.push_back(record_of(task));
  Json json = Json::object({{"pipeline", result.pipeline},
                            {"runId", result.run_id},
                            {"state", to_string(result.state)},
                            {"startTime", start_time},
                            {"parameters", result.parameters},
                            {"tasks", std::move(tasks)},
                            {"outputs", Json::object({{"parameters", record_of(result.output_parameters)},
                                                      {"artifacts", record_of(result.output_artifacts)}})}});
  if (!end_time.empty()) json.set("endTime", end_time);
  if (!result.message.empty()) json.set("message", result.message);
  return json;
}

}  // namespace mlpipe::local
