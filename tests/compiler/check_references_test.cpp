#include "mlpipe/compiler/check_references.hpp"

#include <ctime>

#include "catch2.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

using namespace mlpipe;
using namespace mlpipe::ir;

namespace {

using Parameter = TaskInputsSpec::InputParameterSpec;
using Artifact = TaskInputsSpec::InputArtifactSpec;

PipelineTaskSpec task_of(const std::string& component) {
  PipelineTaskSpec task;
  task.component_ref = ComponentRef{component};
  task.inputs.emplace();
  return task;
}

DagSpec& dag_of(ComponentSpec& component) {
  if (!std::holds_alternative<DagSpec>(component.implementation)) component.implementation = DagSpec{};
  return std::get<DagSpec>(component.implementation);
}

void add_executor(PipelineSpec& spec, const std::string& name) {
  PipelineDeploymentConfig::PipelineContainerSpec container;
  container.image = "alpine";
  container.args = {name};
  spec.components["comp-" + name].implementation = ComponentSpec::ExecutorLabel{"exec-" + name};
  spec.deployment_spec->executors["exec-" + name].spec = container;
}

/// make -> (a loop over what make gives) -> train in it, with a condition; the model of train is given outside.
PipelineSpec sound() {
  PipelineSpec spec;
  spec.schema_version = "2.1.0";
  spec.pipeline_info.emplace().name = "sound";
  spec.deployment_spec.emplace();

  add_executor(spec, "make");
  auto& made = spec.components["comp-make"].output_definitions.emplace();
  made.parameters["list"].parameter_type = ParameterType::LIST;
  made.artifacts["data"].artifact_type.emplace().kind = ArtifactTypeSchema::SchemaTitle{"system.Dataset"};

  add_executor(spec, "train");
  auto& train = spec.components["comp-train"];
  train.input_definitions.emplace().parameters["rate"].parameter_type = ParameterType::NUMBER_DOUBLE;
  train.input_definitions->parameters["note"].is_optional = true;
  train.input_definitions->artifacts["data"];
  train.output_definitions.emplace().artifacts["model"];

  ComponentSpec& loop = spec.components["comp-loop"];
  loop.input_definitions.emplace().parameters["item"].parameter_type = ParameterType::NUMBER_DOUBLE;
  loop.input_definitions->parameters["list"].parameter_type = ParameterType::LIST;
  loop.input_definitions->artifacts["data"];
  loop.output_definitions.emplace().artifacts["models"].is_artifact_list = true;
  PipelineTaskSpec inner = task_of("comp-train");
  inner.inputs->parameters["rate"].kind = Parameter::ComponentInputParameter{"item"};
  inner.inputs->parameters["pipelinechannel--extra"].kind = ValueOrRuntimeParameter{Json("x")};
  inner.inputs->artifacts["data"].kind = Artifact::ComponentInputArtifact{"data"};
  inner.trigger_policy.emplace().condition = "inputs.parameter_values['rate'] == 'inputs.parameter_values[\\'no\\']'";
  dag_of(loop).tasks["train"] = inner;
  dag_of(loop).outputs.emplace().artifacts["models"].artifact_selectors = {{"train", "model"}};

  ComponentSpec& root = spec.root.emplace();
  dag_of(root).tasks["make"] = task_of("comp-make");
  PipelineTaskSpec outer = task_of("comp-loop");
  outer.inputs->parameters["list"].kind = Parameter::TaskOutputParameterSpec{"make", "list"};
  outer.inputs->artifacts["data"].kind = Artifact::TaskOutputArtifactSpec{"make", "data"};
  outer.dependent_tasks = {"make"};
  ParameterIteratorSpec iterator;
  iterator.items.emplace().kind = ParameterIteratorSpec::ItemsSpec::InputParameter{"list"};
  iterator.item_input = "item";
  outer.iterator = Box(iterator);
  dag_of(root).tasks["loop"] = outer;
  root.output_definitions.emplace().artifacts["models"];
  root.output_definitions->parameters["list"];
  dag_of(root).outputs.emplace().artifacts["models"].artifact_selectors = {{"loop", "models"}};
  dag_of(root).outputs->parameters["list"].kind = DagOutputsSpec::ParameterSelectorSpec{"make", "list"};
  return spec;
}

PipelineTaskSpec& root_task(PipelineSpec& spec, const std::string& name) { return dag_of(*spec.root).tasks[name]; }
PipelineTaskSpec& loop_task(PipelineSpec& spec) { return dag_of(spec.components["comp-loop"]).tasks["train"]; }
ParameterIteratorSpec& iterator_of(PipelineTaskSpec& task) {
  return *std::get<Box<ParameterIteratorSpec>>(task.iterator);
}

/// The one thing that is wrong, as code and message.
std::string only(const PipelineSpec& spec) {
  std::string text;
  for (const Diagnostic& diagnostic : check_references(spec)) {
    if (!text.empty()) text += '\n';
    text += code_name(diagnostic.code) + ' ' + diagnostic.message;
  }
  return text;
}

}  // namespace

TEST_CASE("a sound spec has nothing wrong") { CHECK(only(sound()) == ""); }

TEST_CASE("inputs that nobody declares are found") {
  PipelineSpec spec = sound();
  loop_task(spec).inputs->parameters["rate"].kind = Parameter::ComponentInputParameter{"none"};
  CHECK(
      only(spec) ==
      "MLP0901 task `train` of component `comp-loop` reads the parameter `none`, which component `comp-loop` does not "
      "declare");
  spec = sound();
  loop_task(spec).inputs->artifacts["data"].kind = Artifact::ComponentInputArtifact{"list"};  // a parameter
  CHECK(only(spec) ==
        "MLP0901 task `train` of component `comp-loop` reads the artifact `list`, which component `comp-loop` does not "
        "declare");
  spec = sound();
  loop_task(spec).trigger_policy->condition = "int(inputs.parameter_values['none']) == 1";
  CHECK(only(spec) ==
        "MLP0901 the condition of task `train` of component `comp-loop` reads `none`, which is no input of it");
}

TEST_CASE("tasks that are not in the DAG are found") {
  PipelineSpec spec = sound();
  root_task(spec, "loop").inputs->parameters["list"].kind = Parameter::TaskOutputParameterSpec{"train", "list"};
  CHECK(only(spec) ==
        "MLP0902 task `loop` of the pipeline reads an output of `train`, which is no task of the pipeline");
  spec = sound();
  root_task(spec, "loop").inputs->artifacts["data"].kind = Artifact::TaskOutputArtifactSpec{"none", "data"};
  CHECK(only(spec) ==
        "MLP0902 task `loop` of the pipeline reads an output of `none`, which is no task of the pipeline");
  spec = sound();
  root_task(spec, "loop").dependent_tasks.push_back("train");
  CHECK(only(spec) == "MLP0902 task `loop` of the pipeline waits for `train`, which is no task beside it");
  spec = sound();
  loop_task(spec).inputs->parameters["note"].kind = Parameter::TaskFinalStatus{"make"};
  CHECK(only(spec) ==
        "MLP0902 task `train` of component `comp-loop` reads the status of `make`, which is no task beside it");
  spec = sound();
  dag_of(*spec.root).outputs->artifacts["models"].artifact_selectors.push_back({"none", "x"});
  CHECK(only(spec) ==
        "MLP0902 output `models` of the pipeline reads an output of `none`, which is no task of the pipeline");
}

TEST_CASE("outputs that a task does not have are found") {
  PipelineSpec spec = sound();
  root_task(spec, "loop").inputs->parameters["list"].kind = Parameter::TaskOutputParameterSpec{"make", "data"};
  CHECK(only(spec) ==
        "MLP0903 task `loop` of the pipeline reads the output parameter `data` of `make`, which has no such");
  spec = sound();
  dag_of(*spec.root).outputs->artifacts["models"].artifact_selectors = {{"make", "list"}};
  CHECK(only(spec) ==
        "MLP0903 output `models` of the pipeline reads the output artifact `list` of `make`, which has no such");
  spec = sound();
  DagOutputsSpec::ParameterSelectorsSpec either;
  either.parameter_selectors = {{"make", "list"}, {"make", "none"}};
  dag_of(*spec.root).outputs->parameters["list"].kind = either;
  CHECK(only(spec) ==
        "MLP0903 output `list` of the pipeline reads the output parameter `none` of `make`, which has no such");
  spec = sound();
  spec.root->output_definitions->parameters.clear();
  CHECK(only(spec) == "MLP0903 output `list` of the pipeline is fed and not declared");
}

TEST_CASE("components and executors that are not there are found, once") {
  PipelineSpec spec = sound();
  root_task(spec, "make").component_ref->name = "comp-none";
  CHECK(only(spec) == "MLP0904 task `make` of the pipeline is of component `comp-none`, which is not there");
  spec = sound();
  root_task(spec, "make").component_ref.reset();
  CHECK(only(spec) == "MLP0904 task `make` of the pipeline names no component");
  spec = sound();
  spec.deployment_spec->executors.erase("exec-make");
  CHECK(only(spec) == "MLP0905 component `comp-make` is run by `exec-make`, which is not among the executors");
  spec = sound();
  spec.deployment_spec->executors["exec-make"].spec = std::monostate();
  CHECK(only(spec) == "MLP0905 executor `exec-make` of component `comp-make` is empty");
}

TEST_CASE("a DAG without a task is found") {
  PipelineSpec spec = sound();
  dag_of(spec.components["comp-loop"]).tasks.clear();
  CHECK(only(spec) == "MLP0906 component `comp-loop` has no task");
}

TEST_CASE("cycles are found, among tasks and among components") {
  PipelineSpec spec = sound();
  root_task(spec, "make").dependent_tasks = {"loop"};
  CHECK(only(spec) == "MLP0907 in the pipeline, `loop` waits for `make` waits for `loop`");
  spec = sound();
  root_task(spec, "make").dependent_tasks = {"make"};
  CHECK(only(spec) == "MLP0907 in the pipeline, `make` waits for `make`");
  spec = sound();
  for (const char* name : {"comp-a", "comp-b"}) {
    dag_of(spec.components[name]).tasks["x"] = task_of(name == std::string("comp-a") ? "comp-b" : "comp-a");
  }
  CHECK(only(spec) == "MLP0907 component `comp-a` contains `comp-b` contains `comp-a`");
}

TEST_CASE("loops have items and a place for them") {
  PipelineSpec spec = sound();
  iterator_of(root_task(spec, "loop")).items->kind = ParameterIteratorSpec::ItemsSpec::InputParameter{"none"};
  CHECK(only(spec) == "MLP0908 the loop task `loop` of the pipeline goes over `none`, which is no input of it");
  spec = sound();
  iterator_of(root_task(spec, "loop")).items->kind = ParameterIteratorSpec::ItemsSpec::Raw{"{}"};
  CHECK(only(spec) == "MLP0908 the items of the loop task `loop` of the pipeline are no JSON array");
  iterator_of(root_task(spec, "loop")).items->kind = ParameterIteratorSpec::ItemsSpec::Raw{"[1, 2]"};
  CHECK(only(spec) == "");
  iterator_of(root_task(spec, "loop")).items.reset();
  CHECK(only(spec) == "MLP0908 the loop task `loop` of the pipeline goes over ``, which is no input of it");
  spec = sound();
  ArtifactIteratorSpec artifacts;
  artifacts.items.emplace().input_artifact = "data";
  artifacts.item_input = "list";
  root_task(spec, "loop").iterator = Box(artifacts);
  root_task(spec, "loop").inputs->parameters["item"].kind = ValueOrRuntimeParameter{Json(1)};
  CHECK(only(spec) ==
        "MLP0908 the loop task `loop` of the pipeline gives its items as `list`, which its component does not declare");
}

TEST_CASE("one container with two interfaces is found: the backend would confuse them") {
  PipelineSpec spec = sound();
  spec.deployment_spec->executors["exec-train"] = spec.deployment_spec->executors["exec-make"];
  CHECK(only(spec) ==
        "MLP0909 components `comp-make` and `comp-train` run the same container and differ in their inputs or outputs, "
        "and "
        "the backend keeps only those of one of them");
  spec.components["comp-again"] = spec.components["comp-make"];
  CHECK(check_references(spec).size() == 1);  // the same interface is no fault
}

TEST_CASE("one body for two loops is found") {
  PipelineSpec spec = sound();
  root_task(spec, "loop-2") = root_task(spec, "loop");
  CHECK(only(spec) == "MLP0910 component `comp-loop` is the body of 2 loops, and the backend takes one");
}

TEST_CASE("names that a backend does not take are found") {
  const auto renamed = [](const std::string& name) {
    PipelineSpec spec = sound();
    spec.pipeline_info->name = name;
    return only(spec);
  };
  CHECK(renamed("0-ok") == "");
  CHECK(renamed(std::string(128, 'a')) == "");
  for (const char* name : {"", "-a", "Aa", "a_b", "a b", "a/b", "\xC3\xA9"}) {
    CHECK(renamed(name) == std::string("MLP0911 the backend does not take `") + name + "` as the name of a pipeline");
  }
  CHECK(renamed(std::string(129, 'a')).starts_with("MLP0911 "));

  PipelineSpec spec = sound();
  for (const char* name : {"2d", "a_b", "a.b"}) root_task(spec, name) = task_of("comp-make");
  CHECK(only(spec) ==
        "MLP0911 the backend does not take `2d` as the name of a task\n"
        "MLP0911 the backend does not take `a.b` as the name of a task\n"
        "MLP0911 the backend does not take `a_b` as the name of a task");
  spec = sound();
  root_task(spec, "make-driver") = task_of("comp-make");
  CHECK(only(spec) == "MLP0911 the backend makes a step `make-driver` of its own, beside the task `make`");
  spec = sound();
  for (const char* name : {"root", "system-x", "a b"}) spec.components[name] = spec.components["comp-make"];
  CHECK(check_references(spec).size() == 3);
  spec = sound();
  const std::string long_name(115, 'l');
  spec.components[long_name] = spec.components["comp-loop"];
  root_task(spec, "loop").component_ref->name = long_name;
  CHECK(only(spec).starts_with("MLP0911 the names of the loop task `loop` of the pipeline and its component `lll"));
}

TEST_CASE("what every spec has is missed") {
  PipelineSpec spec = sound();
  spec.schema_version = "2.0.0";
  CHECK(only(spec) == "MLP0912 the schema version is `2.0.0`, not `2.1.0`");
  spec = sound();
  spec.root->implementation = std::monostate();
  CHECK(only(spec).starts_with("MLP0912 the root of the pipeline is no DAG"));
  spec.root.reset();
  CHECK(only(spec) == "MLP0912 the pipeline has no root");
  spec = sound();
  spec.components["comp-x"];
  CHECK(only(spec) == "MLP0912 component `comp-x` has neither a DAG nor an executor");
  CHECK(check_references(PipelineSpec{}).size() == 3);
}

TEST_CASE("inputs that nothing feeds are found") {
  PipelineSpec spec = sound();
  loop_task(spec).inputs->parameters.erase("rate");
  loop_task(spec).trigger_policy.reset();
  CHECK(only(spec) ==
        "MLP0913 task `train` of component `comp-loop` is not given the input `rate`, which its component `comp-train` "
        "requires");
  spec = sound();
  loop_task(spec).inputs->artifacts["data"].kind = std::monostate();
  CHECK(only(spec) == "MLP0913 input `data` of task `train` of component `comp-loop` has no value");
  spec = sound();
  loop_task(spec).inputs->parameters["rate"].kind = std::monostate();
  CHECK(only(spec) == "MLP0913 input `rate` of task `train` of component `comp-loop` has no value");
}

TEST_CASE("outputs that nothing feeds are found") {
  PipelineSpec spec = sound();
  dag_of(*spec.root).outputs->parameters.clear();
  CHECK(only(spec) == "MLP0914 no task feeds output `list` of the pipeline");
  spec = sound();
  dag_of(*spec.root).outputs->parameters["list"].kind = std::monostate();
  CHECK(only(spec) == "MLP0914 no task feeds output `list` of the pipeline");
  spec = sound();
  dag_of(*spec.root).outputs->artifacts["models"].artifact_selectors.clear();
  CHECK(only(spec) == "MLP0914 no task feeds output `models` of the pipeline");
}

TEST_CASE("a chain of 100,000 tasks is checked without deep recursion and in little time") {
  PipelineSpec spec = sound();
  add_executor(spec, "step");
  spec.components["comp-step"].output_definitions.emplace().parameters["y"];
  spec.components["comp-step"].input_definitions.emplace().parameters["x"];
  std::string before = "make";
  for (int i = 0; i < 100'000; ++i) {
    const std::string name = "step-" + std::to_string(i);
    PipelineTaskSpec task = task_of("comp-step");
    task.inputs->parameters["x"].kind = Parameter::TaskOutputParameterSpec{before, i == 0 ? "list" : "y"};
    task.dependent_tasks = {before};
    dag_of(*spec.root).tasks[name] = std::move(task);
    before = name;
  }
  const std::clock_t start = std::clock();  // of this process: others may keep the machine busy
  CHECK(only(spec) == "");
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(took < 5);  // about 0.1 s; a square of that would be hours
  root_task(spec, "make").dependent_tasks = {before};
  const std::string message = only(spec);
  CHECK(message.starts_with("MLP0907 in the pipeline, `make` waits for `step-99999` waits for "));
  CHECK(message.ends_with(" waits for (99993 more) waits for `make`"));
}
