// Values within messages.
#pragma once

#include <string>
#include <string_view>

#include "mlpipe/json.hpp"

namespace mlpipe {

/// The value as JSON, cut where it is long; and numbers that are none there: `nan`, `-inf`.
std::string shown(const Json& value);

/// At most so many bytes of the text and `...` for the others; no character is cut in two.
std::string cut(std::string_view text, std::size_t longest);

}  // namespace mlpipe
