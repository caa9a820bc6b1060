// Components that are compiled alone.
#include <algorithm>

#include "catch2.hpp"
#include "dsl/recorder.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct TrainModel {
  In<Dataset, "Rows to learn from"> rows;
  In<int> epochs = 10;
  In<std::string> note = "none";
  In<TaskConfig> config;
  int width = 8;  // configuration
  static constexpr Component component{.description = "Learns", .display_name = "Train it"};
  struct Outputs {
    Out<Model> model;
    Out<double, "Of the last epoch"> accuracy;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "train:1",
            .command = {"train", "--width", width},
            .args = {rows.path(), epochs, out.model.path(), out.accuracy.path()}};
  }
};

struct Remark {
  In<std::optional<std::string>> note = {};
  ContainerSpec container() const { return {.image = "remark:1", .command = {"remark", if_present(note, {note})}}; }
};

struct Greet {
  In<Literal<"you", "all">> name = "you";
  void run() const {}
};

struct Report {
  In<TaskFinalStatus> status;
  ContainerSpec container() const { return {.image = "report:1", .command = {"report", status}}; }
};

struct Nasty {
  In<std::string> text = std::string("a\0b", 3);
  ContainerSpec container() const { return {.image = "i", .command = {"say", text}}; }
};

DynamicComponent resize() {
  DynamicComponent component{.name = "Resize Images", .description = "Makes them small"};
  component.inputs = {{"images", Type::artifact("system.Dataset")},
                      {"width", Type::integer, {.default_value = 224, .description = "In pixels"}}};
  component.outputs = {{"resized", Type::artifact("system.Dataset"), "Small ones"}};
  component.container = {.image = "resize:1", .command = {"resize", input_path("images"), input_value("width")}};
  return component;
}

const auto& dag_of(const PipelineSpec& spec) { return std::get<ir::DagSpec>(spec.pipeline.root->implementation); }

const ir::PipelineTaskSpec& only_task_of(const PipelineSpec& spec) {
  REQUIRE(dag_of(spec).tasks.size() == 1);
  return dag_of(spec).tasks.begin()->second;
}

std::string input_behind(const ir::TaskInputsSpec::InputParameterSpec& input) {
  using FromInput = ir::TaskInputsSpec::InputParameterSpec::ComponentInputParameter;
  return std::get<FromInput>(input.kind).value;
}

}  // namespace

TEST_CASE("a component alone is a pipeline of one task with its name, inputs and outputs") {
  const PipelineSpec spec = compile<TrainModel>();
  CHECK(spec.pipeline.pipeline_info->name == "train-model");
  CHECK(spec.pipeline.pipeline_info->description == "Learns");
  CHECK(spec.pipeline.pipeline_info->display_name == "Train it");
  CHECK(dag_of(spec).tasks.begin()->first == "train-model");
  const auto& given = only_task_of(spec).inputs->parameters;
  CHECK(input_behind(given.at("epochs")) == "epochs");
  CHECK(input_behind(given.at("note")) == "note");
  CHECK(only_task_of(spec).inputs->artifacts.contains("rows"));

  const auto& inputs = *spec.pipeline.root->input_definitions;
  CHECK(inputs.parameters.at("epochs").default_value == Json(10));
  CHECK_FALSE(inputs.artifacts.at("rows").is_optional);
  CHECK(inputs.artifacts.at("rows").description == "Rows to learn from");
  CHECK(spec.pipeline.root->output_definitions->parameters.at("accuracy").description == "Of the last epoch");
  CHECK(dag_of(spec).outputs->artifacts.at("model").artifact_selectors.at(0).producer_subtask == "train-model");
}

TEST_CASE("what may be absent for a component alone may be absent in a run") {
  const auto& note = compile<Remark>().pipeline.root->input_definitions->parameters.at("note");
  CHECK(note.is_optional);
  CHECK_FALSE(note.default_value);
}

TEST_CASE("what the backend fills in, no run is asked for") {
  const PipelineSpec spec = compile<TrainModel>();
  CHECK_FALSE(spec.pipeline.root->input_definitions->parameters.contains("config"));
  CHECK_FALSE(only_task_of(spec).inputs->parameters.contains("config"));
}

TEST_CASE("the values of a component alone are the pipeline's defaults, its configuration is kept") {
  TrainModel train;
  train.epochs = 3;
  train.width = 5;
  const PipelineSpec spec = compile(train);
  CHECK(spec.pipeline.root->input_definitions->parameters.at("epochs").default_value == Json(3));
  const auto& component = spec.pipeline.components.begin()->second;
  CHECK(component.input_definitions->parameters.at("epochs").default_value == Json(10));
  const auto& executor = spec.pipeline.deployment_spec->executors.begin()->second.spec;
  const auto& command = std::get<ir::PipelineDeploymentConfig::PipelineContainerSpec>(executor).command;
  CHECK(command == std::vector<std::string>{"train", "--width", "5"});
}

TEST_CASE("options name a component alone, and give it defaults") {
  const PipelineSpec spec = compile<TrainModel>({.name = "weekly", .defaults = {{"note", "x"}}, .caching = false});
  CHECK(spec.pipeline.pipeline_info->name == "weekly");
  CHECK(dag_of(spec).tasks.begin()->first == "train-model");
  CHECK(spec.pipeline.root->input_definitions->parameters.at("note").default_value == Json("x"));
  CHECK_FALSE(only_task_of(spec).caching_options->enable_cache);
}

TEST_CASE("native and untyped components are compiled alone, too") {
  const PipelineSpec native = compile<Greet>({.image = "acme/greet:1", .program = "prog"});
  CHECK(native.pipeline.root->input_definitions->parameters.at("name").literals.size() == 2);
  const auto& executor = native.pipeline.deployment_spec->executors.begin()->second.spec;
  const auto& container = std::get<ir::PipelineDeploymentConfig::PipelineContainerSpec>(executor);
  CHECK(container.args == std::vector<std::string>{"exec", "greet", "--executor_input", "{{$}}"});

  const PipelineSpec untyped = compile(resize());
  CHECK(untyped.pipeline.pipeline_info->name == "resize-images");
  CHECK(untyped.pipeline.pipeline_info->description == "Makes them small");
  CHECK(untyped.pipeline.root->input_definitions->parameters.at("width").default_value == Json(224));
  CHECK(untyped.pipeline.root->input_definitions->parameters.at("width").description == "In pixels");
  CHECK(untyped.pipeline.root->output_definitions->artifacts.contains("resized"));
}

TEST_CASE("the step of a native component alone is found by its name") {
  const detail::ComponentDescriptor* const offered[] = {&detail::component_descriptor<Greet>};
  CHECK(detail::find_native(offered, 1, "greet") == &detail::component_descriptor<Greet>);
  CHECK(detail::find_native(offered, 1, "other") == nullptr);
}

TEST_CASE("what is wrong with a component alone is told once") {
  const Diagnostics status = try_compile<Report>().diagnostics();
  REQUIRE(status.size() == 1);
  CHECK(status[0].code == Code::no_final_status);
  const Diagnostics nasty = try_compile<Nasty>().diagnostics();
  REQUIRE(nasty.size() == 1);
  CHECK(nasty[0].message == "component `nasty`: the default of input `text` holds a NUL at byte 1: \"a\\u0000b\"");
  const Diagnostics given = try_compile(Nasty{.text = std::string("c\0d", 3)}).diagnostics();
  CHECK(std::count_if(given.begin(), given.end(), [](const Diagnostic& diagnostic) {
          return diagnostic.message.starts_with("pipeline `nasty`: the default of input `text` holds a NUL");
        }) == 1);

  DynamicComponent twins = resize();
  twins.inputs.push_back(twins.inputs.back());
  const Diagnostics doubled = try_compile(twins).diagnostics();
  REQUIRE(doubled.size() == 1);
  CHECK(doubled[0].code == Code::interface_name_clash);
  DynamicComponent badly_named = resize();
  badly_named.inputs[1].name = "no name!";
  badly_named.container.command = {"resize", input_path("images")};
  const Diagnostics bad = try_compile(badly_named).diagnostics();
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].code == Code::bad_interface_name);
  CHECK_THROWS_AS(compile(badly_named), CompileError);
}
