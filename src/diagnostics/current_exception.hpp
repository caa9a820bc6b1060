// Whatever somebody else's code throws, in words.
#pragma once

#include <string>

namespace mlpipe {

/// Of the exception that is being handled: `what() (its type)`. To be called within a catch block.
std::string describe_current_exception();

}  // namespace mlpipe
