#include "local/processes.hpp"

#include <signal.h>

#include "catch2.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe::local;
using Clock = Processes::Clock;

namespace {

Command shell(const std::string& script, const std::string& log) {
  Command command;
  command.program = "/bin/sh";
  command.arguments = {"-c", script};
  command.log = log;
  return command;
}

Exit next(Processes& processes) {
  auto event = processes.wait(Clock::now() + std::chrono::seconds(30));
  REQUIRE(std::holds_alternative<Exit>(event));
  return std::get<Exit>(event);
}

}  // namespace

TEST_CASE("children end with their code or signal, and their words go to the log") {
  const TemporaryFolder folder;
  Processes processes(false);
  Command command = shell("echo out; echo \"$GIVEN\" >&2; exit 3", folder.path() + "/log");
  command.environment = {{"GIVEN", "first"}, {"GIVEN", "second"}};
  REQUIRE_FALSE(processes.start(command, 5));
  CHECK(processes.running() == 1);
  const Exit exit = next(processes);
  CHECK(exit.token == 5);
  CHECK(exit.code == 3);
  CHECK(exit.signal == 0);
  CHECK(processes.running() == 0);
  CHECK(folder.read("log") == "out\nsecond\n");
  REQUIRE_FALSE(processes.start(shell("kill -9 $$", folder.path() + "/log"), 6));
  const Exit killed = next(processes);
  CHECK(killed.code == 137);
  CHECK(killed.signal == SIGKILL);
}

TEST_CASE("a program that cannot be started says why") {
  const TemporaryFolder folder;
  Processes processes(false);
  Command command = shell("", folder.path() + "/log");
  command.program = "/does/not/exist";
  CHECK(processes.start(command, 0) == "No such file or directory");
  CHECK(processes.running() == 0);
}

TEST_CASE("waiting ends at the deadline, and a signal reaches what a child started") {
  const TemporaryFolder folder;
  Processes processes(false);
  REQUIRE_FALSE(processes.start(shell("sleep 60 & wait", folder.path() + "/log"), 1));
  CHECK(std::holds_alternative<Processes::Timeout>(processes.wait(Clock::now() + std::chrono::milliseconds(20))));
  processes.signal_all(SIGTERM);
  CHECK(next(processes).signal == SIGTERM);
}
