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

}  // namespace mlpipe::compiler::limits
