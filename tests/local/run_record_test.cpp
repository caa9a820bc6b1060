#include "local/run_record.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::local;

TEST_CASE("a run's record says what a step did, and nothing of what did not happen") {
  RunResult result;
  result.state = State::failed;
  result.message = "task `a` failed: why";
  result.pipeline = "p";
  result.run_id = "id";
  result.folder = "/runs/p/id";
  result.parameters = Json::object({{"x", 1}});
  TaskRecord step;
  step.path = "group/a";
  step.name = "A";
  step.component = "train";
  step.state = State::failed;
  step.message = "why";
  step.attempts = 2;
  step.exit_code = 7;
  step.log = "/log";
  step.start_time = "s";
  step.end_time = "e";
  step.parameters["loss"] = Json(0.5);
  step.artifacts["model"].push_back({"system.Model", "u", "/p", Json::object({{"k", 1}})});
  TaskRecord group;
  group.path = group.name = "group";
  group.state = State::skipped;
  result.tasks = {step, group};
  const Json record = run_record(result, "start", "end");
  CHECK(*record.find("pipeline") == Json("p"));
  CHECK(*record.find("state") == Json("failed"));
  CHECK(*record.find("message") == Json("task `a` failed: why"));
  CHECK(*record.find("startTime") == Json("start"));
  CHECK(*record.find("endTime") == Json("end"));
  const Json& first = record.find("tasks")->as_array().at(0);
  CHECK(*first.find("task") == Json("group/a"));
  CHECK(*first.find("exitCode") == Json(7));
  CHECK(*first.find("attempts") == Json(2));
  CHECK(*first.find("outputs")->find("parameters")->find("loss") == Json(0.5));
  const Json& model = first.find("outputs")->find("artifacts")->find("model")->as_array().at(0);
  CHECK(dump(model) == R"({"metadata":{"k":1},"path":"/p","type":"system.Model","uri":"u"})");
  const Json& second = record.find("tasks")->as_array().at(1);
  CHECK(second.find("exitCode") == nullptr);
  CHECK(second.find("message") == nullptr);
  CHECK(second.find("startTime") == nullptr);
}
