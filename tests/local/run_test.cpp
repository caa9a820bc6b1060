#include "mlpipe/local/run.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "catch2.hpp"
#include "spec_builder.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;
using namespace mlpipe::local;
using namespace specs;
using local::State;

namespace {

struct TestRun {
  TemporaryFolder folder;
  RunOptions options;

  TestRun() {
    options.root = folder.path();
    options.program = LOCAL_TEST_STEPS;
  }
  RunResult operator()(const ir::PipelineSpec& spec) const { return run(spec, options); }
};

const TaskRecord& task(const RunResult& result, const std::string& path) {
  const auto found =
      std::find_if(result.tasks.begin(), result.tasks.end(), [&](const TaskRecord& t) { return t.path == path; });
  if (found == result.tasks.end()) FAIL("no record of " << path);
  return *found;
}

std::string order_of(const RunResult& result) {
  std::string order;
  for (const TaskRecord& record : result.tasks) order += record.path + ' ';
  return order;
}

Json out(const RunResult& result, const std::string& path) { return task(result, path).parameters.at("out"); }

}  // namespace

TEST_CASE("steps run in the order of data and of after, and hand on values and artifacts") {
  TestRun test;
  test.options.parallelism = 1;
  const auto spec = pipeline({{"z-first", call("write", {{"value", constant("rows")}})},
                              {"b", call("read", {}, {{"data", artifact_from_task("z-first", "data")}})},
                              {"a", after(call("echo", {{"value", from_task("b")}}), {"b"})},
                              {"0", after(call("echo"), {"a"})}},
                             {"write", "read", "echo"});
  const RunResult result = test(spec);
  CHECK(result.message.empty());
  REQUIRE(result.state == State::succeeded);
  CHECK(order_of(result) == "z-first b a 0 ");
  CHECK(out(result, "a") == Json("rows, 3 rows"));
  CHECK(out(result, "0") == Json("absent"));
  const ArtifactRecord& data = task(result, "z-first").artifacts.at("data").front();
  CHECK(data.path == result.folder + "/z-first/data");
  CHECK(data.schema_title == "system.Dataset");
  CHECK(TemporaryFolder::read_path(data.path) == "rows");
  CHECK(TemporaryFolder::read_path(task(result, "a").log) == "to stdout\n");
  CHECK(result.folder == test.folder.path() + "/p/" + result.run_id);
}

TEST_CASE("an artifact that a step did not write is told, and so it is in the record") {
  TestRun test;
  const auto spec = pipeline(
      {{"a", call("write", {{"value", constant("x")}})}, {"b", call("write", {{"value", constant("")}})}}, {"write"});
  const RunResult result = test(spec);
  CHECK(result.state == State::succeeded);
  CHECK(task(result, "a").notes.empty());
  CHECK(task(result, "b").notes == std::vector<std::string>{"nothing was written for the output `data`"});
  CHECK_THAT(TemporaryFolder::read_path(result.folder + "/run.json"),
             Catch::Contains("nothing was written for the output `data`"));
}

TEST_CASE("what cannot run here is told in the order of the source") {
  struct Known : SourceMap {
    SourceLocation place_of(std::string_view task) const override {
      return {"p.cpp", task == "a" ? 9U : task == "b" ? 7U : 8U};
    }
  } known;
  auto spec = pipeline({{"a", call("echo")}, {"b", call("fail")}, {"c", call("crash")}}, {"echo", "fail", "crash"});
  for (auto& [name, executor] : spec.deployment_spec->executors) std::get<Container>(executor.spec).args = {"hello"};
  TestRun test;
  test.options.source = &known;
  const RunResult result = test(spec);
  CHECK(result.state == State::refused);
  std::vector<std::uint32_t> lines;
  for (const Diagnostic& diagnostic : result.diagnostics) lines.push_back(diagnostic.line);
  CHECK(lines == std::vector<std::uint32_t>{7, 8, 9});
}

TEST_CASE("a record of the run is written") {
  TestRun test;
  test.options.parameters = Json::object({{"x", 3}});
  auto spec = pipeline({{"a", call("echo", {{"value", constant("v")}})}});
  spec.root->input_definitions.emplace().parameters["x"] = parameter(Type::NUMBER_INTEGER);
  const RunResult result = test(spec);
  const auto parsed = parse_json(TemporaryFolder::read_path(result.folder + "/run.json"));
  REQUIRE(std::holds_alternative<Json>(parsed));
  const Json& record = std::get<Json>(parsed);
  CHECK(*record.find("state") == Json("succeeded"));
  CHECK(*record.find("runId") == Json(result.run_id));
  CHECK(*record.find("parameters")->find("x") == Json(3));
  const Json& step = record.find("tasks")->as_array().front();
  CHECK(*step.find("task") == Json("a"));
  CHECK(*step.find("outputs")->find("parameters")->find("out") == Json("v"));
  CHECK(record.find("endTime")->as_string() >= record.find("startTime")->as_string());
}

TEST_CASE("a step that fails stops what depends on it, and nothing else") {
  TestRun test;
  const auto spec = pipeline({{"bad", call("fail")},
                              {"next", call("echo", {{"value", from_task("bad")}})},
                              {"last", after(call("echo"), {"next"})},
                              {"other", call("echo", {{"seconds", constant(0.1)}})},
                              {"cleanup", whatever_happens(after(call("echo"), {"last"}))}},
                             {"fail", "echo"});
  const RunResult result = test(spec);
  CHECK(result.state == State::failed);
  CHECK(result.message == "task `bad` failed: exit code 7: the reason");
  CHECK(task(result, "bad").exit_code == 7);
  CHECK(task(result, "next").state == State::skipped);
  CHECK(task(result, "next").message == "`bad` failed");
  CHECK(task(result, "last").message == "`next` did not run");
  CHECK(task(result, "other").state == State::succeeded);
  CHECK(task(result, "cleanup").state == State::succeeded);
}

TEST_CASE("a step that ignores failures upstream runs after them, and is given what succeeded") {
  TestRun test;
  const auto note = [](std::vector<std::string> others, std::string from) {
    return whatever_happens(after(call("echo", {{"value", from_task(std::move(from))}}), std::move(others)));
  };
  const auto spec = pipeline({{"good", call("echo", {{"value", constant("v")}, {"seconds", constant(0.1)}})},
                              {"bad", call("fail")},
                              {"after-good", note({"good"}, "good")},
                              {"after-both", note({"bad", "good"}, "good")},
                              {"after-bad", note({"bad"}, "bad")}},
                             {"fail", "echo"});
  const RunResult result = test(spec);
  CHECK(result.state == State::failed);
  CHECK(result.message == "task `bad` failed: exit code 7: the reason");
  CHECK(out(result, "after-good") == Json("v"));
  CHECK(out(result, "after-both") == Json("v"));
  CHECK(out(result, "after-bad") == Json("absent"));  // its input is optional
  CHECK(task(result, "after-good").start_time >= task(result, "good").end_time);

  const RunResult fine = test(pipeline({{"good", call("echo", {{"value", constant("v")}, {"seconds", constant(0.1)}})},
                                        {"after-good", note({"good"}, "good")}}));
  CHECK(fine.state == State::succeeded);
  CHECK(order_of(fine) == "good after-good ");
  CHECK(out(fine, "after-good") == Json("v"));
}

TEST_CASE("how a step ended is told") {
  TestRun test;
  const RunResult crash = test(pipeline({{"a", call("crash")}}, {"crash"}));
  CHECK_THAT(crash.message, Catch::StartsWith("task `a` failed: ended by signal 6"));
  CHECK(task(crash, "a").exit_code == 134);
  const RunResult silent = test(pipeline({{"a", call("silent")}}, {"silent"}));
  CHECK(silent.message == "task `a` failed: it did not give the output `out`");
  test.options.program = "/does/not/exist";
  const RunResult none = test(pipeline({{"a", call("echo")}}));
  CHECK(none.message == "task `a` failed: cannot start `/does/not/exist`: No such file or directory");
}

TEST_CASE("outputs may be given as files alone, and have to be of their type") {
  TestRun test;
  auto spec = pipeline({{"a", call("to-file")}}, {});
  add_native(spec, "to-file", Type::NUMBER_INTEGER);
  CHECK(out(test(spec), "a") == Json(12));
  add_native(spec, "to-file", Type::LIST);
  CHECK(test(spec).message == "task `a` failed: what it gave as the output `out` is no list");
  auto wrong = pipeline({{"a", call("echo", {{"value", constant("text")}})}});
  wrong.components.at("echo").output_definitions->parameters.at("out").parameter_type = Type::NUMBER_INTEGER;
  CHECK(test(wrong).message == "task `a` failed: it gave a wrong output `out`: int is wanted, and \"text\" is given");
}

TEST_CASE("conditions decide, and what hangs on a false one is skipped without a failure") {
  TestRun test;
  const std::string is_yes = "inputs.parameter_values['c'] == 'yes'";
  auto spec = pipeline({{"flip", call("echo", {{"value", constant("yes")}})},
                        {"on", when(call("branch", {{"c", from_task("flip")}}), is_yes)},
                        {"off", when(call("branch", {{"c", from_task("flip")}}), "!(" + is_yes + ")")},
                        {"next", after(call("echo"), {"off"})}});
  add_dag(spec, "branch", {{"step", call("echo", {{"value", from_input("c")}})}});
  const RunResult result = test(spec);
  CHECK(result.state == State::succeeded);
  CHECK(out(result, "on/step") == Json("yes"));
  CHECK(task(result, "off").state == State::not_triggered);
  CHECK(task(result, "next").state == State::skipped);
  CHECK(task(result, "next").message == "`off` was not triggered");
  CHECK(result.tasks.size() == 5);
}

TEST_CASE("a condition that cannot be evaluated fails its task") {
  TestRun test;
  const RunResult result = test(pipeline({{"a", when(call("echo"), "inputs.parameter_values['x'] == 1")}}));
  CHECK(result.state == State::failed);
  CHECK(result.message ==
        "task `a` failed: its condition `inputs.parameter_values['x'] == 1` cannot be evaluated: there is no input `x` "
        "(at 0)");
}

TEST_CASE("one of several branches gives the value") {
  TestRun test;
  const std::string heads = "inputs.parameter_values['side'] == 'heads'";
  auto spec = pipeline({{"both", call("branches", {{"side", from_input("side")}})},
                        {"use", call("echo", {{"value", from_task("both", "result")}})}});
  spec.root->input_definitions.emplace().parameters["side"] = parameter(Type::STRING);
  auto& branches = add_dag(spec, "branches",
                           {{"one", when(call("one", {{"side", from_input("side")}}), heads)},
                            {"two", when(call("two", {{"side", from_input("side")}}), "!(" + heads + ")")}});
  ir::DagOutputsSpec::ParameterSelectorsSpec either;
  either.parameter_selectors = {{"one", "r"}, {"two", "r"}};
  std::get<ir::DagSpec>(branches.implementation).outputs.emplace().parameters["result"].kind = either;
  add_dag(spec, "one", {{"t", call("echo", {{"value", constant("from one")}})}}, {{"r", output_of("t")}});
  add_dag(spec, "two", {{"t", call("echo", {{"value", constant("from two")}})}}, {{"r", output_of("t")}});
  test.options.parameters = Json::object({{"side", "heads"}});
  CHECK(out(test(spec), "use") == Json("from one"));
  test.options.parameters = Json::object({{"side", "tails"}});
  CHECK(out(test(spec), "use") == Json("from two"));
}

TEST_CASE("DAGs in DAGs: inputs, defaults, outputs, artifacts, and their failures") {
  TestRun test;
  auto spec = pipeline({{"outer", call("outer", {{"given", constant("g")}})},
                        {"use", call("echo", {{"value", from_task("outer", "result")}})}},
                       {"echo", "write", "read", "fail"});
  auto& outer = add_dag(spec, "outer", {{"inner", call("inner", {{"pc--given", from_input("given")}})}},
                        {{"result", output_of("inner", "r")}});
  outer.input_definitions.emplace().parameters["given"] = parameter(Type::STRING);
  auto& inner =
      add_dag(spec, "inner",
              {{"w", call("write", {{"value", constant("{{$.inputs.parameters['a']}}+{{$.inputs.parameters['b']}}")},
                                    {"a", from_input("pc--given")},
                                    {"b", from_input("defaulted")}})},
               {"r", call("read", {}, {{"data", artifact_from_task("w", "data")}})}},
              {{"r", output_of("r")}});
  inner.input_definitions.emplace().parameters["defaulted"] = optional(Type::STRING, "d");
  std::get<ir::DagSpec>(spec.root->implementation).outputs.emplace().parameters["final"] = output_of("use");
  const RunResult result = test(spec);
  CHECK(result.message.empty());
  CHECK(out(result, "use") == Json("g+d, 3 rows"));
  CHECK(result.output_parameters.at("final") == Json("g+d, 3 rows"));
  CHECK(task(result, "outer/inner/w").artifacts.at("data").front().path == result.folder + "/outer/inner/w/data");

  std::get<ir::DagSpec>(spec.components.at("inner").implementation).tasks["r"] = call("fail");
  const RunResult failed = test(spec);
  CHECK(failed.message == "task `outer/inner/r` failed: exit code 7: the reason");
  CHECK(task(failed, "outer").state == State::failed);
  CHECK(task(failed, "outer").message == "`outer/inner` failed");
  CHECK(task(failed, "use").state == State::skipped);
}

TEST_CASE("retries, with what the attempts left behind") {
  TestRun test;
  auto spec = pipeline({{"a", call("flaky")}}, {"flaky"});
  auto& policy = root_of(spec).tasks.at("a").retry_policy.emplace();
  policy.max_retry_count = 2;
  policy.backoff_duration = ir::Duration{0, 50'000'000};
  const auto start = std::chrono::steady_clock::now();
  const RunResult result = test(spec);
  CHECK(result.state == State::succeeded);
  CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(150));  // 50, and twice that
  CHECK(task(result, "a").attempts == 3);
  CHECK(TemporaryFolder::read_path(result.folder + "/a/log.txt") == "attempt 0\n");
  CHECK(TemporaryFolder::read_path(result.folder + "/a/log-2.txt") == "attempt 1\n");
  root_of(spec).tasks.at("a").retry_policy->max_retry_count = 1;
  const RunResult failed = test(spec);
  CHECK(failed.message == "task `a` failed: exit code 1: attempt 1");
  CHECK(task(failed, "a").attempts == 2);
}

TEST_CASE("steps that do not wait for each other run at the same time, so many as allowed") {
  TestRun test;
  const auto slow = [] { return call("echo", {{"seconds", constant(0.3)}}); };
  const auto spec = pipeline({{"a", slow()}, {"b", slow()}, {"c", slow()}});
  test.options.parallelism = 3;
  auto start = std::chrono::steady_clock::now();
  CHECK(test(spec).state == State::succeeded);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(800));
  test.options.parallelism = 1;
  start = std::chrono::steady_clock::now();
  CHECK(test(spec).state == State::succeeded);
  CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(900));
}

TEST_CASE("a step's process has its environment and none of our files") {
  TestRun test;
  const int leaked = ::open("/dev/null", O_RDONLY);  // without O_CLOEXEC
  test.options.environment = {{"LOCAL_TEST", "from the options"}};
  auto spec = pipeline({{"e", call("environment")}, {"f", call("open-files")}}, {"environment"});
  add_native(spec, "open-files", Type::NUMBER_INTEGER);
  const RunResult result = test(spec);
  CHECK(out(result, "e") == Json("from the options"));
  CHECK(out(result, "f") == Json(0));
  auto& container = std::get<Container>(spec.deployment_spec->executors.at("environment").spec);
  container.env = {{"LOCAL_TEST", "from the spec"}};
  CHECK(out(test(spec), "e") == Json("from the spec"));
  ::close(leaked);
}

TEST_CASE("placeholders of the run") {
  TestRun test;
  const RunResult result = test(pipeline(
      {{"a",
        call("echo", {{"value", constant("{{$.pipeline_job_uuid}} {{$.pipeline_task_name}} {{$.unknown}} {{$.")}})}}));
  CHECK(out(result, "a") == Json(result.run_id + " a {{$.unknown}} {{$."));
}

TEST_CASE("values that a run is given are checked against the pipeline's inputs") {
  TestRun test;
  auto spec = pipeline({{"a", call("echo", {{"value", from_input("name")}})}});
  auto& inputs = spec.root->input_definitions.emplace().parameters;
  inputs["name"] = parameter(Type::STRING);
  inputs["epochs"] = optional(Type::NUMBER_INTEGER, Json(10));
  inputs["optimizer"] = optional(Type::STRING, Json("sgd"));
  inputs["optimizer"].literals = {Json("sgd"), Json("adam")};
  inputs["note"] = optional(Type::STRING);
  test.options.parameters = Json::object({{"epochs", 1.5}, {"optimizer", "x"}, {"nam", "y"}});
  const RunResult refused = test(spec);
  CHECK(refused.state == State::refused);
  REQUIRE(refused.diagnostics.size() == 4);
  CHECK(refused.diagnostics[0].code == Code::bad_run_parameter);
  CHECK(refused.diagnostics[0].message == "the pipeline has no input `nam`");
  CHECK(refused.diagnostics[1].message == "input `epochs`: int is wanted, and 1.5 is given");
  CHECK(refused.diagnostics[2].message == "the required input `name` (string) is not given");
  CHECK(refused.diagnostics[3].message == R"(input `optimizer`: one of ["sgd","adam"] is wanted, and "x" is given)");
  CHECK_FALSE(test.folder.has("p"));

  test.options.parameters = Json::object({{"name", "n"}, {"note", nullptr}});
  const RunResult result = test(spec);
  CHECK(result.state == State::succeeded);
  CHECK(result.parameters == Json::object({{"epochs", 10}, {"name", "n"}, {"optimizer", "sgd"}}));
}

TEST_CASE("a folder that cannot be made is said before anything runs") {
  TestRun test;
  test.options.root = test.folder.write("file", "");
  const RunResult result = test(pipeline({{"a", call("echo")}}));
  CHECK(result.state == State::refused);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == Code::run_folder_not_made);
}

TEST_CASE("a chain of many steps that do not run takes no stack") {
  TestRun test;
  auto spec = pipeline({{"t0", call("fail")}}, {"fail", "echo"});
  for (int i = 1; i < 20000; ++i)
    root_of(spec).tasks["t" + std::to_string(i)] = after(call("echo"), {"t" + std::to_string(i - 1)});
  CHECK(test(spec).tasks.size() == 20000);
}

TEST_CASE("a signal ends the steps and the run") {
  TestRun test;
  test.options.handle_signals = true;
  const auto spec =
      pipeline({{"slow", call("echo", {{"seconds", constant(30)}})}, {"next", after(call("echo"), {"slow"})}});
  const pid_t parent = ::fork();
  if (parent == 0) {
    const RunResult result = test(spec);
    const bool right = result.state == State::cancelled && task(result, "slow").state == State::cancelled &&
                       task(result, "next").state == State::cancelled;
    ::_exit(right ? 42 : 1);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  const auto start = std::chrono::steady_clock::now();
  ::kill(parent, SIGTERM);
  int status = 0;
  ::waitpid(parent, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 42);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(4));
}
