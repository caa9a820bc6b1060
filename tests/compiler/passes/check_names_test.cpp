#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("names") {
  SECTION("two components of one name") {
    GraphBuilder b;
    b.add(b.container("c", {}, {}, running({}), line(2)));
    b.add(b.container("c", {maybe("x")}, {}, running({}), line(5)));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::component_name_clash, "two different components are called `c`",
                            "metadata")) == Lines{5, 2});
  }
  SECTION("two types of one name") {
    GraphBuilder b;
    const auto a = b.container("c"), other = b.container("c");
    b.graph[a].cpp_type = "a::C";
    b.graph[other].cpp_type = "b::C";
    b.add(a);
    b.add(other);
    the_only(diagnose(b.graph), Code::component_name_clash,
             "two different components are called `c`: `a::C` and `b::C`", "");
  }
  SECTION("of pipelines") {
    GraphBuilder b("***");
    b.add(b.container("c"));
    the_only(diagnose(b.graph), Code::bad_pipeline_name, "`***` is no name of a pipeline", "lower-case");
    the_only(diagnose(b.graph, {.name = "Bad Name"}), Code::bad_pipeline_name, "`Bad Name` is no name of a pipeline",
             "`bad-name` would do");
  }
  SECTION("of components, inputs and outputs") {
    GraphBuilder b;
    b.add(b.container("!"));
    the_only(diagnose(b.graph), Code::bad_component_name, "`!` is no name of a component", "letter");
    GraphBuilder inputs;
    inputs.add(inputs.container("c", {maybe("2x")}));
    the_only(diagnose(inputs.graph), Code::bad_interface_name, "`2x` is no name of an input (of `c`)", "letter");
    GraphBuilder longest;
    longest.add(longest.container("c", {maybe(std::string(255, 'x'))}, {out(std::string(256, 'y'))}));
    CHECK(lines_of(the_only(diagnose(longest.graph), Code::bad_interface_name,
                            "`" + std::string(256, 'y') + "` is no name of an output (of `c`)", "254"))
              .size() == 1);
    GraphBuilder reserved;
    reserved.add(reserved.container("c", {maybe("pipelinechannel--x")}));
    the_only(diagnose(reserved.graph), Code::bad_interface_name,
             "input `pipelinechannel--x` of `c` has a name that backends keep for themselves", "taken");
    GraphBuilder foreign;
    foreign.add(foreign.container("c", {in("ünï")}));
    the_only(diagnose(foreign.graph), Code::bad_interface_name, "`ünï` is no name of an input (of `c`)", "ASCII");
    GraphBuilder inputs_twice;
    inputs_twice.add(inputs_twice.container("c", {maybe("x"), in("x")}));
    the_only(diagnose(inputs_twice.graph), Code::interface_name_clash, "`c` has two inputs `x`", "rename");
    GraphBuilder twice;
    twice.add(twice.container("c", {}, {out("x"), out("x")}));
    the_only(diagnose(twice.graph), Code::interface_name_clash, "`c` has two outputs `x`", "rename");
  }
  SECTION("of tasks") {
    GraphBuilder b;
    const auto c = b.container("c");
    b.add_named("Bad Name", c);
    the_only(diagnose(b.graph), Code::bad_task_name, "`Bad Name` is no name of a task", "`bad-name` would do");
    GraphBuilder twice;
    const auto d = twice.container("d");
    twice.add_named("x", d, {}, {}, line(2));
    twice.add_named("x", d, {}, {}, line(3));
    CHECK(lines_of(the_only(diagnose(twice.graph), Code::task_name_clash,
                            "task `x` has the name of another in its pipeline", "unique")) == Lines{3, 2});
  }
}

TEST_CASE("names of branches leave room for a prefix and a number") {
  const auto of_branch = [](std::size_t length) {
    GraphBuilder b("p", {in("x")});
    const auto branches = b.open_if(equals(b.input(), "a"));
    b.graph[branches].name = std::string(length, 'b');
    b.graph[branches].named = true;
    b.add(b.container("c"));
    b.end_if();
    return diagnose(b.graph);
  };
  CHECK(of_branch(113).empty());
  const Diagnostics found = of_branch(114);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::bad_task_name);
  CHECK(found[0].hint.find("up to 113 ") != std::string::npos);
}

TEST_CASE("loops and handlers with bad names, and with each other's, are called what they are") {
  GraphBuilder b;
  const auto say_in = [&](ScopeId group, const char* name) {
    b.graph[group].name = name;
    b.graph[group].named = true;
    b.add(b.container("c"));
  };
  const auto only = [&](const std::string& message) {
    the_only(diagnose(b.graph), message.ends_with("pipeline") ? Code::task_name_clash : Code::bad_task_name, message,
             "");
  };
  const ScopeId loop = b.open_loop(Json::array({1}));
  say_in(loop, "Each");
  b.end_group();
  only("`Each` is no name of a loop");
  b.graph[loop].name = "same";
  const ScopeId handler = b.open_handler();
  say_in(handler, "Guarded");
  b.end_handler(handler, b.container("bye"));
  only("`Guarded` is no name of an exit handler");
  b.graph[handler].name = "same";
  only("exit handler `same` has the name of another in its pipeline");
}

TEST_CASE("types of artifacts that KFP has not") {
  const auto of_type = [](const Type& type) {
    GraphBuilder b;
    b.add(b.container("c", {}, {out("o", type)}, running({}), line(3)));
    return diagnose(b.graph);
  };
  for (const char* title : {"acme.Index", "bogus", "", "system.", "system.a.b", "system.A B"}) {
    CHECK(lines_of(the_only(of_type(Type::artifact(title)), Code::bad_artifact_type,
                            "`" + std::string(title) + "`, the type of output `o` of `c`, is no schema of an artifact",
                            "`system` and `google`")) == Lines{3});
  }
  for (const char* version : {"abc", "", "1", "0.0", "0.0.1.2", "0..1", "0.0.1x"}) {
    the_only(
        of_type(Type::artifact("system.Index", version)), Code::bad_artifact_type,
        "`" + std::string(version) + "`, the version of system.Index of output `o` of `c`, is no version of a schema",
        "three numbers");
  }
  for (const char* version : {"0.0.1", "12.3.4", "1.0.0-beta", "1.0.0+7"}) {
    CHECK(of_type(Type::artifact("google.VertexModel", version)).empty());
  }
}
