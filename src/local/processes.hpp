// Child processes: started with nothing of ours but what they need, waited for together, ended as groups.
#pragma once

#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's, which <csignal> need not have
#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace mlpipe::local {

struct Command {
  std::string program;
  std::vector<std::string> arguments;                            ///< without the program's own name
  std::vector<std::pair<std::string, std::string>> environment;  ///< besides this process's own; later ones win
  std::string log;                                               ///< takes stdout and stderr
};

/// How a process ended.
struct Exit {
  std::size_t token = 0;  ///< what start() was given
  int code = 0;           ///< 128 + N where a signal ended it
  int signal = 0;         ///< 0: it ended by itself
};

/// The children of one run. Where this is destroyed they are killed and waited for.
class Processes {
 public:
  using Clock = std::chrono::steady_clock;

  /// `watch_signals`: SIGINT and SIGTERM are kept from this thread while this exists, and reported by wait().
  explicit Processes(bool watch_signals);
  Processes(const Processes&) = delete;
  Processes& operator=(const Processes&) = delete;
  ~Processes();

  /// Starts a process; the system's reason where that fails.
  std::optional<std::string> start(const Command& command, std::size_t token);
  std::size_t running() const { return children_.size(); }

  struct Stopped {};  ///< a signal asked for the end
  struct Timeout {};
  /// Waits for the next end of a child, a signal, or the deadline.
  std::variant<Exit, Stopped, Timeout> wait(std::optional<Clock::time_point> deadline);

  /// Sends a signal to all children and what they started.
  void signal_all(int signal);

 private:
  struct Child {
    pid_t id;
    int descriptor;  ///< becomes readable when it ends; -1 where the system has no such thing
    std::size_t token;
  };
  std::optional<Exit> reap();
  void pause(std::optional<Clock::time_point> deadline);

  std::vector<Child> children_;
  int signals_ = -1;
  sigset_t old_mask_{};
};

}  // namespace mlpipe::local
