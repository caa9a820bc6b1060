#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "compiler/limits.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe {
namespace {

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category()); }

/// An open file; what is written to it arrives, or throws std::system_error.
class File final : public TextSink {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {
    if (descriptor_ < 0) fail();
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() override {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  void write(std::string_view piece) override {
    while (!piece.empty()) {
      const ssize_t written = ::write(descriptor_, piece.data(), piece.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail();
      piece.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  /// Takes over mode and, where that is allowed, owner of the file to be replaced.
  void take_over(const struct stat& old) {
    if (::fchown(descriptor_, old.st_uid, old.st_gid) != 0 && errno != EPERM) fail();
    if (::fchmod(descriptor_, old.st_mode & 07777) != 0) fail();
  }
  void sync() {
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail();
  }
  void close() {
    if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) fail();
  }

 private:
  int descriptor_;
};

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Where a path leads in the end; a link to what does not exist yet leads there.
std::string follow_links(std::string path) {
  constexpr int most_links = 40;  // as Linux has it
  for (int i = 0; i < most_links; ++i) {
    char target[4096];
    const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
    if (size < 0) return path;
    const std::string_view next(target, static_cast<std::size_t>(size));
    path = next.starts_with('/') ? std::string(next) : fmt::format("{}/{}", folder_of(path), next);
  }
  errno = ELOOP;
  fail();
}

/// A new file beside the one to be written, which takes its place at the end or vanishes.
class Replacement {
 public:
  explicit Replacement(const std::string& target) : target_(target), path_(unused_name()), file_(create()) {}
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement() {
    if (!placed_) ::unlink(path_.c_str());
  }

  File& file() { return file_; }

  void place() {
    file_.sync();
    file_.close();
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail();
    placed_ = true;
    // So that the new name survives a power cut as well; not every file system can do it.
    const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
  }

 private:
  std::string unused_name() const {
    struct stat ignored;
    for (int i = 0;; ++i) {
      std::string name = fmt::format("{}/.mlpipe-{}-{}.tmp", folder_of(target_), ::getpid(), i);
      if (::lstat(name.c_str(), &ignored) != 0) return name;
    }
  }
  /// Another thread may have taken the name in between.
  int create() {
    while (true) {
      const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (descriptor >= 0 || errno != EEXIST) return descriptor;
      path_ = unused_name();
    }
  }

  std::string target_;
  std::string path_;
  File file_;
  bool placed_ = false;
};

template <class Write>
void write_whole(const std::string& path, const Write& write) {
  const std::string target = follow_links(path);
  struct stat old;
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) {
    errno = EISDIR;
    fail();
  }
  if (exists && !S_ISREG(old.st_mode)) {
    File file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    write(file);
    return file.close();
  }
  // To rename over it would be allowed; who made a file read-only does not want that.
  if (exists && ::access(target.c_str(), W_OK) != 0) fail();
  Replacement replacement(target);
  if (exists) replacement.file().take_over(old);
  write(replacement.file());
  replacement.place();
}

template <class Write>
Diagnostics try_write(const std::string& path, const Write& write) {
  try {
    if (path.find('\0') != std::string::npos) throw std::system_error(EINVAL, std::generic_category());
    write_whole(path, write);
    return {};
  } catch (const WriteError& error) {
    return {error.diagnostic};
  } catch (const std::system_error& error) {
    const std::string reason = error.code().message();
    return {Diagnostic(Code::file_not_written, {}, fmt::format("cannot write `{}`: {}", path, reason))};
  }
}

}  // namespace

namespace {

/// Passes on, and counts.
class CountingSink : public TextSink {
 public:
  explicit CountingSink(TextSink& sink, std::size_t& bytes) : sink_(sink), bytes_(bytes) {}
  void write(std::string_view piece) override {
    bytes_ += piece.size();
    sink_.write(piece);
  }

 private:
  TextSink& sink_;
  std::size_t& bytes_;
};

using WriteDocuments = void (*)(const ir::PipelineDocuments&, TextSink&);

Diagnostics write_documents(const std::string& path, const ir::PipelineDocuments& documents, WriteDocuments write) {
  std::size_t bytes = 0;
  Diagnostics problems = try_write(path, [&](TextSink& sink) {
    CountingSink counting(sink, bytes);
    write(documents, counting);
  });
  if (problems.empty()) problems = check_size(bytes);
  return problems;
}

}  // namespace

Diagnostics check_size(std::size_t bytes) {
  if (bytes <= compiler::limits::spec_bytes) return {};
  return {Diagnostic(Code::spec_too_large, {},
                     fmt::format("the spec has {} bytes, and Kubeflow Pipelines takes no file above {}", bytes,
                                 compiler::limits::spec_bytes),
                     "let components read large constants from artifacts, and share what repeats in a sub-pipeline")};
}

Diagnostics write_file(const std::string& path, const ir::PipelineDocuments& documents) {
  if (path.ends_with(".json")) return write_documents(path, documents, &write_json);
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return write_documents(path, documents, &write_yaml);
  return {Diagnostic(Code::unknown_file_format, {}, fmt::format("the format of `{}` is not known", path),
                     "let its name end in `.yaml`, `.yml` or `.json`")};
}

Diagnostics write_text_file(const std::string& path, std::string_view text) {
  return try_write(path, [&](TextSink& sink) { sink.write(text); });
}

}  // namespace mlpipe
