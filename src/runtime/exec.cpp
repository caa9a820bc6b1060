#include "mlpipe/runtime/exec.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "diagnostics/current_exception.hpp"
#include "runtime/bind.hpp"
#include "runtime/executor_io.hpp"
#include "runtime/files.hpp"
#include "runtime/local_path.hpp"

namespace mlpipe::runtime {
namespace {

std::string joined(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += "; ";
    text += problem.reason;
  }
  return text;
}

/// Folders above the outputs, as KFP's launcher makes them. What an earlier attempt may have recorded is taken away, so
/// that a step that fails leaves nothing that looks like a success.
std::optional<FileError> prepare_outputs(const ir::ExecutorInput& input) {
  if (!input.outputs) return std::nullopt;
  for (const auto& [name, list] : input.outputs->artifacts) {
    for (const ir::RuntimeArtifact& artifact : list.artifacts) {
      if (name == "executor-logs") continue;  // the launcher's own
      if (auto error = make_parent_folders(local_path(artifact))) return error;
    }
  }
  if (!input.outputs->output_file.empty()) ::unlink(input.outputs->output_file.c_str());
  return std::nullopt;
}

std::optional<FileError> write_outputs(const ir::ExecutorInput& input, const ir::ExecutorOutput& results) {
  if (!input.outputs || input.outputs->output_file.empty()) return std::nullopt;
  for (const auto& [name, value] : results.parameter_values) {
    const auto file = input.outputs->parameters.find(name);
    if (file == input.outputs->parameters.end() || file->second.output_file.empty()) continue;
    if (auto error = write_file_with_folders(file->second.output_file, parameter_text(value))) return error;
  }
  return write_file_with_folders(input.outputs->output_file, to_text(results));
}

/// Calls run(); what it threw, in words.
std::optional<std::string> run_guarded(const BoundComponent& component) {
  try {
    component.run();
    return std::nullopt;
  } catch (...) {
    return describe_current_exception();
  }
}

}  // namespace

ExecResult run_exec(const detail::ComponentDescriptor& descriptor, std::string_view name,
                    std::string_view executor_input) {
  const auto failed = [&](ExecCode code, const std::string& why) {
    return ExecResult{code, fmt::format("component `{}`: {}", name, why)};
  };
  const auto read = read_executor_input(executor_input);
  if (const auto* error = std::get_if<Unreadable>(&read))
    return failed(ExecCode::bad_input, "the ExecutorInput cannot be read: " + error->reason);
  const auto& input = std::get<ir::ExecutorInput>(read);

  try {
    BoundComponent component(descriptor);
    if (const auto problems = component.bind(input); !problems.empty())
      return failed(ExecCode::bad_input, joined(problems));
    if (const auto error = prepare_outputs(input)) return failed(ExecCode::output_not_written, error->reason);
    if (const auto thrown = run_guarded(component)) return failed(ExecCode::step_failed, *thrown);
    const auto results = component.results();
    if (const auto* problems = std::get_if<std::vector<Problem>>(&results))
      return failed(ExecCode::step_failed, joined(*problems));
    if (const auto error = write_outputs(input, std::get<ir::ExecutorOutput>(results)))
      return failed(ExecCode::output_not_written, error->reason);
    return {};
  } catch (...) {  // a default member initialiser, or one of the component's own types
    return failed(ExecCode::step_failed, describe_current_exception());
  }
}

}  // namespace mlpipe::runtime
