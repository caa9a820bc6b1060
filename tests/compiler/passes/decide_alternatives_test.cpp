#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

// The words of each task, of a component with `a` and `b`, which may be left out, and `d`, which has a default.
std::vector<std::vector<std::string>> decided(std::vector<ContainerArgument> args,
                                              const std::vector<std::vector<std::string>>& given) {
  GraphBuilder b("p", {maybe("u")});
  const auto c =
      b.container("c", {maybe("a"), maybe("b"), in_or("d", Type::string, "x")}, {}, running(std::move(args)), line(3));
  for (const auto& names : given) {
    GraphBuilder::Arguments arguments;
    for (const std::string& name : names) {
      const bool passed_on = name.ends_with("=u");
      arguments.emplace_back(name.substr(0, 1), passed_on ? value(b.input()) : constant("v"));
    }
    b.add(c, std::move(arguments));
  }
  CompileResult result = compile_graph(b.graph, {.image = "i", .verify = true});
  for (const Diagnostic& diagnostic : result.diagnostics) FAIL_CHECK(diagnostic.message);
  REQUIRE(result.documents);
  const PipelineSpec& spec = result.documents->pipeline;
  std::vector<std::vector<std::string>> words;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string task = i == 0 ? "c" : "c-" + std::to_string(i + 1);
    const auto& component = std::get<DagSpec>(spec.root->implementation).tasks.at(task).component_ref->name;
    const auto& label = std::get<ComponentSpec::ExecutorLabel>(spec.components.at(component).implementation).value;
    words.push_back(
        std::get<PipelineDeploymentConfig::PipelineContainerSpec>(spec.deployment_spec->executors.at(label).spec).args);
  }
  return words;
}

using Words = std::vector<std::string>;
using Tasks = std::vector<Words>;

}  // namespace

TEST_CASE("an if_present within another is decided by what the task gives") {
  const std::vector<ContainerArgument> nested = {
      word("0"), if_present("a", {word("a"), if_present("b", {word("b")}, {word("no-b")})}, {word("no-a")}), word("1")};
  const Words with_a = {"0", "a", R"({"IfPresent": {"Else": ["no-b"], "InputName": "b", "Then": ["b"]}})", "1"};
  const Words without_a = {"0", "no-a", "1"};
  CHECK(decided(nested, {{"a", "b"}, {"a"}, {}, {"b"}}) == Tasks{with_a, with_a, without_a, without_a});
  // What only a run knows is left to the backend where no other stands in it any more.
  CHECK(decided(nested, {{"a=u", "b"}, {"a", "b=u"}}) ==
        Tasks{{"0", R"({"IfPresent": {"Else": ["no-a"], "InputName": "a", "Then": ["a", "b"]}})", "1"},
              {"0", "a", R"({"IfPresent": {"Else": ["no-b"], "InputName": "b", "Then": ["b"]}})", "1"}});
}

TEST_CASE("the choice around, and defaults, decide as well") {
  CHECK(decided({if_present("a", {if_present("a", {word("yes")}, {word("never")})},
                            {if_present("a", {word("never")}, {word("no")})})},
                {{"a=u"}}) == Tasks{{R"({"IfPresent": {"Else": ["no"], "InputName": "a", "Then": ["yes"]}})"}});
  CHECK(decided({if_present("a", {if_present("d", {word("d")}, {word("never")})})}, {{"a=u"}}) ==
        Tasks{{R"({"IfPresent": {"InputName": "a", "Then": ["d"]}})"}});
}

TEST_CASE("an if_present that stands alone stays the backend's") {
  CHECK(decided({if_present("a", {word("a")})}, {{"a"}, {}}) ==
        Tasks(2, Words{R"({"IfPresent": {"InputName": "a", "Then": ["a"]}})"}));
}

TEST_CASE("a mistake in what tasks decide differently is told once") {
  GraphBuilder b;
  const auto c = b.container(
      "c", {maybe("a"), maybe("b")}, {},
      running({word(part(SegmentKind::executor_output)), if_present("a", {if_present("b", {word("b")}, {word("c")})})}),
      line(3));
  b.add(c, {{"a", constant("v")}});
  b.add(c, {{"a", constant("v")}, {"b", constant("v")}});
  CHECK(lines_of(the_only(diagnose(b.graph), Code::unreplaced_placeholder,
                          "component `c`: Kubeflow Pipelines does not replace the path of the executor output",
                          "JSON")) == Lines{3});
}

TEST_CASE("two that only a run can decide are refused") {
  GraphBuilder b("p", {maybe("u")});
  const auto c = b.container("c", {maybe("a"), maybe("b")}, {},
                             running({if_present("a", {if_present("b", {word("b")})})}), line(3));
  b.add(c, {{"a", value(b.input())}, {"b", value(b.input())}});
  CHECK(lines_of(the_only(diagnose(b.graph), Code::bad_if_present,
                          "component `c`: an `if_present` holds another, of input `b`, which a task is given a value "
                          "for that may be absent; the backend decides one level alone",
                          "one after the other")) == Lines{3});
}
