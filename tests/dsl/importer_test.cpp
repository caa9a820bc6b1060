#include "mlpipe/dsl/importer.hpp"

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Use {
  In<Model> model;
  In<std::string> uri = "";
  ContainerSpec container() const { return {.image = "i", .command = {"use", model.path(), uri}}; }
};

struct Base {
  In<std::string> uri = "gs://b/x";
  In<int> version = 3;
  void define(Pipeline& p) const {
    auto fixed = p.importer<Model>("gs://models/base", {.reimport = true,
                                                        .metadata = {{"stage", "prod"},
                                                                     {"version", version},
                                                                     {"tag", text("v{}-{}", version, uri)},
                                                                     {"deep", Json::object({{"n", 1}})}}});
    auto given = p.importer<Model>(uri, {.name = "given", .after = {fixed}});
    p.add(Use{.model = fixed});
    p.add(Use{.model = given}, {.after = {given}});
  }
};

}  // namespace

TEST_CASE("an importer has its URI, and each value in its metadata, as inputs") {
  const ir::PipelineSpec spec = compile<Base>().pipeline;
  const auto& tasks = std::get<ir::DagSpec>(spec.root->implementation).tasks;
  const ir::PipelineTaskSpec& fixed = tasks.at("importer");
  const auto& executor = *std::get<ir::Box<ir::PipelineDeploymentConfig::ImporterSpec>>(
      spec.deployment_spec->executors.at("exec-importer").spec);
  CHECK(executor.reimport);
  CHECK(std::get<Json>(executor.artifact_uri->value) == Json("gs://models/base"));
  CHECK(*executor.metadata ==
        Json::object({{"stage", "prod"},
                      {"version", "{{$.inputs.parameters['metadata']}}"},
                      {"tag", "v{{$.inputs.parameters['metadata']}}-{{$.inputs.parameters['metadata-2']}}"},
                      {"deep", Json::object({{"n", 1}})}}));
  CHECK(fixed.inputs->parameters.size() == 3);
  CHECK(tasks.at("given").dependent_tasks == std::vector<std::string>{"importer"});
}

TEST_CASE("metadata given twice is diagnosed") {
  struct Twice {
    void define(Pipeline& p) const {
      p.add(Use{.model = p.importer<Model>("gs://m", {.metadata = {{"a", 1}, {"a", 2}}})});
    }
  };
  const Result result = try_compile<Twice>();
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == Code::duplicate_argument);
}

TEST_CASE("the untyped form gives a Value") {
  Pipeline p("p");
  Value where = p.input("where", Type::string);
  Value model = p.importer(Type::artifact("system.Model"), where);
  const DynamicComponent use{.name = "use",
                             .inputs = {{"m", Type::artifact("system.Model")}},
                             .container = {.image = "i", .command = {"c", input_path("m")}}};
  p.add(use, {{"m", model}});
  const Result result = try_compile(p);
  CHECK(result.diagnostics().empty());
  CHECK(result);
}
