#include "program/progress.hpp"

#include <cstdlib>

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::program;
using mlpipe::local::State;

namespace {

/// What is printed of a run.
template <class Print>
std::string printed(bool color, Print print) {
  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* const stream = ::open_memstream(&text, &size);
  Progress progress(stream, color);
  print(progress);
  std::fclose(stream);
  std::string result(text, size);
  std::free(text);
  return result;
}

local::TaskRecord task(State state, std::string message = {}) {
  local::TaskRecord record;
  record.path = "train";
  record.component = "train";
  record.state = state;
  record.message = std::move(message);
  record.seconds = 1.5;
  record.start_time = "now";
  return record;
}

}  // namespace

TEST_CASE("each step has a line for its start and one for its end") {
  const std::string text = printed(false, [](Progress& progress) {
    progress.step_started(task(State::running));
    progress.step_retried(task(State::running, "exit code 1"), 2);
    progress.task_settled(task(State::succeeded));
    progress.task_settled(task(State::failed, "exit code 4"));
    progress.task_settled(task(State::skipped, "`a` failed"));
    progress.task_settled(task(State::cancelled));
  });
  CHECK(text ==
        "  start     train\n"
        "  retry     train  attempt 0 failed, the next in 2.0 s: exit code 1\n"
        "  ok        train  1.50 s\n"
        "  failed    train  1.50 s: exit code 4\n"
        "  skipped   train: `a` failed\n"
        "  cancelled train\n");
}

TEST_CASE("colour only where it is asked for") {
  const auto print = [](Progress& progress) { progress.task_settled(task(State::succeeded)); };
  CHECK(printed(true, print).find('\x1b') != std::string::npos);
  CHECK(printed(false, print).find('\x1b') == std::string::npos);
}

TEST_CASE("a run ends with metrics, outputs and where it lies") {
  local::RunResult result;
  result.state = State::succeeded;
  result.folder = "/runs/1";
  local::TaskRecord record = task(State::succeeded);
  local::ArtifactRecord metrics;
  metrics.schema_title = "system.Metrics";
  metrics.metadata.set("accuracy", 0.5);
  record.artifacts["scores"].push_back(metrics);
  result.tasks.push_back(record);
  result.output_parameters["n"] = 3.0;
  CHECK(printed(false, [&](Progress& progress) { progress.run_ended(result); }) ==
        "\nscores of train:\n  accuracy = 0.5\n\noutputs:\n  n = 3\n\nsucceeded\nartifacts, logs and run.json: "
        "/runs/1\n");
}

TEST_CASE("a failed run says how many tasks failed, and which") {
  local::RunResult result;
  result.state = State::failed;
  result.message = "run.json cannot be written";
  CHECK(describe_failure(result) == "the run failed: run.json cannot be written");
  for (int i = 0; i < 7; ++i) {
    result.tasks.push_back(task(State::failed));
    result.tasks.back().path = "t" + std::to_string(i);
  }
  result.tasks.push_back(task(State::failed));
  result.tasks.back().component.clear();  // a DAG: what failed in it is told
  CHECK(describe_failure(result) == "the run failed: 7 tasks failed: t0, t1, t2, t3, t4 and 2 more");
  CHECK(printed(false, [&](Progress& progress) { progress.run_ended(result); }) ==
        "\nartifacts, logs and run.json: \n");
  result.state = State::cancelled;
  result.message = "stopped by a signal";
  CHECK(describe_failure(result) == "the run was stopped by a signal");
}

TEST_CASE("a confusion matrix is a table, and anything else is none") {
  const auto matrix =
      parse_json(R"({"confusionMatrix": {"annotationSpecs": [{"displayName": "a"}, {"displayName": "bb"}],)"
                 R"("rows": [{"row": [10, 0]}, {"row": [1, 2.5]}]}})");
  CHECK(confusion_table(std::get<Json>(matrix), "> ") ==
        "> actual \\ predicted    a   bb\n> a                    10    0\n> bb                    1  2.5\n");
  CHECK(confusion_table(Json::object(), "").empty());
  CHECK(confusion_table(Json::object({{"confusionMatrix", Json::object({{"annotationSpecs", 1}, {"rows", 2}})}}), "")
            .empty());
  CHECK(confusion_table(Json("text"), "").empty());
}

TEST_CASE("what steps say is shown, not acted upon, and has a bound") {
  const std::string text = printed(false, [](Progress& progress) {
    progress.task_settled(task(State::failed, "bad \x1b[31m\nthing"));
    local::RunResult result;
    result.state = State::succeeded;
    result.output_parameters["o"] = Json(std::string(5'000'000, 'x'));
    result.output_parameters["p"] = Json("a\x1b\nb");
    progress.run_ended(result);
  });
  CHECK_THAT(text, Catch::Contains("1.50 s: bad \\x1b[31m\\nthing\n"));
  CHECK_THAT(text, Catch::Contains("  p = a\\x1b\\nb\n"));
  CHECK_THAT(text, Catch::Contains("xxx... (5000000 bytes, in run.json)\n"));
  CHECK(text.size() < 2000);
}

TEST_CASE("what is odd about a step that succeeded is told") {
  local::TaskRecord record = task(State::succeeded);
  record.notes = {"nothing was written for the output `rows`"};
  CHECK(printed(false, [&](Progress& progress) { progress.task_settled(record); }) ==
        "  ok        train  1.50 s\n"
        "  note      train: nothing was written for the output `rows`\n");
}

TEST_CASE("a stream that takes nothing is noticed") {
  std::FILE* const full = std::fopen("/dev/full", "w");
  REQUIRE(full != nullptr);
  Progress progress(full, false);
  CHECK_FALSE(progress.failed());
  progress.task_settled(task(State::succeeded));
  CHECK(progress.failed());
  std::fclose(full);
}
