// Small doings with files; what may go wrong comes back as a sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace mlpipe::runtime {

/// Why a file could not be read or written: path and the system's reason.
struct FileError {
  std::string reason;
};

/// More than any file that steps exchange as one value; what has no end ends here.
inline constexpr std::size_t largest_file = std::size_t{256} << 20U;

/// The whole content of a file, or of whatever else the path names, of at most so many bytes.
std::variant<std::string, FileError> read_file(const std::string& path, std::size_t most = largest_file);
/// The same of what is open already; `path` is for messages.
std::variant<std::string, FileError> read_descriptor(int descriptor, const std::string& path, std::size_t most);
/// Makes the folder and all above it; fine where they exist.
std::optional<FileError> make_folders(const std::string& path);
/// Makes the folders above a path.
std::optional<FileError> make_parent_folders(const std::string& path);
/// Puts a text into a file, with the folders above it. The file appears whole or not at all.
std::optional<FileError> write_file_with_folders(const std::string& path, std::string_view text);

}  // namespace mlpipe::runtime
