/// Names of `mlpipe/ir/pipeline_spec.hpp`, for headers that only pass them on: completing those structs takes a
/// compiler longer than the standard headers they use.
#pragma once

namespace mlpipe::ir {

struct ComponentSpec;
struct ExecutorInput;
struct ExecutorOutput;
struct PipelineDocuments;
struct PipelineJob;
struct PipelineSpec;
struct PlatformSpec;

}  // namespace mlpipe::ir
