/// Whether everything that a spec refers to is there.
#pragma once

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/pipeline_spec_fwd.hpp"

namespace mlpipe {

/// Looks for what the backends refuse or, worse, trip over at run time: inputs, tasks, outputs, components and
/// executors that are named and not there, inputs and outputs that nothing feeds, cycles, empty DAGs, containers and
/// loop bodies that the backend would confuse, names that it does not take. Gives all that it finds, in the order of
/// the spec; nothing for a sound one. In a spec that mlpipe made each of them is a fault of mlpipe.
///
/// Inputs of a task that its component does not declare are no fault: that is how text reaches a component.
/// Takes time in proportion to the spec's size, but for the look-ups by name.
Diagnostics check_references(const ir::PipelineSpec& spec);

}  // namespace mlpipe
