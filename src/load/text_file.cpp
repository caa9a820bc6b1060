#include "load/text_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "runtime/files.hpp"

namespace mlpipe::load {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::variant<std::string, FileProblem> read_text_file(const std::string& path, std::size_t most) {
  const auto problem = [&](const std::string& reason) {
    return FileProblem{fmt::format("cannot read `{}`: {}", path, reason)};
  };
  const auto system_problem = [&] { return problem(std::generic_category().message(errno)); };
  if (path.find('\0') != std::string::npos) return problem("the path has a NUL in it");
  const Descriptor file(path);
  if (file.number() < 0) return system_problem();
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return system_problem();
  if (S_ISDIR(status.st_mode)) return problem("it is a folder");
  if (!S_ISREG(status.st_mode)) return problem("it is no regular file");

  auto content = runtime::read_descriptor(file.number(), path, most);
  if (const auto* error = std::get_if<runtime::FileError>(&content)) return FileProblem{error->reason};
  return std::get<std::string>(std::move(content));
}

}  // namespace mlpipe::load
