// What the environment says to a program.
#pragma once

#include <string_view>

namespace mlpipe::program {

/// Whether a variable's value is a yes: as KFP's SDK reads it, `1`, `true`, `t`, `yes`, `y` or `on`, in any case.
bool is_yes(std::string_view value);

/// Whether KFP_DISABLE_EXECUTION_CACHING_BY_DEFAULT says so.
bool is_caching_disabled_by_environment();

}  // namespace mlpipe::program
