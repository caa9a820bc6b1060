#include "load/compiled_component.hpp"

#include "diagnosing.hpp"
#include "words_of.hpp"

using namespace mlpipe;

namespace {

constexpr const char* head = R"(# PIPELINE DEFINITION
# Name: resize
# Description: Scales every image
#              of a dataset
# Inputs:
#    width: int
)";

/// A compiled component with the definitions of its interface and what more its container has.
std::string compiled(const std::string& definitions, const std::string& container = "") {
  return R"(pipelineInfo: {name: resize}
schemaVersion: 2.1.0
components:
  comp-resize: {executorLabel: exec-resize, )" +
         definitions + R"(}
root: {dag: {tasks: {resize: {componentRef: {name: comp-resize}}}}}
deploymentSpec:
  executors:
    exec-resize:
      container: {image: a, command: [x])" +
         container + "}\n";
}

std::string with_parameter(const std::string& parameter) {
  return compiled("inputDefinitions: {parameters: {x: {" + parameter + "}}}");
}
std::string with_artifact(const std::string& artifact) {
  return compiled("inputDefinitions: {artifacts: {x: {" + artifact + "}}}");
}

std::string pipeline(const std::string& tasks, const std::string& executor = "") {
  return "pipelineInfo: {name: p}\nroot: {dag: {tasks: {" + tasks + "}}}\ndeploymentSpec: {executors: {" + executor +
         "}}\n";
}

}  // namespace

TEST_CASE("a compiled component becomes a component") {
  const DynamicComponent component = loaded(std::string(head) + R"(
pipelineInfo:
  name: resize
sdkVersion: kfp-2.17.0
schemaVersion: 2.1.0
components:
  comp-resize:
    executorLabel: exec-resize
    inputDefinitions:
      artifacts:
        images:
          artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}
          description: What to scale
        masks:
          artifactType: {schemaTitle: google.UnmanagedContainerModel, schemaVersion: 0.0.1}
          isArtifactList: true
          isOptional: true
      parameters:
        filter: {parameterType: STRING, isOptional: true, literals: [box, cubic]}
        names: {parameterType: LIST, defaultValue: [a, 1.0]}
        scale: {parameterType: NUMBER_DOUBLE, defaultValue: 1e-07, isOptional: true}
        width: {parameterType: NUMBER_INTEGER, defaultValue: 224.0, isOptional: true, description: Pixels}
    outputDefinitions:
      artifacts:
        resized: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}, description: Smaller}
      parameters:
        count: {parameterType: NUMBER_INTEGER}
deploymentSpec:
  executors:
    exec-resize:
      container:
        image: ghcr.io/acme/resize:1.4
        command: [resize]
        args:
        - '--width={{$.inputs.parameters[''width'']}}'
        - '{"IfPresent": {"InputName": "filter", "Then": ["--filter", "{{$.inputs.parameters[''filter'']}}"]}}'
        - '{"Concat": ["gs://", "{{$.outputs.artifacts[''resized''].path}}"]}'
        - '{{$.pipeline_job_name}}'
        env:
        - {name: MODE, value: fast}
        - {name: EMPTY}
root:
  dag: {tasks: {resize: {componentRef: {name: comp-resize}, cachingOptions: {enableCache: true}}}}
  inputDefinitions: {parameters: {}}
)");
  CHECK(component.name == "resize");
  CHECK(component.description == "Scales every image\nof a dataset");
  REQUIRE(component.inputs.size() == 6);
  const auto input = [&](const std::string& name) {
    for (const DynamicInput& candidate : component.inputs) {
      if (candidate.name == name) return candidate;
    }
    throw std::runtime_error(name);
  };
  CHECK(input("images").type == Type::artifact("system.Dataset"));
  CHECK(input("images").options.description == "What to scale");
  CHECK_FALSE(input("images").options.optional);
  CHECK(input("masks").type == Type::artifact_list("google.UnmanagedContainerModel"));
  CHECK(input("masks").options.optional);
  CHECK(input("filter").options.literals == std::vector<Json>{"box", "cubic"});
  CHECK(input("names").options.default_value == Json::array({"a", 1}));
  CHECK(input("names").options.optional);
  CHECK(input("scale").options.default_value == Json(1e-07));
  CHECK(input("width").options.default_value->is_integer());
  CHECK(input("width").options.description == "Pixels");
  REQUIRE(component.outputs.size() == 2);
  CHECK(component.outputs[0].type == Type(Type::integer));
  CHECK(component.outputs[1].description == "Smaller");

  const auto container = container_of(component);
  CHECK(container.image == "ghcr.io/acme/resize:1.4");
  CHECK(container.args ==
        std::vector<std::string>{
            "--width={{$.inputs.parameters['width']}}",
            R"({"IfPresent": {"InputName": "filter", "Then": ["--filter", "{{$.inputs.parameters['filter']}}"]}})",
            "gs://{{$.outputs.artifacts['resized'].path}}", "{{$.inputs.parameters['run--job-name']}}"});
  REQUIRE(container.env.size() == 2);
  CHECK(container.env[0].name == "MODE");
  CHECK(container.env[0].value == "fast");
  CHECK(container.env[1].value.empty());
}

TEST_CASE("JSON is read as well, and an interface that only the root has") {
  const DynamicComponent component = loaded(R"({
	"pipelineInfo": {"name": "Say_It"},
	"root": {"inputDefinitions": {"parameters": {"text": {"parameterType": "STRING"}}},
	         "dag": {"tasks": {"say-it": {"componentRef": {"name": "comp-say-it"}}}}},
	"deploymentSpec": {"executors": {"exec-say-it": {"container": {"image": "a", "command": ["\u2192\/"]}}}}
})");
  CHECK(component.name == "say-it");
  CHECK(component.inputs.size() == 1);
  CHECK(component.description.empty());
  CHECK(container_of(component).command[0] == "→/");
}

TEST_CASE("what the backend fills may be left out") {
  for (const auto& [name, type] :
       {std::pair("TASK_FINAL_STATUS", Type::task_final_status), std::pair("TASK_CONFIG", Type::task_config)}) {
    const DynamicInput input = loaded(with_parameter(std::string("parameterType: ") + name)).inputs[0];
    CHECK(input.type == Type(type));
    CHECK(input.options.optional);
  }
}

TEST_CASE("what is more or other than one container is refused by name") {
  CHECK(diagnosed(pipeline("a: {}, b: {}"), Code::not_one_container, 2, 21).message ==
        "`p` is a pipeline of 2 tasks, not one container");
  CHECK(diagnosed(pipeline("a: {componentRef: {name: comp-other}}"), Code::not_one_container, 2, 47).message ==
        "`p` is a pipeline around `comp-other`, not one container");
  CHECK(diagnosed(pipeline(""), Code::not_one_container, 1, 1).message ==
        "`p` has no executor `exec-p`, not one container");
  CHECK(diagnosed(pipeline("p: {}", "exec-p: {importer: {}}"), Code::not_one_container, 3, 38).message ==
        "`p` is of kind `importer`, not one container");
  CHECK(diagnosed(pipeline("p: {}", "exec-p: {resolver: {}}"), Code::not_one_container, 3, 38).message ==
        "`p` is of kind `resolver`, not one container");
}

TEST_CASE("types that there are not are refused") {
  CHECK(diagnosed(with_parameter("type: STRING"), Code::bad_type, 4, 80).message ==
        "input `x` has a `type` of schema 2.0.0, and no `parameterType`");
  diagnosed(with_parameter("parameterType: TEXT"), Code::bad_type, 4, 96);
  diagnosed(with_parameter("description: a"), Code::missing_field, 4, 80);
  diagnosed(with_artifact("isOptional: true"), Code::missing_field, 4, 79);
  diagnosed(with_artifact("artifactType: {instanceSchema: 'title: a'}"), Code::bad_type, 4, 94);
  diagnosed(with_artifact("artifactType: {schemaTitle: system.Model}"), Code::missing_field, 4, 94);
  for (const char* type :
       {"{schemaTitle: acme.Model, schemaVersion: 0.0.1}", "{schemaTitle: system.a.b, schemaVersion: 0.0.1}",
        "{schemaTitle: system.Model, schemaVersion: '1'}"})
    diagnosed(with_artifact(std::string("artifactType: ") + type), Code::bad_type, 4, 94);
}

TEST_CASE("fields of another kind are refused") {
  diagnosed(compiled("inputDefinitions: []"), Code::wrong_field, 4, 63);
  diagnosed(compiled("inputDefinitions: {parameters: {x: STRING}}"), Code::wrong_field, 4, 80);
  diagnosed(with_parameter("parameterType: STRING, isOptional: 1"), Code::wrong_field, 4, 116);
  diagnosed(compiled("", ", args: [1]"), Code::wrong_field, 9, 50);
  diagnosed(compiled("", ", args: a"), Code::wrong_field, 9, 49);
  diagnosed(compiled("", ", env: {A: b}"), Code::wrong_field, 9, 48);
  diagnosed(compiled("", ", env: [{value: b}]"), Code::missing_field, 9, 49);
  diagnosed("pipelineInfo: {}\nroot: {}", Code::missing_field, 1, 15);
  diagnosed("pipelineInfo: a\nroot: {}", Code::wrong_field, 1, 15);
  diagnosed(pipeline("p: {}", "exec-p: {container: {command: [x]}}"), Code::missing_field, 3, 50);
  diagnosed(pipeline("p: {}", "exec-p: {}"), Code::missing_field, 3, 38);
}

TEST_CASE("what a compiled component hands on of its tasks' configuration") {
  const std::string passed = "taskConfigPassthroughs: [{field: RESOURCES}, {applyToTask: true, field: ENV}]";
  const DynamicComponent component = loaded(compiled(passed));
  CHECK(component.task_config == TaskConfigPassthroughs{{TaskConfigField::resources}, {TaskConfigField::env, true}});
  diagnosed(compiled("taskConfigPassthroughs: {field: ENV}"), Code::wrong_field, 4, 69);
  diagnosed(compiled("taskConfigPassthroughs: [{}]"), Code::missing_field, 4, 70);
  diagnosed(compiled("taskConfigPassthroughs: [{field: ENVIRONMENT}]"), Code::wrong_field, 4, 78);
  diagnosed(compiled("taskConfigPassthroughs: [{field: ENV, to: 1}]"), Code::unknown_field, 4, 83);
}

TEST_CASE("what a DynamicComponent does not carry is left out, with a warning") {
  CHECK(diagnosed(compiled("", ", resources: {cpuLimit: 1.0}"), Code::field_left_out, 9, 54).message ==
        "`resources` of the container is left out");
  diagnosed(compiled("", ", lifecycle: {preCacheCheck: {}}"), Code::field_left_out, 9, 54);
  CHECK(diagnosed(with_parameter("parameterType: LIST, defaultValue: abc"), Code::default_left_out, 4, 116).message ==
        "the default of input `x` is left out: the text `abc` is no list");
  CHECK(diagnosed(compiled("") + "---\nplatforms:\n  kubernetes:\n    deploymentSpec:\n      executors:\n"
                                 "        exec-other: {}\n        exec-resize: {podMetadata: {}}\n",
                  Code::field_left_out, 16, 22)
            .message == "what platform `kubernetes` is told of `resize` is left out");
}
