// Importers: constants and inputs of the pipeline as URI and metadata, within branches and waited for.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::importers {
using namespace mlpipe;

struct Use {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/use:1.0", .command = {"use"}, .args = {model.path()}}; }
};

struct Importers {
  In<std::string> uri;
  In<int> version = 3;
  void define(Pipeline& p) const {
    auto base = p.importer<Model>("gs://models/base", {.reimport = true,
                                                       .metadata = {{"stage", "prod"},
                                                                    {"version", version},
                                                                    {"tag", text("v{}-{}", version, uri)},
                                                                    {"deep", Json::object({{"n", 1}})}}});
    p.add(Use{.model = base});
    auto given = p.importer<Model>(uri, {.after = {base}});
    p.add(Use{.model = given});
    p.if_(version > 3, [&] {
      auto newer = p.importer<Model>(uri, {.metadata = {{"version", version}}});
      p.add(Use{.model = newer});
    });
  }
};

}  // namespace twins::importers
