/// The rules that every graph keeps, whatever the user wrote.
#pragma once

#include <string>
#include <vector>

#include "compiler/compilation.hpp"

namespace mlpipe::compiler {

/// What is broken, in words; empty where all is sound: ids are in range, children and parents agree, values are owned
/// by what makes them, fields that passes have filled name what is there.
std::vector<std::string> verify_graph(const Compilation& compilation);

}  // namespace mlpipe::compiler
