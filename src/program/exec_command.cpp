#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/current_exception.hpp"
#include "json/shown.hpp"
#include "mlpipe/dsl/record.hpp"
#include "mlpipe/program/main.hpp"
#include "mlpipe/runtime/exec.hpp"
#include "program/console.hpp"
#include "program/exit_codes.hpp"
#include "runtime/files.hpp"

// Read by hand, not by CLI11: this runs at the start of every step, and its one form is fixed by the specs.
namespace mlpipe {
namespace {

using program::complain;
using program::ExitCode;

constexpr std::string_view input_flag = "--executor_input";
constexpr std::string_view form = "exec COMPONENT --executor_input JSON|@FILE|-";

struct ExecRequest {
  std::string component;
  std::string input;  ///< JSON, @FILE or -
};
struct WrongRequest {
  std::string reason;
};
struct HelpWanted {};

std::variant<ExecRequest, WrongRequest, HelpWanted> read_request(const std::vector<std::string_view>& words) {
  if (words.empty() || words.front() != "exec") return WrongRequest{"the first word is to be `exec`"};
  ExecRequest request;
  bool has_input = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") return HelpWanted{};
    if (word == input_flag) {
      if (++i == words.size())
        return WrongRequest{"--executor_input: JSON, @FILE or - is wanted, and nothing is given"};
      request.input = words[i];
      has_input = true;
    } else if (word.starts_with(input_flag) && word.substr(input_flag.size()).starts_with('=')) {
      request.input = word.substr(input_flag.size() + 1);
      has_input = true;
    } else if (word.starts_with('-')) {
      return WrongRequest{fmt::format("`exec` has no flag `{}`", word.substr(0, word.find('=')))};
    } else if (request.component.empty()) {
      request.component = word;
    } else {
      return WrongRequest{fmt::format("`{}` is one word too many for `exec`", word)};
    }
  }
  if (request.component.empty()) return WrongRequest{"the name of a component is missing"};
  if (!has_input) return WrongRequest{"--executor_input is missing"};
  return request;
}

std::variant<std::string, runtime::FileError> load_input(const std::string& input) {
  if (input == "-") return runtime::read_file("/dev/stdin");
  if (input.starts_with('@')) return runtime::read_file(input.substr(1));
  return input;
}

const detail::ComponentDescriptor* find_component(const ProgramDescription& program, std::string_view name) {
  for (const auto* component : program.components) {
    if (detail::component_name(*component) == name) return component;
  }
  return detail::find_native(program.pipelines.data(), program.pipelines.size(), name);
}

/// The names of all components that `exec` finds, and what kept others from being known.
std::string describe_components(const ProgramDescription& program) {
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  for (const auto* component : program.components) add(detail::component_name(*component));
  std::string problems;
  for (const auto* pipeline : program.pipelines) {
    const detail::Recording recording = detail::try_record_natives(*pipeline);
    for (const ir::Component& component : recording.graph.components) {
      if (std::holds_alternative<ir::Native>(component.body)) add(component.name);
    }
    if (!recording.complete) problems += fmt::format("; {}", recording.diagnostics.back().message);
  }
  if (names.empty()) return "there is none" + problems;
  return fmt::format("there {} {}{}", names.size() == 1 ? "is" : "are", listed(names), problems);
}

std::string help_of_exec(const std::string& program, const ProgramDescription& description) {
  return fmt::format(R"(usage: {} {}

Runs one native component: its inputs come from the ExecutorInput (a message of Kubeflow Pipelines, as JSON; @FILE: that
file; -: stdin), its outputs go where that says. Containers of a compiled pipeline start this.

Of components {}.
exit codes: 0 all went well; 2 the command line is wrong; 3 the ExecutorInput is wrong, or does not fit the component;
  4 the component failed; 5 its results could not be written
)",
                     program, form, describe_components(description));
}

int run_request(const ProgramDescription& program, const std::string& name, const ExecRequest& request) {
  const auto* const component = find_component(program, request.component);
  if (component == nullptr) {
    complain(name, fmt::format("no pipeline of this program reaches a native component `{}`; {}", request.component,
                               describe_components(program)));
    return ExitCode::usage;
  }
  const auto input = load_input(request.input);
  if (const auto* error = std::get_if<runtime::FileError>(&input)) {
    complain(name, error->reason);
    return static_cast<int>(runtime::ExecCode::bad_input);
  }
  const auto result = runtime::run_exec(*component, request.component, std::get<std::string>(input));
  if (result.code != runtime::ExecCode::ok) complain(name, result.message);
  return static_cast<int>(result.code);
}

}  // namespace

int run_exec_command(const ProgramDescription& program, int argc, char** argv) {
  const std::string name = program::program_name(argc, argv);
  try {
    const auto request = read_request(std::vector<std::string_view>(argv + std::min(argc, 1), argv + argc));
    if (const auto* wrong = std::get_if<WrongRequest>(&request)) {
      complain(name, fmt::format("{}; usage: {} {}", wrong->reason, name, form));
      return ExitCode::usage;
    }
    if (const auto* wanted = std::get_if<ExecRequest>(&request)) return run_request(program, name, *wanted);
    if (program::print(help_of_exec(name, program))) return ExitCode::ok;
    complain(name, "stdout cannot be written");
  } catch (...) {
    complain(name, describe_current_exception());
  }
  return ExitCode::failure;
}

}  // namespace mlpipe
