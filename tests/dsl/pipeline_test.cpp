#include "mlpipe/dsl/pipeline.hpp"

#include "catch2.hpp"
#include "dsl/recorder.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Say {
  In<std::string> what;
  ContainerSpec container() const { return {.image = "img", .command = {"say", what}}; }
};

}  // namespace

TEST_CASE("an untyped pipeline has the inputs and outputs that it declares, and tasks of both kinds") {
  Pipeline p("hand-made", {.description = "by hand"});
  Value who = p.input("who", Type::string, {.default_value = Json("you"), .description = "Whom to greet"});
  Value note = p.input("note", Type::integer, {.optional = true});
  p.add(Say{.what = "hello"});
  const auto detail = detail::record(p);
  REQUIRE(detail.diagnostics.empty());
  const ir::Component& root = detail.graph[detail.graph.root];
  CHECK(root.name == "hand-made");
  CHECK(root.description == "by hand");
  REQUIRE(root.interface.inputs.size() == 2);
  CHECK(root.interface.inputs[0].name == "who");
  CHECK(root.interface.inputs[0].optional);
  CHECK(root.interface.inputs[0].default_value == Json("you"));
  CHECK(root.interface.inputs[0].description == "Whom to greet");
  CHECK(root.interface.inputs[1].optional);
  CHECK_FALSE(root.interface.inputs[1].default_value);
  CHECK(detail.graph.tasks.size() == 1);
}

TEST_CASE("what has been recorded is a copy: the pipeline goes on") {
  Pipeline p("p");
  p.add(Say{.what = "a"});
  const auto before = detail::record(p);
  p.add(Say{.what = "b"});
  CHECK(before.graph.tasks.size() == 1);
  CHECK(detail::record(p).graph.tasks.size() == 2);
}

TEST_CASE("a pipeline is configured once") {
  Pipeline p("p");
  p.configure({.workspace = {.size = "5Gi"}});
  p.configure({.workspace = {.size = "6Gi"}});
  p.add(DynamicComponent{.name = "c", .container = {.image = "img", .command = {"run"}}});
  const detail::Recording recorded = detail::record(p);
  REQUIRE(recorded.diagnostics.size() == 1);
  const Diagnostic& only = recorded.diagnostics.front();
  CHECK(std::string(code_name(only.code)) + ' ' + only.message == "MLP0362 pipeline `p` is configured twice");
  CHECK(only.labels.size() == 1);
}
