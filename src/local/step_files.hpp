// What lies in a step's folder: what it is given, what it gives back.
#pragma once

#include <string>
#include <variant>

#include "local/resolve.hpp"
#include "local/values.hpp"

namespace mlpipe::local {

/// The folder of one native step.
struct StepFolder {
  std::string path;

  std::string executor_input() const { return path + "/executor_input.json"; }
  std::string executor_output() const { return path + "/executor_output.json"; }
  std::string log(int attempt) const {
    return attempt == 1 ? path + "/log.txt" : path + "/log-" + std::to_string(attempt) + ".txt";
  }
  /// Of an artifact: where it is to be written; of a parameter: the file with its value.
  std::string output(const std::string& name) const;
};

/// The ExecutorInput of a step: its inputs, and where in the folder its outputs go.
ir::ExecutorInput make_executor_input(const ir::ComponentSpec& component, const Values& inputs,
                                      const StepFolder& folder);

/// What the step wrote: its ExecutorOutput and the files of its parameters, over what it was promised. As KFP's
/// launcher has it, an output parameter that is nowhere is a failure.
std::variant<Values, Unresolved> read_results(const ir::ComponentSpec& component, const ir::ExecutorInput& input);

/// What the log of a step that failed says of why, in one line, cut where it is long: the first line of what `exec`
/// said of the component, else the last line that says something.
std::string reason_in_log(const std::string& log, const std::string& component);

}  // namespace mlpipe::local
