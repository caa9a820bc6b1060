#include "runtime/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "mlpipe/compiler/write.hpp"

namespace mlpipe::runtime {
namespace {

std::string reason_of(int error) { return std::generic_category().message(error); }

}  // namespace

std::variant<std::string, FileError> read_descriptor(int descriptor, const std::string& path, std::size_t most) {
  std::string content;
  char block[1 << 16];
  for (;;) {
    const ssize_t size = ::read(descriptor, block, sizeof block);
    if (size == 0) return content;
    if (size < 0 && errno != EINTR) return FileError{fmt::format("cannot read `{}`: {}", path, reason_of(errno))};
    if (size > 0) content.append(block, static_cast<std::size_t>(size));
    if (content.size() > most) return FileError{fmt::format("cannot read `{}`: it has more than {} bytes", path, most)};
  }
}

std::variant<std::string, FileError> read_file(const std::string& path, std::size_t most) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return FileError{fmt::format("cannot read `{}`: {}", path, reason_of(errno))};
  auto content = read_descriptor(descriptor, path, most);
  ::close(descriptor);
  return content;
}

std::optional<FileError> make_folders(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error) return std::nullopt;
  return FileError{fmt::format("cannot make the folder `{}`: {}", path, error.message())};
}

std::optional<FileError> make_parent_folders(const std::string& path) {
  const std::string parent = std::filesystem::path(path).parent_path().string();
  return parent.empty() ? std::nullopt : make_folders(parent);
}

std::optional<FileError> write_file_with_folders(const std::string& path, std::string_view text) {
  if (auto error = make_parent_folders(path)) return error;
  const Diagnostics problems = write_text_file(path, text);
  if (problems.empty()) return std::nullopt;
  return FileError{problems.front().message};
}

}  // namespace mlpipe::runtime
