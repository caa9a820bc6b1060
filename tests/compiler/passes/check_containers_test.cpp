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
  const auto m = word(part(SegmentKind::input_value, "m"));
  CHECK(of_container(running({if_present("m", {word("--m"), m})}), {maybe("m")}).empty());
  the_only(of_container(running({if_present("x", {word("--x")})}), {in("x")}), Code::bad_if_present,
           "component `c`: `if_present` asks for input `x`, which is required", "optional");
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

TEST_CASE("environment variables that are set twice, or have no name") {
  Container container = running({});
  container.env = {{"A", {literal("1")}}, {"A", {literal("2")}}};
  the_only(of_container(container), Code::variable_set_twice, "component `c`: environment variable `A` is set twice",
           "last");
  container.env = {{"A=B", {literal("1")}}};
  the_only(of_container(container), Code::bad_env_name, "component `c`: `A=B` is no name of an environment variable",
           "digit");
}

TEST_CASE("containers that are too long for a pod") {
  const auto big = [](std::size_t bytes) { return std::string(bytes, 'a'); };
  the_only(of_container(running({word("a"), word(big(200000))})), Code::text_too_long,
           "component `c`: argument 1 has more than 131071 bytes", "artifact");
  the_only(of_container({{literal("img")}, {word("run"), word(big(200000))}, {}, {}}), Code::text_too_long,
           "component `c`: word 1 has more than 131071 bytes", "artifact");
  the_only(of_container(running({word(big(70000)), word(big(70000))})), Code::text_too_long,
           "component `c`: its command, arguments and environment have more than 131071 bytes together", "image");
  Container env = running({});
  env.env = {{"A", {literal(big(131070))}}};
  the_only(of_container(env), Code::text_too_long, "component `c`: environment variable `A` has more than 131071 bytes",
           "image");
  CHECK(of_container(running({word(big(100000))})).empty());
}

TEST_CASE("keys of metadata that end their placeholder") {
  const Diagnostics found =
      of_container(running({word(part(SegmentKind::input_metadata, "d", "a'b"))}), {in("d", dataset)});
  REQUIRE(found.size() == 2);
  CHECK(code_name(found[0].code) == code_name(Code::wrong_placeholder));
  CHECK(found[0].message ==
        "component `c`: the key `a'b` of metadata cannot stand in a placeholder, which `'` and `}}` end");
  CHECK(found[1].code == Code::unreplaced_placeholder);
}

TEST_CASE("lists of artifacts stand as a whole") {
  const Type datasets = Type::artifact_list("system.Dataset");
  const auto of_part = [&](SegmentKind kind, const Type& type, Target target = Target::vertex) {
    GraphBuilder b("p", {in("l", type)});
    const bool is_input = kind <= SegmentKind::input_list;
    std::vector<InputDefinition> inputs;
    if (is_input) inputs.push_back(in("l", type));
    std::vector<OutputDefinition> outputs;
    if (!is_input) outputs.push_back(out("l", type));
    b.add(b.container("c", inputs, outputs, running({word(part(kind, "l"))}), line(3)), {{"l", value(b.input())}});
    return diagnose(b.graph, {.target = target});
  };
  CHECK(of_part(SegmentKind::input_list, datasets).empty());
  the_only(of_part(SegmentKind::input_list, datasets, Target::kfp), Code::unreplaced_placeholder,
           "component `c`: Kubeflow Pipelines does not replace the list of input `l`", "executor input");
  for (const auto kind : {SegmentKind::input_path, SegmentKind::input_uri, SegmentKind::input_value}) {
    the_only(of_part(kind, datasets), Code::wrong_placeholder,
             "component `c`: input `l` is list of system.Dataset, and has no path, URI, metadata or value of its own",
             "as a whole");
  }
  the_only(of_part(SegmentKind::input_list, Type::string), Code::wrong_placeholder,
           "component `c`: input `l` is string, and has no list of artifacts", "value");
  the_only(of_part(SegmentKind::output_list, dataset), Code::wrong_placeholder,
           "component `c`: output `l` is system.Dataset, and has no list of artifacts", "`path()`");
}

TEST_CASE("text of `$.outputs` in an if_present") {
  the_only(of_container(running({if_present("m", {word("see $.outputs")})}), {maybe("m")}), Code::bad_if_present,
           "component `c`: an `if_present` holds the text `$.outputs`; the backend then leaves all of it as it is",
           "outside");
}

TEST_CASE("a placeholder of an optional input is judged by what tasks give") {
  GraphBuilder b("p", {in("u"), maybe("w")});
  const auto c = b.container("c", {maybe("m")}, {}, running({word(part(SegmentKind::input_value, "m"))}), line(3));
  b.add(c, {{"m", value(b.input())}});
  CHECK(diagnose(b.graph).empty());
  b.add(c, {{"m", value(b.input(1))}}, {}, line(5));
  const auto found = the_only(diagnose(b.graph), Code::absent_placeholder,
                              "component `c`: input `m` may be absent, and then the step fails on its placeholder", "");
  CHECK(lines_of(found) == Lines{3, 5});
  CHECK(found.labels[0].text == "task `c` may leave it out");
}

TEST_CASE("a value that may be absent keeps the launcher from replacing paths") {
  const auto of_given = [](bool passed_on, ContainerArgument path, std::vector<InputDefinition> inputs) {
    GraphBuilder b("p", {maybe("f")}, {}, line(1));
    const auto m = word(part(SegmentKind::input_value, "m"));
    const auto c = b.container("c", std::move(inputs), {out("o")},
                               running({if_present("m", {word("--m"), m}), std::move(path)}), line(3));
    GraphBuilder::Arguments arguments;
    if (passed_on) arguments.emplace_back("m", value(b.input()));
    b.add(c, std::move(arguments), {}, line(7));
    return diagnose(b.graph);
  };
  const auto path = word(part(SegmentKind::output_path, "o"));
  CHECK(lines_of(the_only(of_given(true, path, {maybe("m")}), Code::null_keeps_paths,
                          "input `m` of `c` is given input `f`, which may be absent; then Kubeflow Pipelines replaces "
                          "none of the paths in its command and arguments",
                          "a default that stands for absent")) == Lines{7, 1});
  the_only(
      of_given(true, words({literal("--o="), part(SegmentKind::output_path, "o")}), {in_or("m", Type::string, "x")}),
      Code::null_keeps_paths,
      "input `m` of `c` is given input `f`, which may be absent; then Kubeflow Pipelines replaces none of the "
      "paths in its command and arguments",
      "");
  CHECK(of_given(false, path, {maybe("m")}).empty());                                    // left out, it is no null
  CHECK(of_given(true, word("x"), {maybe("m")}).empty());                                // nothing to replace
  CHECK(of_given(true, word(part(SegmentKind::executor_input)), {maybe("m")}).empty());  // is, all the same
}

TEST_CASE("of an absent input beside paths nothing is advised that would not help") {
  GraphBuilder b("p", {maybe("f")});
  const auto bare = running({word(part(SegmentKind::input_value, "m")), word(part(SegmentKind::output_path, "o"))});
  b.add(b.container("c", {maybe("m")}, {out("o")}, bare), {{"m", value(b.input())}});
  const Diagnostics diagnostics = diagnose(b.graph);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.front().code == Code::null_keeps_paths);
}

TEST_CASE("images that no registry takes, and commands that name no program") {
  the_only(of_container({{literal("a b")}, {word("run")}, {}, {}}), Code::bad_image,
           "component `c`: its image `a b` has a blank in it", "ghcr.io");
  the_only(of_container({{literal("img")}, {word("")}, {word("x")}, {}}), Code::no_program,
           "component `c`: the first word of its command is empty", "name the program");
  the_only(of_container({{literal("img")}, {words({})}, {word("x")}, {}}), Code::no_program,
           "component `c`: the first word of its command is empty", "");
  GraphBuilder b;
  const auto own = b.native("own", {}, {}, line(4)), other = b.native("other");
  std::get<Native>(b.graph[own].body).image = "acme/Own:1";
  b.add(own);
  b.add(other);
  const Diagnostics of_option = diagnose(b.graph, {.image = "x y"});
  CHECK(lines_of(the_only(of_option, Code::bad_image, "the image `x y` of native components has a blank in it",
                          "ghcr.io")) == Lines{0});
  CompileResult result = compile_graph(b.graph, {.program = "prog"});
  std::erase_if(result.diagnostics, [](const Diagnostic& d) { return d.level != Level::error; });
  CHECK(lines_of(the_only(result.diagnostics, Code::bad_image,
                          "the image `acme/Own:1` of native component `own` has capitals in its repository",
                          "ghcr.io")) == Lines{4});
}
