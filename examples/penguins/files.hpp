/// Whole files, read and written with errors that name them.
#pragma once

#include <string>
#include <string_view>

namespace penguins {

/// The bytes of a file. Throws DataError where it cannot be read.
std::string read_file(const std::string& path);

/// Writes a file beside its place and moves it there, so that no reader ever sees half of it. Makes the folders that
/// are missing. Throws DataError where that fails.
void write_file(const std::string& path, std::string_view bytes);

/// The local path that a URI or a plain path names: `file:///data/p.csv` is `/data/p.csv`, a plain path is itself.
/// Throws DataError for every other scheme.
std::string local_path(const std::string& uri);

}  // namespace penguins
