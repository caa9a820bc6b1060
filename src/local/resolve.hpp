// What a task is given: from the DAG around it, from tasks beside it, from constants, from defaults.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "local/values.hpp"

namespace mlpipe::local {

/// What placeholders of the run stand for, by their name within `{{$.}}`: `pipeline_job_uuid`.
using RunFacts = std::map<std::string, std::string, std::less<>>;

/// Why a task cannot be given its inputs.
struct Unresolved {
  std::string reason;
};

/// Looks up the outputs of a task of the same DAG; nullptr where it gave none.
using OutputsOf = std::function<const Values*(const std::string& task)>;

/// The inputs of a task, those included that its component does not declare. An input whose source is absent is absent,
/// and so gets its default, or is missing.
std::variant<Values, Unresolved> resolve_inputs(const ir::PipelineTaskSpec& task, const ir::ComponentSpec& component,
                                                const Values& around, const OutputsOf& outputs_of,
                                                const RunFacts& facts);

/// What a DAG gives, of what its tasks gave. An output that no task gave is absent.
Values resolve_outputs(const ir::DagSpec& dag, const OutputsOf& outputs_of);

}  // namespace mlpipe::local
