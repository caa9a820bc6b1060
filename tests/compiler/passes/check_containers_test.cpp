#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

// One task of a container.
Diagnostics of_container(Container container, std::vector<InputDefinition> inputs = {},
                         std::vector<OutputDefinition> outputs = {}) {
  GraphBuilder b("p", {in("u")});
  const auto c = b.container("c", inputs, std::move(outputs), std::move(container), line(3));
  GraphBuilder::Arguments arguments;
  for (const InputDefinition& input : inputs) {
    if (!input.optional && !input.type.is_artifact()) arguments.emplace_back(input.name, value(b.input()));
  }
  const auto make = b.container("make", {}, {out("d", dataset)});
  for (const InputDefinition& input : inputs) {
    if (input.type.is_artifact()) arguments.emplace_back(input.name, value(b.output(b.add(make))));
  }
  b.add(c, std::move(arguments));
  return diagnose(b.graph);
}

}  // namespace

TEST_CASE("containers") {
  const auto of_segment = [](Segment segment, std::vector<InputDefinition> inputs = {},
                             std::vector<OutputDefinition> outputs = {}) {
    return of_container(running({word(std::move(segment))}), std::move(inputs), std::move(outputs));
  };
  CHECK(lines_of(the_only(of_container({{}, {word("run")}, {}, {}}), Code::bad_image, "component `c`: it has no image",
                          "python")) == Lines{3});
  the_only(of_container({{literal("a:"), part(SegmentKind::input_value, "v")}, {word("run")}, {}, {}}, {in("v")}),
           Code::bad_image, "component `c`: its image mixes text and placeholders, which backends do not replace there",
           "one input");
  the_only(of_container({{literal("img")}, {}, {word("run")}, {}}), Code::no_command,
           "component `c`: it has no command, and its first argument is started as the program", "entry point");
  the_only(of_container({{literal("img")}, {word(part(SegmentKind::output_path, "o"))}, {}, {}}, {}, {out("o")}),
           Code::placeholder_as_program,
           "component `c`: the program to start is a path of `o`, which the backend does not replace there", "shell");
  the_only(of_segment(part(SegmentKind::input_value, "nope")), Code::unknown_placeholder,
           "component `c`: a placeholder names `nope`, which is no input", "inputs");
  the_only(of_segment(part(SegmentKind::input_path, "x"), {in("x")}), Code::wrong_placeholder,
           "component `c`: input `x` is string, and has no path, URI or metadata", "value");
  the_only(of_segment(part(SegmentKind::input_value, "d"), {in("d", dataset)}), Code::wrong_placeholder,
           "component `c`: input `d` is system.Dataset, and has no value to stand in text", "path()");
  the_only(of_segment(part(SegmentKind::output_uri, "o"), {}, {out("o")}), Code::wrong_placeholder,
           "component `c`: output `o` is string, and has no URI or metadata", "path()");
  the_only(of_segment(part(SegmentKind::input_value, "m"), {maybe("m")}), Code::absent_placeholder,
           "component `c`: input `m` may be absent, and then the step fails on its placeholder", "if_present");
  the_only(of_segment(part(SegmentKind::executor_output)), Code::unreplaced_placeholder,
           "component `c`: Kubeflow Pipelines does not replace the path of the executor output", "JSON");
  const auto m = word(part(SegmentKind::input_value, "m"));
  CHECK(of_container(running({if_present("m", {word("--m"), m})}), {maybe("m")}).empty());
  the_only(of_container(running({if_present("x", {word("--x")})}), {in("x")}), Code::bad_if_present,
           "component `c`: `if_present` asks for input `x`, which is required", "optional");
  the_only(of_container(running({if_present("m", {if_present("m", {m})})}), {maybe("m")}), Code::bad_if_present,
           "component `c`: an `if_present` holds another; the backend fails on it", "one after the other");
  the_only(
      of_container(running({if_present("m", {word(part(SegmentKind::output_path, "o"))})}), {maybe("m")}, {out("o")}),
      Code::bad_if_present,
      "component `c`: an `if_present` holds a path of output `o`; the backend then leaves all of it as it is",
      "always");
  Container env = running({});
  env.env = {{"A", {part(SegmentKind::input_value, "x")}}};
  the_only(of_container(env, {in("x")}), Code::placeholder_in_env,
           "component `c`: environment variable `A` holds a placeholder, which no backend replaces there", "argument");
}

TEST_CASE("native components without an image are warned of once") {
  GraphBuilder b;
  b.add(b.native("a", {}, {}, line(2)));
  b.add(b.native("b"));
  CompileResult result = compile_graph(b.graph, {.program = "prog"});
  REQUIRE(result.documents);
  CHECK(lines_of(the_only(result.diagnostics, Code::native_image_assumed,
                          "no image is known for native component `a`; `prog:latest` is assumed", "--image")) ==
        Lines{2});
  CHECK(container_at(result.documents->pipeline, "b").image == "prog:latest");
}
