/// From a pipeline's struct to ir::Graph: what compile() and programs begin with.
#pragma once

#include <cstddef>
#include <string_view>

#include "mlpipe/dsl/descriptor.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe {

class Pipeline;
struct DynamicComponent;

namespace detail {

/// A pipeline as it was written, and what was wrong in the writing.
struct Recording {
  ir::Graph graph;
  Diagnostics diagnostics;
  bool complete = true;  ///< false: the author's code threw; the last diagnostic says what, the graph ends there
};

/// Calls the pipeline's `define` and records it; around a component of another kind it makes a pipeline of one task.
/// The instance carries configuration, and constants in its In members, which override the defaults; nullptr is a
/// default-made one. What `define` throws passes through.
Recording record(const ComponentDescriptor& pipeline, const void* instance);
/// As record() of a default-made instance, but what `define`, a `container()` or a constructor throws is a diagnostic.
Recording try_record(const ComponentDescriptor& pipeline);
/// The same without any `container()`: what find_native() sees.
Recording try_record_natives(const ComponentDescriptor& pipeline);
/// A copy of what has been written into an untyped pipeline.
Recording record(const Pipeline& pipeline);
/// A pipeline of one task, which calls the component.
Recording record(const DynamicComponent& component);

/// The native component of that name which one of the pipelines reaches: they are defined in order, up to the task that
/// calls it, or to where it throws. nullptr where none does.
const ComponentDescriptor* find_native(const ComponentDescriptor* const* pipelines, std::size_t count,
                                       std::string_view name);

/// The component's name: what its struct says, or the type's name in kebab-case.
std::string component_name(const ComponentDescriptor& component);

}  // namespace detail
}  // namespace mlpipe
