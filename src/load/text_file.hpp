// Reading a file that may be anything.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace mlpipe::load {

/// Why a file was not read: a sentence with its path.
struct FileProblem {
  std::string reason;
};

/// The content of a regular file of at most so many bytes. Whatever else a path may name is refused without waiting for
/// it.
std::variant<std::string, FileProblem> read_text_file(const std::string& path, std::size_t most);

}  // namespace mlpipe::load
