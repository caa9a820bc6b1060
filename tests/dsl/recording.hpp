// Components to record pipelines of, and what is said of these.
#pragma once

#include <vector>

#include "mlpipe/compile.hpp"
#include "mlpipe/dsl/record.hpp"
#include "mlpipe/mlpipe.hpp"

namespace mlpipe::testing {

using detail::component_descriptor;
using detail::record;
using detail::Recording;

struct Prepare {
  In<std::string> uri;
  struct Outputs {
    Out<Dataset> data;
    Out<double> share;
  };
  ContainerSpec container(const Outputs& out) const { return {.image = "prepare:1", .args = {uri, out.data.path()}}; }
};

struct Train {
  In<Dataset, "rows to learn from"> data;
  In<int> epochs = 10;
  In<std::optional<std::string>> note = {};
  struct Outputs {
    Out<Model, "what was learnt"> model;
    Out<double> accuracy;
  };
  void run(Outputs& out) const { out.accuracy = 1.0; }
};

struct Sized {
  In<int> n = 1;
  int width = 8;  // configuration
  ContainerSpec container() const { return {.image = "sized:1", .args = {"--width", width, n}}; }
};

struct Inner {
  In<Dataset> data;
  In<double> rate = 0.5;
  struct Outputs {
    Out<Model> model;
  };
  Outputs define(Pipeline& p) const { return {.model = p.add(Train{.data = data}).model}; }
};

struct Whole {
  In<std::string> uri;
  In<int> epochs = 3;
  struct Outputs {
    Out<Model> model;
  };
  Outputs define(Pipeline& p) const {
    auto prepared = p.add(Prepare{.uri = uri});
    p.add(Train{.data = prepared.data, .epochs = epochs}, {.name = "explicit"});
    auto inner = p.add(Inner{.data = prepared.data, .rate = prepared.share});
    p.add(Inner{.data = prepared.data});
    return {.model = inner.model};
  }
};

template <class P>
Recording recorded() {
  return record(component_descriptor<P>, nullptr);
}

/// Without warnings, which concern what these tests do not.
inline Diagnostics errors_of(const Result& result) {
  Diagnostics errors = result.diagnostics();
  std::erase_if(errors, [](const Diagnostic& diagnostic) { return diagnostic.level != Level::error; });
  return errors;
}

inline std::vector<Code> codes(const Diagnostics& diagnostics) {
  std::vector<Code> result;
  for (const Diagnostic& diagnostic : diagnostics) result.push_back(diagnostic.code);
  return result;
}

}  // namespace mlpipe::testing
