// What a program prints, and how: the only place that knows of terminals.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "mlpipe/diagnostic.hpp"

namespace mlpipe::program {

/// The last part of argv[0].
std::string program_name(int argc, char** argv);
/// Whether colours are welcome: a terminal reads, and NO_COLOR is not set.
bool takes_color(std::FILE* stream);
/// Writes a text to stdout as it is; false where that fails.
bool print(std::string_view text);
/// `<program>: <message>` on stderr.
void complain(std::string_view program, std::string_view message);
/// Rendered diagnostics on stderr.
void complain(const Diagnostics& diagnostics);

}  // namespace mlpipe::program
