#include "local/run_folder.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <system_error>

namespace mlpipe::local {
namespace {

struct Moment {
  std::tm calendar;
  long milliseconds;
};

Moment now() {
  const auto time = std::chrono::system_clock::now();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
  return {fmt::gmtime(static_cast<std::time_t>(milliseconds / 1000)), static_cast<long>(milliseconds % 1000)};
}

/// By a link of another name, renamed: there is always one. Only a convenience, so that failing is no matter.
void point_latest_to(const std::filesystem::path& folder, const std::string& run_id) {
  std::error_code error;
  const std::filesystem::path link = folder / fmt::format(".latest-{}", run_id);
  std::filesystem::create_directory_symlink(run_id, link, error);
  if (!error) std::filesystem::rename(link, folder / "latest", error);
  if (error) std::filesystem::remove(link, error);
}

}  // namespace

std::string path_part(std::string_view name) {
  std::string part;
  for (const char c : name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                          c == '-' || (c == '.' && !part.empty());
    if (is_plain)
      part += c;
    else
      part += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return part.empty() ? "%" : part;
}

std::string utc_now() {
  const Moment moment = now();
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", moment.calendar, moment.milliseconds);
}

std::variant<RunFolder, runtime::FileError> make_run_folder(const std::string& root, const std::string& pipeline) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::absolute(root, error).lexically_normal() / path_part(pipeline);
  if (error) return runtime::FileError{fmt::format("cannot make the folder `{}`: {}", root, error.message())};
  if (auto failed = runtime::make_folders(folder.string())) return std::move(*failed);
  std::random_device random;
  while (true) {
    const Moment moment = now();
    RunFolder run;
    run.run_id = fmt::format("{:%Y%m%d-%H%M%S}-{:03}-{:04x}", moment.calendar, moment.milliseconds, random() & 0xFFFF);
    run.path = (folder / run.run_id).string();
    const bool is_new = std::filesystem::create_directory(run.path, error);
    if (error) return runtime::FileError{fmt::format("cannot make the folder `{}`: {}", run.path, error.message())};
    if (!is_new) continue;
    point_latest_to(folder, run.run_id);
    return run;
  }
}

}  // namespace mlpipe::local
