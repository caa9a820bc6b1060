/// What the backends can carry: one table, for all passes. (Of conditions: ir/condition_size.hpp.)
#pragma once

#include <cstddef>

namespace mlpipe::compiler::limits {

/// A pipeline's name (API server: `^[a-z0-9][a-z0-9-]{0,127}$`), and names that people see.
inline constexpr std::size_t pipeline_name = 128;
inline constexpr std::size_t display_name = 128;
inline constexpr std::size_t pipeline_version_name = 127;
/// Argo's template and task names have at most 128 characters; `<task>-driver` and `comp-<name>` are
/// among them.
inline constexpr std::size_t task_name = 128 - sizeof("-driver") + 1;
/// Leaves room for numbers: tasks are `<component>-2`, components `comp-<component or branch>-2`.
inline constexpr std::size_t component_name = task_name - sizeof("-9999999") + 1;
inline constexpr std::size_t group_name = component_name;
/// Of an input or output: a step writes what it gives into a file of that name.
inline constexpr std::size_t interface_name = 255;
/// cel-go parses no longer text.
inline constexpr std::size_t condition_characters = 100'000;
/// Of a whole spec: the API server's `MaxFileLength`.
inline constexpr std::size_t spec_bytes = 32U << 20U;
/// Above this, Argo hands an argument over as a file that only its own programs understand.
inline constexpr std::size_t argument_bytes = 128 * 1024 - 1;
/// Of an executor input, which is an argument too: what a run adds (URIs, metadata, values) needs room beside
/// constants.
inline constexpr std::size_t executor_input_warning_bytes = 64 * 1024;
/// Of a parameter's JSON, as a run is given it: the API server's MAX_PARAMETER_BYTES.
inline constexpr std::size_t parameter_bytes = 10'000;
/// Of the Argo workflow that a run is: Argo's packer begins to offload there; etcd refuses objects of 1.5 MiB.
inline constexpr std::size_t workflow_bytes = 1U << 20U;
/// Of a task on Vertex AI Pipelines: tasks right before it.
inline constexpr std::size_t vertex_fan_in = 100;

}  // namespace mlpipe::compiler::limits
