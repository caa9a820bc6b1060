// Artifact types of Google's with versions of their own, and artifacts that may be absent, alone and in lists.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::more_artifacts {
using namespace mlpipe;

struct VertexModel : Artifact {
  static constexpr std::string_view schema_title = "google.VertexModel";
};
struct BigQueryTable : Artifact {
  static constexpr std::string_view schema_title = "google.BQTable";
  static constexpr std::string_view schema_version = "1.4.0";
};

struct Train {
  In<BigQueryTable> table;
  In<std::optional<Dataset>> extra = {};
  In<std::optional<std::vector<Model>>> teachers = {};
  struct Outputs {
    Out<VertexModel> model;
    Out<Metrics> metrics;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/train:1.0",
            .command = {"train"},
            .args = {table.uri(), executor_input(), out.model.uri(), out.metrics.path()}};
  }
};

struct Deploy {
  In<VertexModel> model;
  In<Artifact> anything;
  ContainerSpec container() const {
    return {.image = "acme/deploy:1.0", .command = {"deploy"}, .args = {model.uri(), anything.path()}};
  }
};

struct Serve {
  In<VertexModel> model;
  In<std::optional<Dataset>> examples = {};
  struct Outputs {
    Out<VertexModel> served;
  };
  Outputs define(Pipeline& p) const {
    p.add(Deploy{.model = model, .anything = model});
    auto table = p.importer<BigQueryTable>("bq://project.set.table");
    return {.served = p.add(Train{.table = table, .extra = examples}).model};
  }
};

struct MoreArtifacts {
  In<BigQueryTable> table;
  In<std::vector<Model>> teachers;
  In<Dataset> rows;
  void define(Pipeline& p) const {
    auto first = p.add(Train{.table = table});
    auto second = p.add(Train{.table = table, .extra = rows, .teachers = teachers});
    p.add(Deploy{.model = first.model, .anything = second.metrics});
    auto served = p.add(Serve{.model = first.model});
    p.add(Serve{.model = served.served, .examples = rows});
  }
};

}  // namespace twins::more_artifacts
