// Names of container images.
#pragma once

#include <string_view>

namespace mlpipe::compiler {

/// Why no registry has an image of that name; empty where one may.
std::string_view problem_of_image(std::string_view image);

}  // namespace mlpipe::compiler
