#include "mlpipe/dsl/task_status.hpp"

#include "catch2.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

std::optional<TaskFinalStatus> read(const Json& json) {
  TaskFinalStatus status;
  if (!detail::ParameterTraits<TaskFinalStatus>::from_json(json, status)) return std::nullopt;
  return status;
}

}  // namespace

TEST_CASE("a final status is read as the backends write it") {
  const auto kubeflow = read(Json::object({{"state", "COMPLETE"},
                                           {"pipelineTaskName", "exit-handler-1"},
                                           {"pipelineJobResourceName", "p-1"},
                                           {"error", Json::object()}}));
  REQUIRE(kubeflow);
  CHECK(kubeflow->succeeded());
  CHECK(kubeflow->pipeline_task_name == "exit-handler-1");
  CHECK(kubeflow->pipeline_job_resource_name == "p-1");
  const auto local = read(Json::object({{"state", "FAILED"},
                                        {"pipeline_task_name", "exit-handler-1"},
                                        {"pipeline_job_resource_name", "p-1"},
                                        {"error", Json::object({{"code", 9.0}, {"message", "no"}})}}));
  REQUIRE(local);
  CHECK_FALSE(local->succeeded());
  CHECK(local->error_code == 9);
  CHECK(local->error_message == "no");
  CHECK(read(detail::ParameterTraits<TaskFinalStatus>::to_json(*local)) == local);
}

TEST_CASE("what is no status is refused") {
  for (const Json& wrong : {Json(), Json("FAILED"), Json::object({{"state", 3}}), Json::object({{"error", "x"}}),
                            Json::object({{"error", Json::object({{"code", "x"}})}})}) {
    CAPTURE(dump(wrong));
    CHECK_FALSE(read(wrong));
  }
}

TEST_CASE("the configuration of a task is any object") {
  TaskConfig config;
  CHECK(detail::ParameterTraits<TaskConfig>::from_json(Json::object({{"a", 1}}), config));
  CHECK(config.content == Json::object({{"a", 1}}));
  CHECK_FALSE(detail::ParameterTraits<TaskConfig>::from_json(Json(3), config));
}

TEST_CASE("inputs that the backend fills may be left out, and be set in a unit test") {
  struct Notify {
    In<TaskFinalStatus> status = {};
    In<TaskConfig> config = {};
    void run() const {}
  };
  CHECK(Notify{}.status->state.empty());
  CHECK(Notify{.status = TaskFinalStatus{.state = "FAILED"}}.status->state == "FAILED");
}
