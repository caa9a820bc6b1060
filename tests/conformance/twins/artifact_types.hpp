// The eight system artifact types and one of our own, made by one step and read by the next.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::artifact_types {
using namespace mlpipe;

struct Embedding : Artifact {
  static constexpr std::string_view schema_title = "system.Embedding";
  static constexpr std::string_view schema_version = "1.2.3";
};

struct Produce {
  struct Outputs {
    Out<Artifact> artifact;
    Out<Dataset> dataset;
    Out<Model> model;
    Out<Metrics> metrics;
    Out<ClassificationMetrics> classification;
    Out<SlicedClassificationMetrics> sliced;
    Out<HTML> page;
    Out<Markdown> notes;
    Out<Embedding> embedding;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/produce:1.0",
            .command = {"produce"},
            .args = {out.artifact.path(), out.dataset.path(), out.model.uri(), out.metrics.path(),
                     out.classification.path(), out.sliced.path(), out.page.path(), out.notes.path(),
                     out.embedding.path()}};
  }
};

struct Consume {
  In<Artifact> artifact;
  In<Dataset> dataset;
  In<Model> model;
  In<Metrics> metrics;
  In<ClassificationMetrics> classification;
  In<SlicedClassificationMetrics> sliced;
  In<HTML> page;
  In<Markdown> notes;
  In<Embedding> embedding;
  ContainerSpec container() const {
    return {.image = "acme/consume:1.0",
            .command = {"consume"},
            .args = {artifact.path(), dataset.uri(), model.path(), metrics.path(), classification.path(), sliced.path(),
                     page.path(), notes.path(), embedding.path()}};
  }
};

struct Inspect {
  In<Artifact> anything;
  ContainerSpec container() const {
    return {.image = "acme/inspect:1.0", .command = {"inspect"}, .args = {anything.path()}};
  }
};

struct ArtifactTypes {
  In<Model> base;
  void define(Pipeline& p) const {
    auto produced = p.add(Produce{});
    p.add(Consume{.artifact = produced.artifact,
                  .dataset = produced.dataset,
                  .model = base,
                  .metrics = produced.metrics,
                  .classification = produced.classification,
                  .sliced = produced.sliced,
                  .page = produced.page,
                  .notes = produced.notes,
                  .embedding = produced.embedding});
    p.add(Inspect{.anything = produced.model});
  }
};

}  // namespace twins::artifact_types
