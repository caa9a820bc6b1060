/// The names of the whole: of the pipeline, of the program that native steps start, of their image.
#pragma once

#include <string>

#include "compiler/compilation.hpp"

namespace mlpipe::compiler {

/// The pipeline's name: the option's, else its component's in kebab-case. check_names sees to it that it is valid.
std::string pipeline_name(const Compilation& compilation);
std::string program_of(const Compilation& compilation);
/// The option's, else the component's own, else the program's; never empty.
std::string image_of(const Compilation& compilation, const ir::Component& component);

}  // namespace mlpipe::compiler
