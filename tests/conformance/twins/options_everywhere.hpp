// Options on each kind of task: containers, pipelines, importers and exit tasks, within groups too; variables, also
// those that stop a step to be looked into.
#pragma once

#include <chrono>
#include <mlpipe/mlpipe.hpp>

namespace twins::options_everywhere {
using namespace mlpipe;
using namespace std::chrono_literals;

struct Work {
  In<int> size = 1;
  In<std::string> note = "none";
  struct Outputs {
    Out<std::string> done;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size, note, out.done.path()}};
  }
};

struct Use {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/use:1.0", .command = {"use"}, .args = {model.path()}}; }
};

struct Steps {
  In<int> size = 1;
  struct Outputs {
    Out<std::string> Output;
  };
  Outputs define(Pipeline& p) const {
    return {.Output = p.add(Work{.size = size, .note = "inside"}, {.retry = {.max = 1}}).done};
  }
};

struct OptionsEverywhere {
  In<int> size = 1;
  In<std::string> uri;
  void define(Pipeline& p) const {
    auto ended = p.exit_task(Work{.size = size, .note = "exit"}, {.display_name = "The end",
                                                                  .env = {{"LEVEL", "debug"}},
                                                                  .caching = {.enabled = false},
                                                                  .retry = {.max = 4, .backoff = 2h}});
    auto guarded = p.exit_handler(ended, [&] {
      p.add(Work{.size = size, .note = "guarded"},
            {.resources = {.cpu_limit = 1}, .caching = {.enabled = false, .key = "kept"}});
    });
    auto made = p.importer<Model>(uri, {.caching = {.enabled = false}, .after = {guarded}});
    auto used = p.add(Use{.model = made}, {.display_name = "Ünïcode \"quoted\": it's # no comment"});
    auto steps =
        p.add(Steps{.size = size}, {.display_name = "Whole pipeline",
                                    .caching = {.key = "steps"},
                                    .retry = {.max = 2, .backoff = 90s, .backoff_factor = 3.0, .backoff_max = 24h},
                                    .after = {used, guarded}});
    p.add(Steps{.size = 3}, {.caching = {.enabled = false}, .after = {steps}, .ignore_upstream_failure = true});
    p.if_(size > 1, [&] {
      p.parallel_for({1, 2}, [&](Out<int> item) {
        p.add(Work{.size = item, .note = steps.Output}, {.display_name = "deep",
                                                         .resources = {.memory_limit = 1_Gi},
                                                         .env = {{"A", "1"}, {"B", "two words"}},
                                                         .caching = {.key = "deep"},
                                                         .retry = {.max = 5, .backoff_factor = 1.0}});
      });
    });
    p.add(Work{.size = 2, .note = "before"}, {.env = {{"ARGO_DEBUG_PAUSE_BEFORE", "true"}}});
    p.add(Work{.size = 2, .note = "after"}, {.env = {{"ARGO_DEBUG_PAUSE_AFTER", "true"}}});
    p.add(Work{.size = 2, .note = "error"},
          {.env = {{"ARGO_DEBUG_PAUSE_BEFORE", "true"}, {"ARGO_DEBUG_PAUSE_ON_ERROR", "true"}}});
  }
};

}  // namespace twins::options_everywhere
