/// Diagnostics as text for people.
#pragma once

#include <string>

#include "mlpipe/diagnostic.hpp"

namespace mlpipe {

struct RenderOptions {
  bool color = false;        ///< ANSI colours; ask for them only where a terminal reads
  bool source_lines = true;  ///< quote the line of the user's file, where it can be read
};

/// One diagnostic as `file:line:column: error: message [MLP0104]`, the quoted line, the labels as notes, the hint.
std::string render(const Diagnostic& diagnostic, const RenderOptions& options = {});
/// All of them, in order, with a closing count.
std::string render(const Diagnostics& diagnostics, const RenderOptions& options = {});

}  // namespace mlpipe
