#include "files.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "data_error.hpp"

namespace penguins {
namespace fs = std::filesystem;
namespace {

/// False, with the reason in errno, where not all of it could be written.
bool write_bytes(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return !out.fail();
}

}  // namespace

std::string read_file(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) throw DataError(path + ": is a folder, a file is wanted");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw DataError(path + ": cannot be read: " + std::strerror(errno));
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw DataError(path + ": reading stopped midway");
  return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
  const fs::path target(path);
  const fs::path draft(path + ".tmp");
  std::error_code error;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  if (!error && !write_bytes(draft, bytes)) error.assign(errno, std::generic_category());
  if (!error) fs::rename(draft, target, error);
  if (!error) return;
  std::error_code ignored;
  fs::remove(draft, ignored);
  throw DataError(path + ": cannot be written: " + error.message());
}

std::string local_path(const std::string& uri) {
  constexpr std::string_view file_scheme = "file://";
  if (uri.starts_with(file_scheme)) return uri.substr(file_scheme.size());
  const auto scheme_end = uri.find("://");
  if (scheme_end == std::string::npos) return uri;
  throw DataError("`" + uri + "`: `" + uri.substr(0, scheme_end) + "` is not read here; give a path or a file: URI");
}

}  // namespace penguins
