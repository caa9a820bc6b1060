// Order without data across groups: after tasks of loops that have ended, after handlers from within loops and other
// handlers, after pipelines and importers; a handler within a pipeline.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::order_across_groups {
using namespace mlpipe;

struct Work {
  In<int> size;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size}}; }
};

struct Clean {
  In<TaskFinalStatus> status = {};
  In<int> size;
  ContainerSpec container() const {
    return {.image = "acme/clean:1.0", .command = {"clean"}, .args = {executor_input(), size}};
  }
};

struct Guarded {
  In<int> size;
  void define(Pipeline& p) const {
    auto handler = p.exit_handler(p.exit_task(Clean{.size = size}), [&] {
      auto one = p.add(Work{.size = size});
      p.if_(size > 1, [&] { p.add(Work{.size = 2}, {.after = {one}}); });
    });
    p.parallel_for({1, 2}, [&](Out<int> item) { p.add(Work{.size = item}, {.after = {handler}}); });
  }
};

struct OrderAcrossGroups {
  In<int> size = 3;
  void define(Pipeline& p) const {
    Task<Work> outer;
    Task<Work> inner;
    p.parallel_for({1, 2}, [&](Out<int> item) {
      outer = p.add(Work{.size = item});
      p.parallel_for({3, 4}, [&](Out<int> other) { inner = p.add(Work{.size = other}, {.after = {outer}}); });
      p.add(Work{.size = 5}, {.after = {inner}});
    });
    p.add(Work{.size = 6}, {.after = {inner}});
    auto guarded = p.add(Guarded{.size = size}, {.after = {outer}});
    auto first = p.exit_handler(p.exit_task(Clean{.size = 1}), [&] { p.add(Work{.size = 7}, {.after = {guarded}}); });
    auto rows = p.importer<Dataset>("gs://rows", {.after = {first, guarded}});
    auto second = p.exit_handler(p.exit_task(Clean{.size = 2}), [&] {
      p.add(Work{.size = 8}, {.after = {first, rows}});
    });
    p.if_(size > 2, [&] { p.add(Work{.size = 9}, {.after = {first, second, outer}}); });
    p.add(Guarded{.size = 4}, {.after = {second}, .ignore_upstream_failure = true});
  }
};

}  // namespace twins::order_across_groups
