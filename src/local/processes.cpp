#include "local/processes.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's, which <csignal> need not have
#include <spawn.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <system_error>

extern char** environ;

namespace mlpipe::local {
namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

int open_process_descriptor([[maybe_unused]] pid_t id) {
#ifdef SYS_pidfd_open
  return static_cast<int>(::syscall(SYS_pidfd_open, id, 0));
#else
  return -1;
#endif
}

/// `NAME=VALUE` strings, and the array of pointers that exec wants.
class Environment {
 public:
  explicit Environment(const std::vector<std::pair<std::string, std::string>>& additions) {
    std::map<std::string, std::string> variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
      const std::string text = *entry;
      const std::size_t mark = text.find('=');
      if (mark != std::string::npos) variables[text.substr(0, mark)] = text.substr(mark + 1);
    }
    for (const auto& [name, value] : additions) variables[name] = value;
    for (const auto& [name, value] : variables) entries_.push_back(std::string(name).append(1, '=').append(value));
    for (std::string& entry : entries_) pointers_.push_back(entry.data());
    pointers_.push_back(nullptr);
  }
  char* const* get() const { return pointers_.data(); }

 private:
  std::vector<std::string> entries_;
  std::vector<char*> pointers_;
};

/// stdin from nothing, output into the log, no other file of ours; signals as a fresh process has them; a process group
/// of its own, so that what the step starts can be ended with it.
class SpawnSettings {
 public:
  explicit SpawnSettings(const std::string& log) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files_, 1, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    posix_spawn_file_actions_adddup2(&files_, 1, 2);
#if defined(__GLIBC_PREREQ) && __GLIBC_PREREQ(2, 34)
    posix_spawn_file_actions_addclosefrom_np(&files_, 3);
#endif
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    sigset_t standard = stop_signals();
    sigaddset(&standard, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &standard);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&files_);
  }

  const posix_spawn_file_actions_t* files() const { return &files_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

}  // namespace

Processes::Processes(bool watch_signals) {
  if (!watch_signals) return;
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, &old_mask_);
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals_ < 0) pthread_sigmask(SIG_SETMASK, &old_mask_, nullptr);
}

Processes::~Processes() {
  signal_all(SIGKILL);
  for (const Child& child : children_) {
    while (::waitpid(child.id, nullptr, 0) < 0 && errno == EINTR) {
    }
    if (child.descriptor >= 0) ::close(child.descriptor);
  }
  if (signals_ < 0) return;
  ::close(signals_);
  pthread_sigmask(SIG_SETMASK, &old_mask_, nullptr);
}

std::optional<std::string> Processes::start(const Command& command, std::size_t token) {
  std::vector<std::string> words = {command.program};
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const Environment environment(command.environment);
  const SpawnSettings settings(command.log);
  pid_t id = 0;
  const int error = ::posix_spawn(&id, command.program.c_str(), settings.files(), settings.attributes(),
                                  pointers.data(), environment.get());
  if (error != 0) return std::generic_category().message(error);
  children_.push_back({id, open_process_descriptor(id), token});
  return std::nullopt;
}

std::optional<Exit> Processes::reap() {
  for (auto child = children_.begin(); child != children_.end(); ++child) {
    siginfo_t information{};
    const auto id = static_cast<id_t>(child->id);
    if (::waitid(P_PID, id, &information, WEXITED | WNOHANG | WNOWAIT) != 0 || information.si_pid == 0) continue;
    // What the step left behind in its group ends with it; the group is surely its own until it is waited for.
    ::kill(-child->id, SIGKILL);
    int status = 0;
    ::waitpid(child->id, &status, 0);
    Exit exit;
    exit.token = child->token;
    exit.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    exit.code = WIFSIGNALED(status) ? 128 + exit.signal : WEXITSTATUS(status);
    if (child->descriptor >= 0) ::close(child->descriptor);
    children_.erase(child);
    return exit;
  }
  return std::nullopt;
}

void Processes::pause(std::optional<Clock::time_point> deadline) {
  constexpr int look_again = 10;  // milliseconds, where a child has no descriptor
  std::vector<pollfd> watched;
  if (signals_ >= 0) watched.push_back({signals_, POLLIN, 0});
  bool blind = false;
  for (const Child& child : children_) {
    if (child.descriptor >= 0) watched.push_back({child.descriptor, POLLIN, 0});
    blind = blind || child.descriptor < 0;
  }
  int timeout = blind ? look_again : -1;
  if (deadline) {
    using std::chrono::milliseconds;
    const auto left = std::chrono::ceil<milliseconds>(*deadline - Clock::now()).count();
    const int bounded = static_cast<int>(std::clamp<long long>(left, 0, 1'000'000));
    timeout = timeout < 0 ? bounded : std::min(timeout, bounded);
  }
  ::poll(watched.data(), watched.size(), timeout);
}

std::variant<Exit, Processes::Stopped, Processes::Timeout> Processes::wait(std::optional<Clock::time_point> deadline) {
  while (true) {
    signalfd_siginfo information;
    if (signals_ >= 0 && ::read(signals_, &information, sizeof information) == sizeof information) return Stopped{};
    if (auto exit = reap()) return *exit;
    if (deadline && Clock::now() >= *deadline) return Timeout{};
    if (children_.empty() && !deadline) return Timeout{};
    pause(deadline);
  }
}

void Processes::signal_all(int signal) {
  for (const Child& child : children_) ::kill(-child.id, signal);
}

}  // namespace mlpipe::local
