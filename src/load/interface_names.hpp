// Names of inputs and outputs as KFP sanitises them.
#pragma once

#include <string>
#include <string_view>

namespace mlpipe::load {

/// Lower case, every run of other than letters, digits and `_` one `_`, none at the ends: `My Data (v2)` ->
/// `my_data_v2`.
std::string interface_name(std::string_view name);

}  // namespace mlpipe::load
