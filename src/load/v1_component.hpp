// component.yaml, version 1.
#pragma once

#include "load/fields.hpp"
#include "mlpipe/dsl/dynamic.hpp"

namespace mlpipe::load {

/// The component that a v1 file states, strictly as KFP's SDK 2 reads it. Where something was reported as an error,
/// what comes back is of no use.
DynamicComponent read_v1_component(Reporter& reporter, const yaml::Node& document);

}  // namespace mlpipe::load
