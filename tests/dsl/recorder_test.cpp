#include "dsl/recorder.hpp"

#include "catch2.hpp"
#include "recording.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("a pipeline is recorded as it was written") {
  const Recording recording = recorded<Whole>();
  CHECK(recording.diagnostics.empty());
  const ir::Graph& graph = recording.graph;
  REQUIRE(graph.tasks.size() == 5);  // one of them in the inner pipeline, which is there once
  const ir::Component& root = graph[graph.root];
  CHECK(root.name == "whole");
  REQUIRE(root.interface.inputs.size() == 2);
  CHECK(root.interface.inputs[1].name == "epochs");
  CHECK(root.interface.inputs[1].default_value == Json(3));
  CHECK_FALSE(root.interface.inputs[0].optional);

  const ir::Task& train = graph.tasks[1];
  CHECK(train.name == "explicit");
  CHECK(train.named);
  CHECK(std::string(train.location.file).ends_with("recording.hpp"));
  REQUIRE(train.arguments.size() == 2);
  CHECK(describe(graph, std::get<ir::ValueId>(train.arguments[1].argument.content)) == "input `epochs`");
  const ir::Interface& interface = graph[train.component].interface;
  CHECK(interface.inputs[0].description == "rows to learn from");
  CHECK(interface.inputs[2].optional);
  CHECK(interface.outputs[0].description == "what was learnt");
}

TEST_CASE("the instance that is compiled overrides defaults and sets configuration") {
  struct P {
    In<int> epochs = 3;
    int tasks = 1;
    void define(Pipeline& p) const {
      for (int i = 0; i < tasks; ++i) p.add(Sized{.n = epochs});
    }
  };
  const P pipeline{.epochs = 7, .tasks = 4};
  const Recording recording = record(component_descriptor<P>, &pipeline);
  CHECK(recording.graph.tasks.size() == 4);
  CHECK(recording.graph[recording.graph.root].interface.inputs[0].default_value == Json(7));
}

TEST_CASE("reading a symbolic value is diagnosed with its name, and gives the default") {
  struct P {
    In<int> epochs = 3;
    In<std::string> uri = "x";
    void define(Pipeline& p) const {
      auto prepared = p.add(Prepare{.uri = uri});
      if (*epochs > 0) p.add(Sized{});
      (void)uri->size();
      (void)prepared.data->path();
    }
  };
  const Recording recording = recorded<P>();
  REQUIRE(codes(recording.diagnostics) == std::vector<Code>(3, Code::value_read_while_writing));
  CHECK(recording.diagnostics[0].message ==
        "input `epochs` is read while the pipeline is written, but only a run knows it");
  CHECK(recording.diagnostics[2].message ==
        "output `data` of task `prepare` is read while the pipeline is written, but only a run knows it");
  CHECK(recording.diagnostics[0].line != 0);
  CHECK(recording.graph.tasks.size() == 2);  // *epochs was its default, 3
}

TEST_CASE("a value that is read again and again is diagnosed once for each place") {
  struct Outer {
    In<int> n = 3;
    In<int> m = 4;
    void define(Pipeline& p) const {
      for (int i = 0; i < 4; ++i) (void)(*n + *m);
      p.add(Sized{});
      (void)*n;
      p.add(Whole{.uri = "x"});
      for (int i = 0; i < 4; ++i) (void)(*n + *m);
    }
  };
  const Recording recording = recorded<Outer>();
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : recording.diagnostics) {
    CHECK(diagnostic.code == Code::value_read_while_writing);
    found.push_back(diagnostic.message.substr(0, 9) + " " + std::to_string(diagnostic.line));
  }
  const auto line_of = [&](std::size_t task) { return std::to_string(recording.graph.tasks[task].location.line); };
  const std::string whole = line_of(recording.graph.tasks.size() - 1);
  CHECK(found == std::vector<std::string>{"input `n` " + line_of(0), "input `m` " + line_of(0), "input `n` " + whole,
                                          "input `m` " + whole});
}

TEST_CASE("a pipeline's own defaults are constants") {
  struct P {
    In<std::string> id = run::job_id;
    In<std::vector<std::string>> names = {"a", text("of {}", run::job_name)};
    In<int> large = 3000000000;
    In<std::map<std::string, std::vector<int>>> lists = {{"a", {}}};
    In<std::string> plain = text("a-{}", 1);
    In<std::string> nothing = text("");
    void define(Pipeline& p) const { p.add(Prepare{.uri = plain}); }
  };
  const Recording recording = recorded<P>();
  REQUIRE(codes(recording.diagnostics) == std::vector<Code>{Code::default_of_a_run, Code::default_of_a_run,
                                                            Code::number_out_of_range, Code::empty_braces});
  CHECK(recording.diagnostics[0].message ==
        "the default of input `id` of pipeline `p` is known to a run only, but a run begins with it");
  CHECK(recording.diagnostics[2].message == "the default of input `large` of pipeline `p` cannot be 3000000000");
  CHECK(recording.diagnostics[3].message ==
        "the default of input `lists` of pipeline `p`, entry `a` is `{}`, which says nothing");
  const auto& inputs = recording.graph[recording.graph.root].interface.inputs;
  CHECK(inputs[4].default_value == Json("a-1"));
  CHECK(inputs[5].default_value == Json(""));
  // As a sub-pipeline it is given them by the task, where they can be filled in, or are refused for another reason.
  struct Outer {
    void define(Pipeline& p) const { p.add(P{.names = empty, .large = 1, .lists = empty}); }
  };
  CHECK(errors_of(try_compile<Outer>()).empty());
}

TEST_CASE("values of another pipeline are diagnosed, also where that is gone") {
  Out<Dataset> kept;
  {
    Pipeline other("other");
    kept = other.add(Prepare{.uri = "x"}).data;
    Pipeline p("p");
    p.add(Train{.data = kept});
    const Recording recording = record(p);
    REQUIRE(codes(recording.diagnostics) == std::vector<Code>{Code::value_of_another_pipeline});
    CHECK(recording.diagnostics[0].message == "output `data` of task `prepare` of another pipeline is used here");
  }
  Pipeline p("p");
  p.add(Train{.data = kept});
  CHECK(codes(record(p).diagnostics) == std::vector<Code>{Code::value_of_another_pipeline});
}

TEST_CASE("a value of a pipeline that is gone is diagnosed wherever it is used") {
  Value value;
  Out<int> typed;
  DynamicTask task;
  {
    Pipeline gone("gone");
    value = gone.input("n", Type::integer);
    typed = value.as<int>();
    task = gone.add(DynamicComponent{.name = "c", .outputs = {{"o", Type::integer}}});
  }
  const auto found_in = [](auto&& use) {
    Pipeline p("p");
    use(p);
    const Diagnostics found = errors_of(try_compile(p));
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == Code::value_of_another_pipeline);
    return found.front().message;
  };
  const std::string used = "a value of another pipeline, which is gone, is used here";
  CHECK(found_in([&](Pipeline& p) { p.add(Prepare{.uri = text("a{}b", value)}); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.add(Sized{.n = value.as<int>()}); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.add(Sized{.n = task["o"].as<int>()}); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.if_(typed > 3, [&] { p.add(Sized{}); }); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.add(Sized{}, {.after = {task}}); }) ==
        "a task of another pipeline is named in `after`");
}

TEST_CASE("a native component is found by its name without the rest of the pipeline") {
  const detail::ComponentDescriptor* const pipelines[] = {&component_descriptor<Whole>};
  CHECK(detail::find_native(pipelines, 1, "train") == &component_descriptor<Train>);
  CHECK(detail::find_native(pipelines, 1, "prepare") == nullptr);  // a container
  CHECK(detail::find_native(pipelines, 1, "nothing") == nullptr);
}

TEST_CASE("writing a pipeline down twice gives the same graph") {
  CHECK(dump(recorded<Whole>().graph) == dump(recorded<Whole>().graph));
}
