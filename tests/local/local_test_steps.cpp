// A program whose native steps do what the tests of the local engine need: `local_test_steps exec COMPONENT
// --executor_input @FILE`.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "runtime/executor_io.hpp"
#include "runtime/files.hpp"

using namespace mlpipe;

namespace {

struct Step {
  ir::ExecutorInput input;
  ir::ExecutorOutput output;

  const Json& parameter(const std::string& name) const { return input.inputs->parameter_values.at(name); }
  bool has(const std::string& name) const { return input.inputs->parameter_values.contains(name); }
  void give(const Json& value) { output.parameter_values["out"] = value; }
};

int open_files() {
  int count = 0;
  for (int descriptor = 3; descriptor < 64; ++descriptor) count += ::fcntl(descriptor, F_GETFD) != -1 ? 1 : 0;
  return count;
}

int run(const std::string& component, Step& step) {
  if (step.has("seconds"))
    std::this_thread::sleep_for(std::chrono::duration<double>(step.parameter("seconds").as_real()));
  if (component == "echo") {
    std::puts("to stdout");
    step.give(step.has("value") ? step.parameter("value") : Json("absent"));
  } else if (component == "fail") {
    std::fputs("first line\nthe reason\n\n", stderr);
    return 7;
  } else if (component == "flaky") {
    const std::string index = std::getenv("KFP_RETRY_INDEX") == nullptr ? "none" : std::getenv("KFP_RETRY_INDEX");
    if (index != "2") return std::fprintf(stderr, "attempt %s\n", index.c_str()), 1;
    step.give(index);
  } else if (component == "crash") {
    ::signal(SIGABRT, SIG_DFL);
    ::raise(SIGABRT);
  } else if (component == "environment") {
    const char* const value = std::getenv("LOCAL_TEST");
    step.give(value == nullptr ? "" : value);
  } else if (component == "open-files") {
    step.give(open_files());
  } else if (component == "write") {
    if (step.parameter("value").as_string().empty()) return 0;  // and nothing is written
    const auto& artifact = step.input.outputs->artifacts.at("data").artifacts.front();
    if (runtime::write_file_with_folders(artifact.uri, step.parameter("value").as_string())) return 1;
    auto& recorded = step.output.artifacts["data"].artifacts.emplace_back();
    recorded.metadata = Json::object({{"rows", 3}});
  } else if (component == "read") {
    const auto& artifact = step.input.inputs->artifacts.at("data").artifacts.front();
    const auto text = runtime::read_file(artifact.uri);
    if (!std::holds_alternative<std::string>(text)) return 1;
    step.give(std::get<std::string>(text) + ", " + dump(*artifact.metadata->find("rows")) + " rows");
  } else if (component == "to-file") {  // as a program that knows nothing of ExecutorOutput
    if (runtime::write_file_with_folders(step.input.outputs->parameters.at("out").output_file, "12\n")) return 1;
    std::exit(0);
  } else if (component != "silent") {
    return 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5 || argv[1] != std::string("exec") || argv[3] != std::string("--executor_input") || argv[4][0] != '@')
    return 2;
  const auto text = runtime::read_file(argv[4] + 1);
  if (!std::holds_alternative<std::string>(text)) return 3;
  auto input = runtime::read_executor_input(std::get<std::string>(text));
  if (!std::holds_alternative<ir::ExecutorInput>(input)) return 3;
  Step step{std::get<ir::ExecutorInput>(std::move(input)), {}};
  const int code = run(argv[2], step);
  if (code == 0 && runtime::write_file_with_folders(step.input.outputs->output_file, runtime::to_text(step.output)))
    return 5;
  return code;
}
