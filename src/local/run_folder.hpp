// Where a run keeps its things.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "runtime/files.hpp"

namespace mlpipe::local {

/// A name as one part of a path: what could be misread there, `/` and a dot in front, as %XX. Different names stay
/// different.
std::string path_part(std::string_view name);

/// The time now, UTC, as RFC 3339 with milliseconds.
std::string utc_now();

struct RunFolder {
  std::string run_id;  ///< sorts by time: `20261121-034959-123-7f3a`
  std::string path;    ///< absolute
};

/// Makes `<root>/<pipeline>/<run id>`, with an id that no other run has, and points `<root>/<pipeline>/latest` to it.
std::variant<RunFolder, runtime::FileError> make_run_folder(const std::string& root, const std::string& pipeline);

}  // namespace mlpipe::local
