#include "dsl/recorder.hpp"

#include <stdexcept>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;
using detail::component_descriptor;
using detail::record;
using detail::Recording;

namespace {

struct Prepare {
  In<std::string> uri;
  struct Outputs {
    Out<Dataset> data;
    Out<double> share;
  };
  ContainerSpec container(const Outputs& out) const { return {.image = "prepare:1", .args = {uri, out.data.path()}}; }
};

struct Train {
  In<Dataset, "rows to learn from"> data;
  In<int> epochs = 10;
  In<std::optional<std::string>> note = {};
  struct Outputs {
    Out<Model, "what was learnt"> model;
    Out<double> accuracy;
  };
  void run(Outputs& out) const { out.accuracy = 1.0; }
};

struct Sized {
  In<int> n = 1;
  int width = 8;  // configuration
  ContainerSpec container() const { return {.image = "sized:1", .args = {"--width", width, n}}; }
};

struct Inner {
  In<Dataset> data;
  In<double> rate = 0.5;
  struct Outputs {
    Out<Model> model;
  };
  Outputs define(Pipeline& p) const { return {.model = p.add(Train{.data = data}).model}; }
};

struct Whole {
  In<std::string> uri;
  In<int> epochs = 3;
  struct Outputs {
    Out<Model> model;
  };
  Outputs define(Pipeline& p) const {
    auto prepared = p.add(Prepare{.uri = uri});
    p.add(Train{.data = prepared.data, .epochs = epochs}, {.name = "explicit"});
    auto inner = p.add(Inner{.data = prepared.data, .rate = prepared.share});
    p.add(Inner{.data = prepared.data});
    return {.model = inner.model};
  }
};

template <class P>
Recording recorded() {
  return record(component_descriptor<P>, nullptr);
}

/// Without warnings, which concern what these tests do not.
Diagnostics errors_of(const Result& result) {
  Diagnostics errors = result.diagnostics();
  std::erase_if(errors, [](const Diagnostic& diagnostic) { return diagnostic.level != Level::error; });
  return errors;
}

std::vector<Code> codes(const Diagnostics& diagnostics) {
  std::vector<Code> result;
  for (const Diagnostic& diagnostic : diagnostics) result.push_back(diagnostic.code);
  return result;
}

}  // namespace

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
  CHECK(std::string(train.location.file).ends_with("recorder_test.cpp"));
  REQUIRE(train.arguments.size() == 2);
  CHECK(describe(graph, std::get<ir::ValueId>(train.arguments[1].argument.content)) == "input `epochs`");
  const ir::Interface& interface = graph[train.component].interface;
  CHECK(interface.inputs[0].description == "rows to learn from");
  CHECK(interface.inputs[2].optional);
  CHECK(interface.outputs[0].description == "what was learnt");
}

TEST_CASE("a constant that is the default is as one left out") {
  struct P {
    void define(Pipeline& p) const {
      p.add(Sized{.n = 1});
      p.add(Sized{.n = 2});
    }
  };
  const Recording recording = recorded<P>();
  CHECK(recording.graph.tasks[0].arguments.empty());
  CHECK(recording.graph.tasks[1].arguments.size() == 1);
}

TEST_CASE("components are one for each distinct configuration") {
  struct P {
    void define(Pipeline& p) const {
      p.add(Sized{.width = 8});
      p.add(Sized{.width = 16});
      p.add(Sized{.width = 8});
    }
  };
  const Recording recording = recorded<P>();
  const auto& tasks = recording.graph.tasks;
  CHECK(tasks[0].component == tasks[2].component);
  CHECK(tasks[0].component != tasks[1].component);
  const auto& container = std::get<ir::Container>(recording.graph[tasks[1].component].body);
  CHECK(std::get<ir::Text>(container.args[1].content)[0].text == "16");
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

TEST_CASE("branches are scopes, and give what their bodies return") {
  struct P {
    In<bool> flag = true;
    In<std::string> uri = "x";
    struct Outputs {
      Out<Dataset> data;
      Out<double> share;
    };
    Outputs define(Pipeline& p) const {
      const auto prepare = [&](const char* from) {
        auto task = p.add(Prepare{.uri = std::string(from)});
        return Outputs{.data = task.data, .share = task.share};
      };
      return p.if_(flag, [&] { return prepare("a"); }, {.name = "yes"})
          .elif_(uri == "a", [&] { return prepare("b"); })
          .else_([&] { return prepare("c"); });
    }
  };
  const Recording recording = recorded<P>();
  CHECK(recording.diagnostics.empty());
  const ir::Graph& graph = recording.graph;
  const ir::Scope& branches = graph.scopes[1];
  REQUIRE(branches.children.size() == 3);
  CHECK(graph.scopes[2].name == "yes");
  CHECK(graph.scopes[2].condition->op == ir::ConditionOp::truth);
  CHECK(graph.scopes[3].condition->op == ir::ConditionOp::equal);
  CHECK_FALSE(graph.scopes[4].condition.has_value());
  REQUIRE(branches.results.size() == 2);
  CHECK(branches.results[1].type == Type(Type::number));
  REQUIRE(branches.results[0].given.size() == 3);
  CHECK(describe(graph, branches.results[0].given[2]) == "output `data` of task `prepare`");
  CHECK(graph[graph.scopes[0].outputs[1]].kind == ir::GraphValue::Kind::group_result);
}

TEST_CASE("an if_ without else_ has one branch, and tasks after it are outside") {
  struct P {
    In<bool> flag = true;
    void define(Pipeline& p) const {
      p.if_(flag, [&] { p.add(Sized{}); });
      p.add(Sized{});
    }
  };
  const Recording recording = recorded<P>();
  const ir::Graph& graph = recording.graph;
  REQUIRE(graph.scopes.size() == 3);
  CHECK(graph.scopes[1].kind == ir::Scope::Kind::branches);
  CHECK(graph.scopes[2].kind == ir::Scope::Kind::branch);
  CHECK(graph.tasks[0].scope == ir::ScopeId(std::size_t{2}));
  CHECK(graph.tasks[1].scope == ir::ScopeId(std::size_t{0}));
}

TEST_CASE("a body that throws closes its scope") {
  Pipeline p("throws");
  auto flag = p.input("flag", Type::boolean);
  CHECK_THROWS_AS(p.if_(flag == true, [] { throw std::runtime_error("no"); }), std::runtime_error);
  p.add(Sized{});
  CHECK(record(p).graph.tasks[0].scope == ir::ScopeId(std::size_t{0}));
}

namespace {

struct Loop {
  In<int> n = 1;
  void define(Pipeline& p) const;
};
struct LoopBody {
  In<int> n = 1;
  void define(Pipeline& p) const { p.add(Loop{.n = n}); }
};
void Loop::define(Pipeline& p) const { p.add(LoopBody{.n = n}); }

struct Deeper {
  int depth = 0;
  void define(Pipeline& p) const { p.add(Deeper{.depth = depth + 1}); }
};

}  // namespace

TEST_CASE("a pipeline that adds itself is told the chain") {
  const Recording recording = recorded<Loop>();
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::pipeline_adds_itself);
  CHECK(recording.diagnostics[0].message == "pipeline `loop` adds itself: loop -> loop-body -> loop");
  CHECK(recording.diagnostics[0].line != 0);
}

TEST_CASE("of a pipeline that adds itself nothing else is said") {
  CHECK(codes(errors_of(try_compile<Loop>())) == std::vector<Code>{Code::pipeline_adds_itself});
  CHECK(codes(errors_of(try_compile<Deeper>())) == std::vector<Code>{Code::pipelines_nested_too_deep});
  struct Alone {
    struct Outputs {
      Out<Model> model;
    };
    Outputs define(Pipeline& p) const {
      const auto again = p.add(Alone{});
      p.add(Sized{}, {.after = {again}});
      return {.model = again.model};
    }
  };
  CHECK(codes(errors_of(try_compile<Alone>())) == std::vector<Code>{Code::pipeline_adds_itself});
}

TEST_CASE("pipelines within pipelines come to an end") {
  const Recording recording = recorded<Deeper>();
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::pipelines_nested_too_deep);
}

TEST_CASE("24 levels of pipelines with two adds each are 25 definitions") {
  struct Level {
    int depth = 0;
    In<int> n = 1;
    void define(Pipeline& p) const {
      if (depth == 24) {
        p.add(Sized{.n = n});
        return;
      }
      p.add(Level{.depth = depth + 1, .n = n});
      p.add(Level{.depth = depth + 1, .n = n});
    }
  };
  const Recording recording = recorded<Level>();
  CHECK(recording.diagnostics.empty());
  CHECK(recording.graph.components.size() == 26);
  CHECK(recording.graph.tasks.size() == 49);
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

TEST_CASE("numbers and artifacts that cannot be given are diagnosed") {
  struct P {
    void define(Pipeline& p) const {
      p.add(Sized{.n = 3000000000});
      p.add(Train{.data = Dataset{}});
    }
  };
  const Recording recording = recorded<P>();
  CHECK(codes(recording.diagnostics) == std::vector<Code>{Code::number_out_of_range, Code::artifact_as_constant});
  CHECK(recording.diagnostics[0].message == "input `n` of component `sized` cannot hold 3000000000");
}

TEST_CASE("an item in braces that says nothing, and an entry that is there twice, are diagnosed where they are") {
  struct Count {
    In<std::map<std::string, std::vector<int>>> lists = {{"a", {}}};
    In<std::vector<std::vector<int>>> rows = empty;
    In<std::map<std::string, std::string>> names = empty;
    void run() const {}
  };
  struct P {
    void define(Pipeline& p) const {
      const auto prepared = p.add(Prepare{.uri = "a"});
      p.add(Count{.lists = empty, .rows = {{1}, {}, empty}});
      p.add(Count{.lists = {{"b", {1}}, {"c", empty}}, .names = {{"k", "v"}, {"k", "w"}}});
      p.add(Count{});
      p.add(Count{.lists = {{"b", empty}, {"b", empty}}});
    }
  };
  const Recording recording = recorded<P>();
  REQUIRE(codes(recording.diagnostics) ==
          std::vector<Code>{Code::empty_braces, Code::entry_given_twice, Code::empty_braces, Code::entry_given_twice});
  CHECK(recording.diagnostics[0].message == "input `rows` of component `count`, item 1 is `{}`, which says nothing");
  CHECK(recording.diagnostics[1].message == "input `names` of component `count`, entry `k` stands there twice");
  CHECK(recording.diagnostics[2].message ==
        "input `lists` of component `count`, entry `a` is `{}`, which says nothing");
  CHECK(recording.diagnostics[2].hint.find("`empty`") != std::string::npos);
  CHECK(codes(errors_of(try_compile<P>(CompileOptions{.image = "i"}))) == codes(recording.diagnostics));
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

TEST_CASE("a list of artifacts that is made up says what to do instead") {
  struct Merge {
    In<std::vector<Dataset>> all;
    void run() const {}
  };
  struct P {
    void define(Pipeline& p) const {
      const auto a = p.add(Prepare{.uri = "a"}), b = p.add(Prepare{.uri = "b"});
      p.add(Merge{.all = {a.data, b.data}});
      p.add(Merge{.all = empty});
    }
  };
  const Diagnostics found = errors_of(try_compile<P>());
  REQUIRE(codes(found) == std::vector<Code>{Code::type_mismatch, Code::artifact_as_constant});
  CHECK(found[0].message == "input `all` of `merge` is list of system.Dataset, but is given a list");
  CHECK(found[0].hint == "lists of artifacts come whole, from an output or input of that type");
  CHECK(found[1].hint.find("`std::optional<std::vector<...>>`") != std::string::npos);
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

TEST_CASE("what no task made is diagnosed wherever it is used") {
  std::vector<std::string> found;
  const auto found_in = [&](auto&& use) {
    Pipeline p("p");
    use(p);
    found.clear();
    for (const Diagnostic& diagnostic : errors_of(try_compile(p))) {
      CHECK(diagnostic.code == Code::value_without_task);
      CHECK(diagnostic.line != 0);
      found.push_back(diagnostic.message);
    }
    return found;
  };
  const std::vector<std::string> used = {"a value is used here that no task made"};
  const Task<Prepare> never;
  const Value nothing;
  CHECK(found_in([&](Pipeline& p) { p.add(Train{.data = never.data}, {.after = {never}}); }) ==
        std::vector<std::string>{"input `data` of component `train` is given an output that no task made",
                                 "a task is named in `after` that was never added"});
  CHECK(found_in([&](Pipeline& p) { p.add(Prepare{.uri = text("a{}b", Out<int>{})}); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.add(Prepare{.uri = text("a{}b", nothing)}); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.if_(never.share > 3, [&] { p.add(Sized{}); }); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.if_(nothing == 3, [&] { p.add(Sized{}); }); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.add(Sized{}, {.display_name = nothing}); }) == used);
  CHECK(found_in([&](Pipeline& p) { p.add(Train{.data = DynamicTask()["x"].as<Dataset>()}); }) ==
        std::vector<std::string>{"a value is used here that no task made"});
  CHECK(found_in([&](Pipeline& p) {
          p.add(DynamicComponent{.name = "c",
                                 .inputs = {{"a", Type::integer}},
                                 .container = {.image = "i", .command = {"c"}, .args = {input_value("a")}}},
                {{"a", nothing}});
        }) == used);
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

TEST_CASE("text and lists with values in them are not compared") {
  Pipeline p("p");
  const auto made = p.add(Prepare{.uri = "x"});
  const In<std::string> composed = text("a{}", made.share);
  p.if_(composed == "ab", [&] { p.add(Sized{}); });
  const Diagnostics found = errors_of(try_compile(p));
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == Code::bad_operand);
  CHECK(found.front().message == "a text, list or map with values of the pipeline in it cannot be compared");
}

TEST_CASE("an output that define leaves out by default-making it is diagnosed") {
  struct P {
    struct Outputs {
      Out<Model> model;
    };
    Outputs define(Pipeline&) const {
      Outputs nothing;
      return nothing;
    }
  };
  const Recording recording = recorded<P>();
  REQUIRE(codes(recording.diagnostics) == std::vector<Code>{Code::output_not_given});
  CHECK(recording.diagnostics[0].message == "`define` of pipeline `p` gives nothing to its output `model`");
}

TEST_CASE("a branch after else_, or in another body, is diagnosed with both places") {
  Pipeline p("p");
  auto flag = p.input("flag", Type::boolean);
  auto branches = p.if_(flag == true, [] {});
  branches.else_([] {});
  branches.elif_(flag == false, [] {});
  auto second = p.if_(flag == true, [] {});
  p.if_(flag == true, [&] { second.elif_(flag == false, [] {}); });
  const Recording recording = record(p);
  REQUIRE(codes(recording.diagnostics) == std::vector<Code>(2, Code::branch_out_of_place));
  CHECK(recording.diagnostics[0].labels.size() == 1);
}

namespace {

template <class T>
struct Nameless {
  In<T> value;
  void run() const {}
};
template <class T>
struct Named {
  In<T> value;
  static constexpr Component component{.name = "named-of-int"};
  void run() const {}
};

}  // namespace

TEST_CASE("a class template names itself") {
  struct P {
    void define(Pipeline& p) const {
      p.add(Nameless<int>{.value = 1});
      p.add(Named<int>{.value = 1});
    }
  };
  const Recording recording = recorded<P>();
  REQUIRE(codes(recording.diagnostics) == std::vector<Code>{Code::template_without_name});
  CHECK(recording.graph[recording.graph.tasks[1].component].name == "named-of-int");
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

namespace {

struct Unlucky {
  ContainerSpec container() const { throw std::runtime_error("no image"); }
};
struct Deep {
  void define(Pipeline&) const { throw std::runtime_error("bad luck"); }
};
constexpr std::uint32_t around_line = __LINE__ + 4;
struct Around {
  void define(Pipeline& p) const {
    p.add(Sized{});
    p.add(Deep{});
  }
};
struct Caught {
  void define(Pipeline& p) const {
    try {
      p.add(Deep{});
    } catch (const std::runtime_error&) {
    }
    p.add(Unlucky{});
  }
};
int no_default() { throw std::runtime_error("no default"); }
struct Unmakeable {
  int n = no_default();
  void define(Pipeline&) const {}
};

}  // namespace

TEST_CASE("what authors' code throws is a diagnostic of try_record, with who and where") {
  const Recording deep = detail::try_record(component_descriptor<Around>);
  CHECK_FALSE(deep.complete);
  CHECK(deep.graph.root);
  REQUIRE(deep.diagnostics.size() == 1);
  CHECK(deep.diagnostics[0].code == Code::author_code_throws);
  CHECK(deep.diagnostics[0].message == "`define` of pipeline `deep`: bad luck (std::runtime_error)");
  CHECK(deep.diagnostics[0].line == around_line);

  const Recording caught = detail::try_record(component_descriptor<Caught>);
  CHECK(caught.diagnostics.back().message == "`container` of component `unlucky`: no image (std::runtime_error)");
  CHECK(detail::try_record_natives(component_descriptor<Caught>).complete);

  const Recording unmakeable = detail::try_record(component_descriptor<Unmakeable>);
  CHECK_FALSE(unmakeable.graph.root);
  CHECK(unmakeable.diagnostics.back().message ==
        "pipeline `unmakeable` cannot be written down: no default (std::runtime_error)");
  CHECK_THROWS_AS(record(component_descriptor<Around>, nullptr), std::runtime_error);
}

namespace {

struct Rate {
  In<double> rate = 0.5;
  struct Outputs {
    Out<double> loss;
    Out<Model> model;
  };
  void run(Outputs&) const {}
};
struct Bye {
  In<TaskFinalStatus> status = {};
  In<double> last = 1;
  void run() const {}
};

const ir::Scope& scope_of_kind(const ir::Graph& graph, ir::Scope::Kind kind, std::size_t index = 0) {
  for (const ir::Scope& scope : graph.scopes) {
    if (scope.kind == kind && index-- == 0) return scope;
  }
  FAIL("no such scope");
  return graph.scopes.front();
}

}  // namespace

TEST_CASE("loops go over constants and lists, and give lists of what their bodies give") {
  struct P {
    In<std::vector<double>> rates;
    struct Outputs {
      Out<std::vector<double>> losses;
      Out<std::vector<Model>> models;
      Out<std::vector<std::vector<double>>> deep;
    };
    Outputs define(Pipeline& p) const {
      auto all = p.parallel_for(rates, [&](Out<double> rate) { return p.add(Rate{.rate = rate}); },
                                {.name = "all", .parallelism = 4});
      auto deep = p.parallel_for({1, 2}, [&](Out<int> rate) {
        return p.parallel_for({"a"}, [&](const auto&) { return p.add(Rate{.rate = rate}).loss; });
      });
      auto structs =
          p.parallel_for({1}, [&](Out<int>) { return p.parallel_for({1}, [&](Out<int>) { return p.add(Rate{}); }); });
      Out<std::vector<std::vector<double>>> nested = structs[&Rate::Outputs::loss];
      Out<std::vector<Model>> flat = structs[&Rate::Outputs::model];
      (void)nested;
      (void)flat;
      return {.losses = all[&Rate::Outputs::loss], .models = all[&Rate::Outputs::model], .deep = deep};
    }
  };
  const auto recording = detail::record(detail::component_descriptor<P>, nullptr);
  REQUIRE(recording.diagnostics.empty());
  const ir::Graph& graph = recording.graph;
  const ir::Scope& all = scope_of_kind(graph, ir::Scope::Kind::loop);
  CHECK(all.name == "all");
  CHECK(all.named);
  CHECK(all.loop->parallelism == 4);
  CHECK(describe(graph, std::get<ir::ValueId>(all.loop->items)) == "input `rates`");
  REQUIRE(all.results.size() == 2);
  CHECK(all.results[0].type == Type::list_of(Type::number));
  CHECK(all.results[1].type == Type::artifact_list("system.Model"));
  CHECK(describe(graph, graph.tasks[0].arguments.empty()
                            ? ir::ValueId{}
                            : std::get<ir::ValueId>(graph.tasks[0].arguments[0].argument.content)) ==
        "the item of `parallel_for`");
  const ir::Scope& deep = scope_of_kind(graph, ir::Scope::Kind::loop, 1);
  CHECK(std::get<Json>(deep.loop->items) == Json::array({1, 2}));
  CHECK(deep.results[0].type == Type::list_of(Type::list_of(Type::number)));
  CHECK(scope_of_kind(graph, ir::Scope::Kind::loop, 2).loop->item_type == Type(Type::string));
}

TEST_CASE("untyped loops take constants and lists as Values") {
  Pipeline p("p");
  Value list = p.input("list", Type::list_of(Type::integer));
  const DynamicComponent say{
      .name = "say", .inputs = {{"n", Type::integer}}, .container = {.image = "i", .command = {"c"}}};
  p.parallel_for(list, [&](const Value& item) { p.add(say, {{"n", item}}); });
  p.parallel_for(Json::array({1.5, 2}), [&](const Value&) { p.add(say, {{"n", 1}}); });
  const auto recording = detail::record(p);
  REQUIRE(recording.diagnostics.empty());
  CHECK(scope_of_kind(recording.graph, ir::Scope::Kind::loop).loop->item_type == Type(Type::integer));
  CHECK(scope_of_kind(recording.graph, ir::Scope::Kind::loop, 1).loop->item_type == Type(Type::number));
}

TEST_CASE("a list with values of the pipeline in it is none to loop over") {
  struct P {
    In<double> rate;
    void define(Pipeline& p) const {
      p.parallel_for(In<std::vector<double>>{0.5, rate}, [&](Out<double> each) { p.add(Rate{.rate = each}); });
    }
  };
  const auto recording = detail::record(detail::component_descriptor<P>, nullptr);
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::nothing_to_loop_over);
}

TEST_CASE("an exit handler guards its body, and its exit task stands after it") {
  struct P {
    void define(Pipeline& p) const {
      auto handler = p.exit_handler(p.exit_task(Bye{}), [&] { p.add(Rate{}); }, {.name = "guarded"});
      p.add(Rate{}, {.after = {handler}});
    }
  };
  const auto recording = detail::record(detail::component_descriptor<P>, nullptr);
  REQUIRE(recording.diagnostics.empty());
  const ir::Graph& graph = recording.graph;
  const ir::Scope& body = scope_of_kind(graph, ir::Scope::Kind::pipeline);
  REQUIRE(body.children.size() == 3);
  const auto handler = std::get<ir::ScopeId>(body.children[0]);
  CHECK(graph[handler].kind == ir::Scope::Kind::handler);
  CHECK(graph[handler].name == "guarded");
  const ir::Task& exit = graph[std::get<ir::TaskId>(body.children[1])];
  CHECK(exit.at_exit);
  CHECK(exit.guards == handler);
  CHECK(graph.options_of(graph[std::get<ir::TaskId>(body.children[2])]).after == std::vector<ir::Child>{handler});
}

TEST_CASE("exit handlers and exit tasks in wrong places are diagnosed with both") {
  struct P {
    In<double> x = 1;
    void define(Pipeline& p) const {
      auto bye = p.exit_task(Bye{});
      p.exit_handler(bye, [&] { p.add(Rate{}); });
      p.exit_handler(bye, [&] { p.add(Rate{}); });
      p.if_(x > 1, [&] { p.exit_handler(p.exit_task(Bye{}), [&] { p.add(Rate{}); }); });
    }
  };
  const auto recording = detail::record(detail::component_descriptor<P>, nullptr);
  REQUIRE(recording.diagnostics.size() == 2);
  CHECK(recording.diagnostics[0].code == Code::exit_task_unused);
  CHECK(recording.diagnostics[0].message == "an exit task is taken by a second handler");
  CHECK(recording.diagnostics[0].labels.size() == 1);
  CHECK(recording.diagnostics[1].code == Code::handler_out_of_place);
  CHECK(recording.diagnostics[1].labels.size() == 1);
}

TEST_CASE("a loop whose body throws closes") {
  Pipeline p("p");
  CHECK_THROWS_AS(p.parallel_for({1}, [&](Out<int>) { throw 3; }), int);
  p.add(Rate{});
  const auto recording = detail::record(p);
  CHECK(recording.graph.tasks[0].scope == ir::ScopeId(0));
}
