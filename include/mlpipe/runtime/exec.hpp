/// Runs one native component in its step's process: an ExecutorInput is bound to the struct, `run` is called, and what
/// it set is written where the ExecutorInput says. What `<program> exec COMPONENT` does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mlpipe::detail {
struct ComponentDescriptor;
}

namespace mlpipe::runtime {

/// How a step ended; the numbers are the exit codes of `exec`.
enum class ExecCode : std::uint8_t {
  ok = 0,
  bad_input = 3,          ///< the ExecutorInput is no such, or does not fit the component; `run` was not called
  step_failed = 4,        ///< `run` threw, or left an output that cannot be recorded
  output_not_written = 5  ///< the results could not be written
};

struct ExecResult {
  ExecCode code = ExecCode::ok;
  std::string message;  ///< what went wrong; empty when nothing did
};

/// Runs a native component with the ExecutorInput, given as JSON text with the keys in camelCase or snake_case.
///
/// Inputs that are not given keep their defaults; inputs and outputs that the component does not know are ignored,
/// since backends add some. Output parameters go to their files and, with what the step recorded of its artifacts, into
/// the ExecutorOutput. That one appears whole, as the last of all, and only when all went well. Exceptions of the
/// component end up in the result; none leaves.
ExecResult run_exec(const detail::ComponentDescriptor& component, std::string_view name,
                    std::string_view executor_input);

}  // namespace mlpipe::runtime
