/// Runs passes one after the other.
#pragma once

#include <span>
#include <string_view>

#include "compiler/compilation.hpp"

namespace mlpipe::compiler {

struct Pass {
  std::string_view name;
  void (*run)(Compilation&);
};

/// Runs the passes in order and tells the observer after each. Where the options ask for it the graph is verified
/// before the first and after each: what is broken then is reported as an error of the pass, and ends the run. Whether
/// none was.
bool run_passes(Compilation& compilation, std::span<const Pass> passes);

}  // namespace mlpipe::compiler
