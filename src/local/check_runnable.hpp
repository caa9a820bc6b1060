// What a run needs and the local engine has not, found before anything runs.
#pragma once

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/local/run.hpp"

namespace mlpipe::local {

/// Every task that the engine could not run, with its path and the construct; and every reference that leads nowhere.
/// Without an error afterwards: all tasks that can be reached from the root are native steps or DAGs, their references
/// hold, no DAG contains itself, no task waits for itself, and every condition can be read.
Diagnostics check_runnable(const ir::PipelineSpec& spec, const RunOptions& options);

/// The values of the root's inputs, defaults filled in; what does not fit goes to `diagnostics`.
Json check_inputs_of_run(const ir::PipelineSpec& spec, const Json& given, Diagnostics& diagnostics);

}  // namespace mlpipe::local
