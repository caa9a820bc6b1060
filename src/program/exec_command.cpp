#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

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

struct ExecRequest {
  std::string component;
  std::string input;  ///< JSON, @FILE or -
};

std::optional<ExecRequest> read_request(int argc, char** argv) {
  const std::vector<std::string_view> words(argv + 2, argv + argc);
  constexpr std::string_view flag = "--executor_input";
  ExecRequest request;
  bool has_input = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == flag && i + 1 < words.size()) {
      request.input = words[++i];
      has_input = true;
    } else if (words[i].starts_with(flag) && words[i].substr(flag.size()).starts_with('=')) {
      request.input = words[i].substr(flag.size() + 1);
      has_input = true;
    } else if (request.component.empty() && !words[i].starts_with('-')) {
      request.component = words[i];
    } else {
      return std::nullopt;
    }
  }
  if (request.component.empty() || !has_input) return std::nullopt;
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

}  // namespace

int run_exec_command(const ProgramDescription& program, int argc, char** argv) {
  const auto request = argc < 2 || argv[1] != std::string_view("exec") ? std::nullopt : read_request(argc, argv);
  const std::string name = program::program_name(argc, argv);
  if (!request) {
    complain(name, "usage: exec COMPONENT --executor_input JSON|@FILE|-");
    return ExitCode::usage;
  }
  try {
    const auto* const component = find_component(program, request->component);
    if (component == nullptr) {
      complain(name, fmt::format("no pipeline of this program reaches a native component `{}`", request->component));
      return ExitCode::usage;
    }
    const auto input = load_input(request->input);
    if (const auto* error = std::get_if<runtime::FileError>(&input)) {
      complain(name, error->reason);
      return static_cast<int>(runtime::ExecCode::bad_input);
    }
    const auto result = runtime::run_exec(*component, request->component, std::get<std::string>(input));
    if (result.code != runtime::ExecCode::ok) complain(name, result.message);
    return static_cast<int>(result.code);
  } catch (const std::exception& error) {  // what a pipeline's `define` throws
    complain(name, fmt::format("looking for the component `{}`: {}", request->component, error.what()));
    return ExitCode::failure;
  }
}

}  // namespace mlpipe
