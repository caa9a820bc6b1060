// Importers below loops, branches and pipelines: their URIs are items, inputs, or outputs that come from outside; into
// the workspace; with metadata of all kinds.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::importers_in_groups {
using namespace mlpipe;

struct Find {
  struct Outputs {
    Out<std::string> uri;
    Out<int> version;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/find:1.0", .command = {"find"}, .args = {out.uri.path(), out.version.path()}};
  }
};

struct Use {
  In<Dataset> rows;
  ContainerSpec container() const { return {.image = "acme/use:1.0", .command = {"use"}, .args = {rows.path()}}; }
};

struct UseAll {
  In<std::vector<Dataset>> rows;
  ContainerSpec container() const { return {.image = "acme/use:1.0", .command = {"use"}, .args = {executor_input()}}; }
};

struct Inner {
  In<std::string> uri;
  struct Outputs {
    Out<Dataset> Output;
  };
  Outputs define(Pipeline& p) const {
    auto rows = p.importer<Dataset>(uri, {.metadata = {{"from", text("inner {}", uri)}}});
    p.add(Use{.rows = rows});
    return {.Output = rows};
  }
};

struct ImportersInGroups {
  In<std::string> where = "s3://bucket/rows";
  void define(Pipeline& p) const {
    p.configure({.workspace = {.size = "1Gi"}});
    auto found = p.add(Find{});
    p.add(Use{.rows = p.importer<Dataset>(
                  "minio://bucket/rows",
                  {.metadata = {{"whole", 7}, {"half", 0.5}, {"yes", true}, {"list", Json::array({1, "two", false})}},
                   .download_to_workspace = true})});
    auto all = p.parallel_for({"gs://a", "gs://b"}, [&](Out<std::string> uri) -> Out<Dataset> {
      auto rows = p.importer<Dataset>(
          uri, {.metadata = {{"version", found.version}, {"found", found.uri}, {"again", found.version}}});
      p.add(Use{.rows = rows});
      return rows;
    });
    p.add(UseAll{.rows = all});
    p.if_(found.version > 1, [&] {
      p.add(Use{.rows = p.importer<Dataset>(found.uri, {.reimport = true})});
      p.add(Use{.rows = p.add(Inner{.uri = found.uri}).Output});
    });
    p.add(Inner{.uri = where});
  }
};

}  // namespace twins::importers_in_groups
