// How two texts differ, in a few lines.
#pragma once

#include <string>
#include <string_view>

namespace mlpipe::program {

/// The first line that differs, as it is in the file and as it would be, and how many there are. For texts that differ.
std::string describe_drift(std::string_view path, std::string_view there, std::string_view wanted);

}  // namespace mlpipe::program
