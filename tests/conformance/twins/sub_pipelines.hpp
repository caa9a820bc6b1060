// Pipelines as components, two deep, with outputs of both kinds, defaults, and an optional input left out and given.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::sub_pipelines {
using namespace mlpipe;

struct Fetch {
  In<std::string> uri;
  struct Outputs {
    Out<Dataset> rows;
    Out<int> count;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/fetch:1.0", .command = {"fetch"}, .args = {uri, out.rows.path(), out.count.path()}};
  }
};

// Without any path: beside one, an optional input that comes through absent would not run on KFP.
struct Announce {
  In<std::string> uri;
  In<std::optional<std::string>> note = {};
  ContainerSpec container() const {
    return {.image = "acme/announce:1.0", .command = {"announce"}, .args = {uri, if_present(note, {"--note", note})}};
  }
};

struct Train {
  In<Dataset> rows;
  In<int> epochs;
  struct Outputs {
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0", .command = {"train"}, .args = {rows.path(), epochs, out.model.path()}};
  }
};

struct Prepare {
  In<std::string> uri;
  In<std::optional<std::string>> note = {};
  struct Outputs {
    Out<Dataset> rows;
    Out<int> count;
  };
  Outputs define(Pipeline& p) const {
    p.add(Announce{.uri = uri, .note = note});
    auto fetched = p.add(Fetch{.uri = uri});
    return {.rows = fetched.rows, .count = fetched.count};
  }
};

struct TrainFrom {
  In<std::string> uri;
  In<int> epochs = 5;
  In<std::optional<std::string>> note = {};
  struct Outputs {
    Out<Model> model;
    Out<int> count;
  };
  Outputs define(Pipeline& p) const {
    auto prepared = p.add(Prepare{.uri = uri, .note = note});
    auto trained = p.add(Train{.rows = prepared.rows, .epochs = epochs});
    return {.model = trained.model, .count = prepared.count};
  }
};

struct Push {
  In<Model> model;
  In<int> count;
  ContainerSpec container() const {
    return {.image = "acme/push:1.0", .command = {"push"}, .args = {model.uri(), count}};
  }
};

struct SubPipelines {
  In<std::string> uri;
  void define(Pipeline& p) const {
    auto first = p.add(TrainFrom{.uri = uri});
    p.add(Push{.model = first.model, .count = first.count});
    p.add(TrainFrom{.uri = "gs://bucket/other", .epochs = first.count, .note = "the second"},
          {.display_name = "Second training"});
  }
};

}  // namespace twins::sub_pipelines
