#include "mlpipe/dsl/dynamic.hpp"

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/dsl/record.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;
using detail::record;

namespace {

struct Store {
  In<Dataset> data;
  void run() const {}
};
struct StoreModel {
  In<Model> model;
  void run() const {}
};

DynamicComponent resize() {
  return {.name = "resize",
          .inputs = {{"images", Type::artifact("system.Dataset")}, {"width", Type::integer, {.default_value = 224}}},
          .outputs = {{"resized", Type::artifact("system.Dataset")}},
          .container = {.image = "resize:1", .args = {"--in", input_path("images"), "--out", output_path("resized")}}};
}

}  // namespace

TEST_CASE("a pipeline is built from data") {
  Pipeline p("weather", {.description = "resizes"});
  auto images = p.input("images", Type::artifact("system.Dataset"));
  auto width = p.input("width", Type::integer, {.default_value = 100, .description = "pixels"});
  auto task = p.add(resize(), {{"images", images}, {"width", width}});
  auto again = p.add(resize(), {{"images", task["resized"]}, {"width", 5}}, {.name = "again"});
  p.output("resized", again["resized"], "smaller");

  const detail::Recording recording = record(p);
  CHECK(recording.diagnostics.empty());
  const ir::Graph& graph = recording.graph;
  const ir::Component& root = graph[graph.root];
  CHECK(root.description == "resizes");
  CHECK(root.interface.inputs[1].default_value == Json(100));
  CHECK(root.interface.outputs[0].type == Type::artifact("system.Dataset"));
  CHECK(root.interface.outputs[0].description == "smaller");
  REQUIRE(graph.tasks.size() == 2);
  CHECK(graph.tasks[0].component == graph.tasks[1].component);  // equal content
  CHECK(graph.tasks[1].arguments[1].argument == ir::Argument{Json(5)});
}

TEST_CASE("typed and untyped mix both ways") {
  Pipeline p("mixed");
  auto images = p.input("images", Type::artifact("system.Dataset"));
  auto task = p.add(resize(), {{"images", images}});
  p.add(Store{.data = task["resized"].as<Dataset>()});
  CHECK(record(p).diagnostics.empty());
}

TEST_CASE("a wrong conversion is diagnosed at once, and once") {
  Pipeline p("mixed");
  auto images = p.input("images", Type::artifact("system.Dataset"));
  auto task = p.add(resize(), {{"images", images}});
  const std::uint32_t line = __LINE__ + 1;
  p.add(StoreModel{.model = task["resized"].as<Model>()});
  const detail::Recording recording = record(p);
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::type_mismatch);
  CHECK(recording.diagnostics[0].line == line);
  CHECK(recording.diagnostics[0].message ==
        "output `resized` of task `resize` is of type `system.Dataset`, and is taken as `system.Model`");
}

TEST_CASE("unknown names are diagnosed with those there are") {
  Pipeline p("names");
  auto images = p.input("images", Type::artifact("system.Dataset"));
  auto task = p.add(resize(), {{"images", images}, {"height", 3}, {"width", 1}, {"width", 2}});
  p.output("out", task["smaller"]);
  const detail::Recording recording = record(p);
  REQUIRE(recording.diagnostics.size() == 3);
  CHECK(recording.diagnostics[0].code == Code::unknown_input);
  CHECK(recording.diagnostics[0].message == "component `resize` has no input `height`");
  CHECK(recording.diagnostics[0].hint == "it has `images`, `width`");
  CHECK(recording.diagnostics[1].code == Code::duplicate_argument);
  CHECK(recording.diagnostics[2].code == Code::unknown_output);
  CHECK(recording.diagnostics[2].hint == "it has `resized`");
}

TEST_CASE("two inputs or outputs of one name are diagnosed") {
  Pipeline p("twice");
  p.input("a", Type::integer);
  p.input("a", Type::string);
  DynamicComponent component = resize();
  component.outputs.push_back({"resized", Type::integer});
  auto task = p.add(component, {});
  p.output("o", task["resized"]);
  p.output("o", task["resized"]);
  const detail::Recording recording = record(p);
  REQUIRE(recording.diagnostics.size() == 3);
  for (const Diagnostic& diagnostic : recording.diagnostics) CHECK(diagnostic.code == Code::interface_name_clash);
}

TEST_CASE("of two inputs of one name, or one with a bad name, nothing else is said") {
  Pipeline p("names");
  const DynamicComponent component{.name = "c",
                                   .inputs = {{"a", Type::integer}, {"a", Type::string}, {"2b", Type::string}},
                                   .container = {.image = "i", .command = {"c"}, .args = {input_value("a")}}};
  const std::uint32_t line = __LINE__ + 1;
  p.add(component, {{"a", 1}});
  p.add(component, {{"a", 2}});
  const Result result = try_compile(p);
  const Diagnostics& found = result.diagnostics();
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == Code::interface_name_clash);
  CHECK(found[0].message == "component `c` has two inputs of the name `a`");
  CHECK(found[0].line == line);
  CHECK(found[1].code == Code::bad_interface_name);
  CHECK(found[1].message == "`2b` is no name of an input (of `c`)");
}

TEST_CASE("what is wrong with an input or output is said where that is declared") {
  Pipeline p("places");
  const std::uint32_t line = __LINE__ + 1;
  const Value n = p.input("2n", Type::integer);
  p.add(DynamicComponent{.name = "c", .container = {.image = "i", .command = {"c"}}});
  p.output("n", n);
  p.output("2o", n);
  const Result result = try_compile(p);
  std::vector<std::pair<std::string, std::uint32_t>> found;
  for (const Diagnostic& diagnostic : result.diagnostics()) {
    found.emplace_back(code_name(diagnostic.code), diagnostic.line);
    for (const Label& label : diagnostic.labels) CHECK(label.line == line);
  }
  CHECK(found == std::vector<std::pair<std::string, std::uint32_t>>{
                     {"MLP0525", line}, {"MLP0222", line + 2}, {"MLP0525", line + 3}, {"MLP0222", line + 3}});
}

TEST_CASE("untyped inputs may be restricted to literals") {
  Pipeline p("literal");
  auto filter = p.input("filter", Type::string, {.literals = {"box", "cubic"}});
  p.add(DynamicComponent{.name = "c", .inputs = {{"filter", Type::string, {.literals = {"box"}}}}},
        {{"filter", filter}});
  const ir::Graph graph = record(p).graph;
  CHECK(graph[graph.root].interface.inputs[0].literals == std::vector<Json>{"box", "cubic"});
  CHECK(graph[graph.tasks[0].component].interface.inputs[0].literals == std::vector<Json>{"box"});
}

TEST_CASE("compiling leaves what was written as it is") {
  Pipeline p("same");
  auto images = p.input("images", Type::artifact("system.Dataset"));
  const std::string before = dump(record(p).graph);
  CHECK(dump(record(p).graph) == before);
  p.add(resize(), {{"images", images}});
  CHECK(record(p).graph.tasks.size() == 1);
}
