#include "load/v1_component.hpp"

#include "diagnosing.hpp"
#include "words_of.hpp"

using namespace mlpipe;

namespace {

/// A component with a word or two of arguments; line 14 is theirs.
std::string with_args(const std::string& args) {
  return R"(name: Words
inputs:
- {name: Text, type: String}
- {name: note, type: String, optional: true}
- {name: other, type: String, default: x}
- {name: My Data, type: Dataset}
outputs:
- {name: Count It, type: Integer}
- {name: model, type: Model}
implementation:
  container:
    image: acme/words:1
    command: [words]
    args: )" +
         args + "\n";
}

std::vector<std::string> args_of(const std::string& args) { return container_of(loaded(with_args(args))).args; }

void check_arg(const std::string& arg, const std::string& expected) {
  INFO(arg);
  CHECK(args_of("[" + arg + "]") == std::vector<std::string>{expected});
}

Diagnostic bad_args(const std::string& args, Code code, std::uint32_t column) {
  return diagnosed(with_args(args), code, 14, column);
}

/// A component with one field more of its container; line 5 is that.
std::string with_container(const std::string& field) {
  return "name: C\noutputs: [{name: o, type: Model}]\nimplementation:\n  container:\n    " + field +
         "\n    image: a\n    command: [x]\n";
}

std::string with_input(const std::string& input) {
  return "name: I\ninputs:\n- " + input + "\nimplementation: {container: {image: a, command: [x]}}\n";
}

std::string with_output(const std::string& output) {
  return "name: O\noutputs:\n- " + output + "\nimplementation: {container: {image: a, command: [x]}}\n";
}

}  // namespace

TEST_CASE("a component.yaml becomes a component") {
  const DynamicComponent component = loaded(R"(
name: Resize Images (v2)
description: |
  Scales every image
  of a dataset
metadata:
  annotations: {author: someone, "sdk": "1"}
  labels: {kind: vision}
inputs:
- name: Input Images
  type: Dataset
  description: What to scale
- {name: Width, type: Integer, default: "224", annotations: {unit: pixels}}
- {name: Filter, type: String, optional: true}
- {name: Extra}
outputs:
- {name: Resized Images, type: Dataset, description: The small ones}
- {name: count, type: Integer}
implementation:
  container:
    image: ghcr.io/acme/resize:1.4
    command: [resize, --verbose]
    args: [--width, {inputValue: Width}]
    env: {OMP_NUM_THREADS: "4", MODE: "{{mode}}"}
version: google.com/cloud/pipelines/component/v1
)");
  CHECK(component.name == "resize-images-v2");
  CHECK(component.description == "Scales every image\nof a dataset\n");
  REQUIRE(component.inputs.size() == 4);
  CHECK(component.inputs[0].name == "input_images");
  CHECK(component.inputs[0].type == Type::artifact("system.Dataset"));
  CHECK(component.inputs[0].options.description == "What to scale");
  CHECK_FALSE(component.inputs[0].options.optional);
  CHECK(component.inputs[1].options.default_value == Json(224));
  CHECK(component.inputs[1].options.optional);
  CHECK(component.inputs[2].options.optional);
  CHECK_FALSE(component.inputs[2].options.default_value);
  CHECK(component.inputs[3].type == Type::artifact("system.Artifact"));
  REQUIRE(component.outputs.size() == 2);
  CHECK(component.outputs[0].name == "resized_images");
  CHECK(component.outputs[0].description == "The small ones");
  CHECK(component.outputs[1].type == Type(Type::integer));
  REQUIRE(component.container.env.size() == 2);
  CHECK(component.container.env[0].name == "OMP_NUM_THREADS");
  const auto container = container_of(component);
  CHECK(container.image == "ghcr.io/acme/resize:1.4");
  CHECK(container.command == std::vector<std::string>{"resize", "--verbose"});
  CHECK(container.args == std::vector<std::string>{"--width", "{{$.inputs.parameters['width']}}"});
}

TEST_CASE("what looks like a placeholder in the environment stays text, which the compiler then refuses") {
  const DynamicComponent component = loaded(
      "implementation: {container: {image: a, command: [x], env: {MODE: \"{{$.inputs.parameters['width']}}\"}}}");
  REQUIRE(component.container.env.size() == 1);
  REQUIRE(component.container.env[0].value.segments().size() == 1);
  CHECK(component.container.env[0].value.segments()[0].kind == ir::SegmentKind::literal);  // nothing replaces it there
}

TEST_CASE("a component may leave out nearly all") {
  const DynamicComponent component = loaded("implementation: {container: {image: a, command: [x], args: , env: }}");
  CHECK(component.name == "name");
  CHECK(component.inputs.empty());
  CHECK(component.container.args.empty());
}

TEST_CASE("the image may be an input") {
  CHECK(container_of(loaded("inputs: [{name: i, type: String}]\nimplementation: {container: {image: "
                            "\"{{$.inputs.parameters['i']}}\", command: [x]}}"))
            .image == "{{$.inputs.parameters['i']}}");
}

TEST_CASE("placeholders become those of the spec") {
  check_arg("--flag", "--flag");
  check_arg("{inputValue: Text}", "{{$.inputs.parameters['text']}}");
  check_arg("{inputPath: My Data}", "{{$.inputs.artifacts['my_data'].path}}");
  check_arg("{inputUri: My Data}", "{{$.inputs.artifacts['my_data'].uri}}");
  check_arg("{outputPath: Count It}", "{{$.outputs.parameters['count_it'].output_file}}");
  check_arg("{outputPath: model}", "{{$.outputs.artifacts['model'].path}}");
  check_arg("{outputUri: model}", "{{$.outputs.artifacts['model'].uri}}");
  check_arg("{executorInput: }", "{{$}}");
  check_arg("{executorInput: null}", "{{$}}");
  check_arg("\"a-{{$.inputs.parameters['text']}}\"", "a-{{$.inputs.parameters['text']}}");
  check_arg("{concat: [gs://, {inputValue: Text}, {concat: [/, {inputValue: other}]}]}",
            "gs://{{$.inputs.parameters['text']}}/{{$.inputs.parameters['other']}}");
  check_arg("{concat: []}", "");
}

TEST_CASE("alternatives become those of the spec") {
  check_arg(
      "{if: {cond: {isPresent: note}, then: [--note, {inputValue: note}], else: [--none]}}",
      R"({"IfPresent": {"Else": ["--none"], "InputName": "note", "Then": ["--note", "{{$.inputs.parameters['note']}}"]}})");
  check_arg("{if: {cond: {isPresent: note}, then: --noted}}",
            R"({"IfPresent": {"InputName": "note", "Then": ["--noted"]}})");
  check_arg("{if: {cond: {isPresent: note}, then: a, else: {inputValue: Text}}}",
            R"({"IfPresent": {"Else": ["{{$.inputs.parameters['text']}}"], "InputName": "note", "Then": ["a"]}})");
  check_arg("{if: {cond: {isPresent: note}, then: a, else: ''}}",
            R"({"IfPresent": {"InputName": "note", "Then": ["a"]}})");
  check_arg("{if: {cond: {isPresent: note}, then: a, else: }}",
            R"({"IfPresent": {"InputName": "note", "Then": ["a"]}})");
  check_arg("{concat: [a, {if: {cond: {isPresent: note}, then: {inputValue: note}}}, z]}",
            R"({"IfPresent": {"Else": ["az"], "InputName": "note", "Then": ["a{{$.inputs.parameters['note']}}z"]}})");
}

TEST_CASE("placeholders that name nothing, or the wrong thing, are refused") {
  CHECK(bad_args("[{inputValue: text}]", Code::unknown_placeholder, 25).message ==
        "`inputValue` names `text`, which is no input");  // the file's own name, not the sanitised one
  bad_args("[{inputPath: nope}]", Code::unknown_placeholder, 24);
  bad_args("[{inputUri: model}]", Code::unknown_placeholder, 23);
  bad_args("[{outputPath: My Data}]", Code::unknown_placeholder, 25);
  bad_args("[{outputUri: nope}]", Code::unknown_placeholder, 24);
  bad_args("[{if: {cond: {isPresent: nope}, then: a}}]", Code::unknown_placeholder, 36);

  CHECK(bad_args("[{inputValue: My Data}]", Code::wrong_placeholder, 25).message ==
        "input `My Data` is system.Dataset, which `inputValue` does not give");
  bad_args("[{inputPath: Text}]", Code::wrong_placeholder, 24);
  bad_args("[{inputUri: Text}]", Code::wrong_placeholder, 23);
  CHECK(bad_args("[{outputUri: Count It}]", Code::wrong_placeholder, 24).message ==
        "output `Count It` is int, which has no URI");
}

TEST_CASE("words that are no words are refused") {
  CHECK(bad_args("[1]", Code::wrong_field, 12).hint == "put it in quotes: `\"1\"`");
  bad_args("[true]", Code::wrong_field, 12);
  bad_args("[2024-01-31]", Code::wrong_field, 12);
  bad_args("[[a]]", Code::wrong_field, 12);
  bad_args("[{}]", Code::wrong_field, 12);
  bad_args("[{inputValue: Text, inputPath: Text}]", Code::wrong_field, 12);
  bad_args("[{inputValue: 5}]", Code::wrong_field, 25);
  bad_args("[{executorInput: Text}]", Code::wrong_field, 28);
  bad_args("[{concat: ab}]", Code::wrong_field, 21);
  bad_args("abc", Code::wrong_field, 11);
  bad_args("[{if: abc}]", Code::wrong_field, 17);

  CHECK(bad_args("[{outputMetadata: }]", Code::unsupported_placeholder, 13).message ==
        "there is no placeholder `outputMetadata`");
  bad_args("[{inputMetadata: Text}]", Code::unsupported_placeholder, 13);
  bad_args("[{isPresent: note}]", Code::unsupported_placeholder, 13);
  bad_args("[{if: {cond: true, then: a}}]", Code::unsupported_placeholder, 24);
  bad_args("[{if: {cond: {inputValue: note}, then: a}}]", Code::unsupported_placeholder, 24);
  bad_args("[{if: {then: a}}]", Code::missing_field, 17);
  bad_args("[{if: {cond: {isPresent: note}}}]", Code::missing_field, 17);
  bad_args("[{if: {cond: {isPresent: note}, then: a, otherwise: b}}]", Code::unknown_field, 52);
}

TEST_CASE("a concat holds single words only, and few questions") {
  bad_args("[{concat: [{if: {cond: {isPresent: note}, then: [a]}}]}]", Code::bad_if_present, 22);
  bad_args("[{concat: [{if: {cond: {isPresent: note}, then: a, else: {if: {cond: {isPresent: note}, then: [a]}}}}]}]",
           Code::bad_if_present, 22);
  std::string inputs, items;
  for (const char* name : {"a", "b", "c", "d"}) {
    inputs += std::string("- {name: ") + name + ", type: String, optional: true}\n";
    items += std::string("{if: {cond: {isPresent: ") + name + "}, then: x}}, ";
  }
  diagnosed("inputs:\n" + inputs + "implementation: {container: {image: a, args: [{concat: [" + items + "]}]}}",
            Code::bad_if_present, 6, 56);
}

TEST_CASE("inputs and outputs are read strictly") {
  diagnosed(with_input("{type: String, description: x}"), Code::missing_field, 3, 3);
  diagnosed(with_input("{name: 5}"), Code::wrong_field, 3, 10);
  diagnosed(with_input("x"), Code::wrong_field, 3, 3);
  CHECK(diagnosed(with_input("{name: x, typ: String}"), Code::unknown_field, 3, 13).hint ==
        "it may have `name`, `type`, `description`, `default`, `optional`, `annotations`");
  diagnosed(with_input("{name: x, type: 5}"), Code::wrong_field, 3, 19);
  diagnosed(with_input("{name: x, type: [String]}"), Code::wrong_field, 3, 19);
  diagnosed(with_input("{name: x, optional: 'yes'}"), Code::wrong_field, 3, 23);
  diagnosed(with_input("{name: x, description: 3}"), Code::wrong_field, 3, 26);
  diagnosed(with_input("{name: x, annotations: a}"), Code::wrong_field, 3, 26);
  diagnosed(with_input("{name: 3x}"), Code::bad_interface_name, 3, 3);
  diagnosed(with_input("{name: '!'}"), Code::bad_interface_name, 3, 3);
  diagnosed(with_output("{name: x, default: 1}"), Code::unknown_field, 3, 13);
  diagnosed(with_output("{name: 3x}"), Code::bad_interface_name, 3, 3);

  const Diagnostic clash =
      diagnosed(with_input("{name: My Data}\n- {name: my-data}"), Code::interface_name_clash, 4, 3);
  CHECK(clash.message == "input `my-data` gets the name `my_data`, which another has");
  REQUIRE(clash.labels.size() == 1);
  CHECK(clash.labels[0].line == 3);
  diagnosed(with_output("{name: o}\n- {name: o}"), Code::interface_name_clash, 4, 3);
  CHECK(loaded("inputs: [{name: x}]\noutputs: [{name: x}]\nimplementation: {container: {image: a, command: [x]}}")
            .outputs.size() == 1);
}

TEST_CASE("types of mappings and of final statuses") {
  CHECK(loaded(with_input("{name: x, type: {JsonObject: {a: b}}}")).inputs[0].type ==
        Type::artifact("system.Artifact"));
  const DynamicComponent component = loaded(with_input("{name: x, type: PipelineTaskFinalStatus}"));
  CHECK(component.inputs[0].type == Type(Type::task_final_status));
  CHECK(component.inputs[0].options.optional);
  CHECK(loaded(with_output("{name: x, type: PipelineTaskFinalStatus}")).outputs[0].type ==
        Type::artifact("system.Artifact"));
}

TEST_CASE("the container and what is around it are read strictly") {
  diagnosed(with_container("env: {A: 1}"), Code::wrong_field, 5, 14);
  diagnosed(with_container("env: {A: {inputValue: x}}"), Code::wrong_field, 5, 14);
  diagnosed(with_container("env: {1: a}"), Code::wrong_field, 5, 11);
  diagnosed(with_container("env: [a]"), Code::wrong_field, 5, 10);
  diagnosed(with_container("commands: [a]"), Code::unknown_field, 5, 5);
  diagnosed(with_container("fileOutputs: {nope: /x}"), Code::unknown_placeholder, 5, 19);
  CHECK(diagnosed(with_container("fileOutputs: {o: /x}"), Code::field_left_out, 5, 19).message ==
        "nothing takes output `o` from `/x`: `fileOutputs` is of KFP 1");

  diagnosed("name: A\nimplementation: {container: {command: [x]}}", Code::missing_field, 2, 29);
  diagnosed("name: A\nimplementation: {container: {image: 5}}", Code::wrong_field, 2, 37);
  diagnosed("name: A\nimplementation: {container: a}", Code::wrong_field, 2, 29);
  diagnosed("name: A\nimplementation: {}", Code::missing_field, 2, 17);
  diagnosed("name: A\nimplementation: a", Code::wrong_field, 2, 17);
  diagnosed("name: A\nimplementation: {container: {image: a}, more: b}", Code::unknown_field, 2, 41);
  diagnosed("name: 5\nimplementation: {container: {image: a}}", Code::wrong_field, 1, 7);
  diagnosed("name: '!'\nimplementation: {container: {image: a}}", Code::bad_component_name, 1, 7);
  diagnosed("inputs: {}\nimplementation: {container: {image: a}}", Code::wrong_field, 1, 9);
  diagnosed("metadata: {annotations: {a: 1}}\nimplementation: {container: {image: a}}", Code::wrong_field, 1, 29);
  diagnosed("metadata: {more: {}}\nimplementation: {container: {image: a}}", Code::unknown_field, 1, 12);
}

TEST_CASE("a graph is no container") {
  CHECK(diagnosed("name: A\nimplementation:\n  graph:\n    tasks: {a: {}, b: {}}", Code::not_one_container, 4, 5)
            .message == "the component is a graph of 2 tasks, not a container");
}

TEST_CASE("all that is wrong is reported at once") {
  const LoadResult result = try_load_component_from_text(
      "name: A\ninputs: [{nam: x}, {name: y, type: Integer, default: z}]\n"
      "implementation: {container: {image: a, args: [{inputValue: q}, 3]}}\n");
  std::vector<Code> codes;
  for (const Diagnostic& diagnostic : result.diagnostics()) codes.push_back(diagnostic.code);
  CHECK(codes == std::vector<Code>{Code::missing_field, Code::unknown_field, Code::bad_default,
                                   Code::unknown_placeholder, Code::wrong_field});
}
