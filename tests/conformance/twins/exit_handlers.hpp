// Exit handlers with the final status, waited for; a task that ignores failures upstream, with the status of that.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::exit_handlers {
using namespace mlpipe;

struct Step {
  In<std::string> text;
  struct Outputs {
    Out<std::string> done;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/step:1.0", .command = {"step"}, .args = {text, out.done.path()}};
  }
};

struct Notify {
  In<TaskFinalStatus> status = {};
  In<std::string> who;
  ContainerSpec container() const {
    return {.image = "acme/notify:1.0", .command = {"notify"}, .args = {executor_input(), who}};
  }
};

struct Clean {
  In<std::string> where;
  ContainerSpec container() const { return {.image = "acme/clean:1.0", .command = {"clean"}, .args = {where}}; }
};

struct ExitHandlers {
  In<std::string> who = "me";
  void define(Pipeline& p) const {
    auto first = p.exit_handler(p.exit_task(Notify{.who = who}), [&] {
      auto made = p.add(Step{.text = who});
      p.if_(who == "me", [&] { p.add(Step{.text = made.done}); });
    });
    p.exit_handler(p.exit_task(Clean{.where = "/tmp"}), [&] {
      p.add(Step{.text = "again"});
      p.parallel_for({1, 2}, [&](Out<int>) { p.add(Step{.text = who}); });
    });
    auto last = p.add(Step{.text = "last"}, {.after = {first}});
    p.add(Notify{.who = "all"}, {.after = {last}, .ignore_upstream_failure = true});
  }
};

}  // namespace twins::exit_handlers
