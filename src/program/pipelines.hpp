// The pipelines of a program: found by name, recorded, compiled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/compiler/compile.hpp"
#include "mlpipe/dsl/record.hpp"
#include "mlpipe/program/main.hpp"

namespace mlpipe::program {

std::vector<std::string> pipeline_names(const ProgramDescription& program);

/// The pipeline of that name; the only one where the name is empty. nullptr: the message in `error`, which lists them.
const detail::ComponentDescriptor* find_pipeline(const ProgramDescription& program, std::string_view name,
                                                 std::string& error);

/// Pipelines of which only the first could be reached, since they have one name.
Diagnostics check_names(const ProgramDescription& program);

/// The inputs and outputs of a recorded pipeline.
const ir::Component& root_of(const detail::Recording& recording);

/// Native components of the recording that `exec` of this program would not find, or would find another of that name.
Diagnostics check_natives(const ProgramDescription& program, const detail::ComponentDescriptor& pipeline,
                          const detail::Recording& recording);

/// Checks and lowers, with what `exec` would not find among the diagnostics. Only complete recordings are.
CompileResult compile_recording(const ProgramDescription& program, const detail::ComponentDescriptor& pipeline,
                                detail::Recording recording, const CompileOptions& options);

}  // namespace mlpipe::program
