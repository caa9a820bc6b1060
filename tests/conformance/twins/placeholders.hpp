// Placeholders of inputs, outputs and the run, in commands and in task inputs; parts that stand there only when an
// input does.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::placeholders {
using namespace mlpipe;

struct Work {
  In<std::string> name;
  In<Dataset> rows;
  In<std::optional<std::string>> note = {};
  In<std::optional<int>> level = {};
  struct Outputs {
    Out<Model> model;
    Out<double> score;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/work:1.0",
            .command = {"work", text("--name={}", name)},
            .args = {"--rows", rows.path(), "--rows-uri", rows.uri(), "--model", out.model.path(), "--model-uri",
                     out.model.uri(), "--score-file", out.score.path(), if_present(note, {"--note", note}),
                     if_present(level, {"--level", level}, {"--no-level"}), "--executor_input", executor_input(),
                     text("prefix-{}-suffix", name), text("{}/part-0.csv", rows.path())}};
  }
};

struct Make {
  struct Outputs {
    Out<Dataset> rows;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/make:1.0", .command = {"make"}, .args = {out.rows.path()}};
  }
};

struct Say {
  In<std::string> text;
  ContainerSpec container() const { return {.image = "acme/say:1.0", .command = {"say", text}}; }
};

struct Placeholders {
  In<std::string> name;
  void define(Pipeline& p) const {
    auto made = p.add(Make{});
    p.add(Work{.name = name, .rows = made.rows, .note = "given"});
    p.add(Say{.text = run::job_name});
    p.add(Say{.text = run::job_resource_name});
    p.add(Say{.text = run::job_id});
    p.add(Say{.text = run::task_name});
    p.add(Say{.text = run::task_id});
    p.add(Say{.text = run::create_time});
    p.add(Say{.text = run::schedule_time});
    p.add(Say{.text = text("run {} of {}", run::job_id, name)});
  }
};

}  // namespace twins::placeholders
