// Caching, retries, display names, order without data, and tasks that run although what they wait for failed.
#pragma once

#include <chrono>
#include <mlpipe/mlpipe.hpp>

namespace twins::task_settings {
using namespace mlpipe;
using namespace std::chrono_literals;

struct Work {
  In<int> size = 1;
  struct Outputs {
    Out<std::string> done;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size, "--done", out.done.path()}};
  }
};

struct Clean {
  In<std::string> note = "nothing";
  ContainerSpec container() const {
    return {.image = "acme/clean:1.0", .command = {"clean"}, .args = {"--note", note}};
  }
};

struct TaskSettings {
  void define(Pipeline& p) const {
    auto uncached = p.add(Work{.size = 1}, {.caching = {.enabled = false}});
    auto keyed = p.add(Work{.size = 2}, {.caching = {.key = "nightly"}});
    auto retried = p.add(
        Work{.size = 3},
        {.retry = {.max = 3, .backoff = 30s, .backoff_factor = 1.5, .backoff_max = 10min}, .after = {uncached, keyed}});
    p.add(Work{.size = 4}, {.retry = {.max = 2}});
    p.add(Work{.size = 5}, {.display_name = "The last one, said nicely", .after = {retried}});
    p.add(Clean{.note = retried.done}, {.ignore_upstream_failure = true});
    p.add(Clean{.note = "always"}, {.after = {keyed}, .ignore_upstream_failure = true});
  }
};

}  // namespace twins::task_settings
