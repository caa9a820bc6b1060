// Components that both load from the same compiled files.
#pragma once

#include <mlpipe/load_component.hpp>
#include <mlpipe/mlpipe.hpp>

namespace twins::loaded_compiled {
using namespace mlpipe;

struct LoadedCompiled {
  In<Dataset> rows;
  struct Outputs {
    Out<Markdown> summary;
    Out<int> total;
  };
  Outputs define(Pipeline& p) const {
    const DynamicComponent summarize = load_component(TWINS_COMPONENTS "summarize.yaml");
    auto summary = p.add(summarize, {{"rows", rows}, {"limit", 5}, {"note", "short"}});
    p.add(summarize, {{"rows", rows}, {"limit", summary["total"]}});
    p.add(load_component(TWINS_COMPONENTS "greet.json"), {{"name", "you"}});
    return {.summary = summary["summary"].as<Markdown>(), .total = summary["total"].as<int>()};
  }
};

}  // namespace twins::loaded_compiled
