#include "catch2.hpp"
#include "dsl/recorder.hpp"
#include "recording.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

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

TEST_CASE("numbers and artifacts that cannot be given are diagnosed") {
  struct P {
    void define(Pipeline& p) const {
      p.add(Sized{.n = 3000000000});
      p.add(Train{.data = Dataset{}});
      p.add(Inner{.data = p.add(Prepare{.uri = "a"}).data, .rate = 9007199254740993});  // 2^53 + 1 would be rounded
      p.add(Inner{.data = p.add(Prepare{.uri = "b"}).data, .rate = 9007199254740994});
    }
  };
  const Recording recording = recorded<P>();
  CHECK(codes(recording.diagnostics) ==
        std::vector<Code>{Code::number_out_of_range, Code::artifact_as_constant, Code::number_out_of_range});
  CHECK(recording.diagnostics[2].message == "input `rate` of component `inner` cannot hold 9007199254740993");
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
