// Whether the C++ behind an input holds a value: the spec says `int` of all integers, the struct how large.
#pragma once

#include <string_view>

#include "mlpipe/dsl/descriptor.hpp"

namespace mlpipe::detail {

/// Whether the member behind the input takes the value; yes, where no member is behind it.
bool is_held_by_member(const ComponentDescriptor& component, std::string_view input, const Json& value);

}  // namespace mlpipe::detail
