// A compiled KFP component: a PipelineSpec around one container.
#pragma once

#include <string_view>
#include <vector>

#include "load/fields.hpp"
#include "mlpipe/dsl/dynamic.hpp"

namespace mlpipe::load {

/// The component that a compiled file states: the one that has the pipeline's name, with its executor. `text` is the
/// whole file, whose head describes the component. Where something was reported as an error, what comes back is of no
/// use.
DynamicComponent read_compiled_component(Reporter& reporter, const std::vector<yaml::Node>& documents,
                                         std::string_view text);

}  // namespace mlpipe::load
