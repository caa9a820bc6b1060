// What KFP's SDK refuses, where no other test has it: refused here as well, or supported. docs/parity.md lists all of
// it.
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Say {
  In<std::string> text = "";
  struct Outputs {
    Out<std::string> said;
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/say:1", .command = {"say"}, .args = {text, out.said.path(), out.model.uri()}};
  }
};

struct SayAll {
  In<std::vector<std::string>> texts;
  ContainerSpec container() const { return {.image = "acme/say:1", .command = {"say"}, .args = {texts}}; }
};

struct Use {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/use:1", .command = {"use"}, .args = {model.uri()}}; }
};

struct Tell {
  In<TaskFinalStatus> status = {};
  In<std::string> text = "";
  ContainerSpec container() const {
    return {.image = "acme/tell:1", .command = {"tell"}, .args = {executor_input(), text}};
  }
};

struct MakeModels {
  struct Outputs {
    Out<std::vector<Model>> models;
  };
  ContainerSpec container(const Outputs&) const {
    return {.image = "acme/make:1", .command = {"make"}, .args = {executor_input()}};
  }
};

/// The codes of what is said, in its order; nothing where all is fine.
template <class Write>
std::vector<std::string> said(const Write& write) {
  Pipeline p("p");
  write(p);
  std::vector<std::string> codes;
  const Result result = try_compile(p);
  for (const Diagnostic& diagnostic : result.diagnostics()) codes.push_back(code_name(diagnostic.code));
  return codes;
}
using Said = std::vector<std::string>;

Out<std::string> mode(Pipeline& p) { return p.input("mode", Type::string).as<std::string>(); }

}  // namespace

TEST_CASE("what KFP's SDK refuses about final statuses is refused") {
  CHECK(said([](Pipeline& p) { p.add(Tell{}); }) == Said{"MLP0330"});
  CHECK(said([](Pipeline& p) { p.add(Tell{.status = TaskFinalStatus{}}, {.after = {p.add(Say{})}}); }).front() ==
        "MLP0104");
  const auto ignoring = [](std::vector<TaskRef> after) {
    return TaskOptions{.after = std::move(after), .ignore_upstream_failure = true};
  };
  CHECK(said([&](Pipeline& p) { p.add(Tell{}, ignoring({})); }) == Said{"MLP0328", "MLP0330"});
  CHECK(said([&](Pipeline& p) { p.add(Tell{}, ignoring({p.add(Say{}), p.add(Say{})})); }) == Said{"MLP0330"});
  CHECK(said([&](Pipeline& p) { p.add(Tell{}, ignoring({p.add(Say{})})); }).empty());
  CHECK(said([&](Pipeline& p) {
          Task<Say> inside;
          p.if_(mode(p) == "a", [&] { inside = p.add(Say{}); });
          p.add(Tell{}, ignoring({inside}));
        }).front() == "MLP0223");
}

TEST_CASE("an artifact has no default but none") {
  struct Given {
    In<Model> model = Model{};
    ContainerSpec container() const { return {.image = "a:1", .command = {"a"}, .args = {model.uri()}}; }
  };
  struct Absent {
    In<std::optional<Model>> model = {};
    ContainerSpec container() const { return {.image = "a:1", .command = {"a"}, .args = {executor_input()}}; }
  };
  CHECK(said([](Pipeline& p) { p.add(Given{}); }) == Said{"MLP0113"});
  CHECK(said([](Pipeline& p) { p.add(Absent{}); }).empty());
}

TEST_CASE("an artifact is no word") {
  struct Model1 {
    In<Model> model;
    ContainerSpec container() const { return {.image = "a:1", .command = {"a"}, .args = {model}}; }
  };
  struct Models {
    In<std::vector<Model>> models;
    ContainerSpec container() const { return {.image = "a:1", .command = {"a"}, .args = {models}}; }
  };
  CHECK(said([](Pipeline& p) { p.add(Model1{.model = p.add(Say{}).model}); }) == Said{"MLP0421"});
  CHECK(said([](Pipeline& p) {
          p.add(Models{.models = p.input("m", Type::artifact_list("system.Model")).as<std::vector<Model>>()});
        }) == Said{"MLP0427"});  // the list as a whole, which Vertex AI replaces
}

TEST_CASE("lists of artifacts are made") {
  CHECK(said([](Pipeline& p) { p.add(MakeModels{}); }).empty());
  Pipeline p("p");
  p.add(MakeModels{});
  const Result result = try_compile(p);
  REQUIRE(result);
  CHECK(result->pipeline.components.at("comp-make-models").output_definitions->artifacts.at("models").is_artifact_list);
}

TEST_CASE("two hundred values in the metadata of an importer") {
  Pipeline p("p");
  std::vector<MetadataEntry> entries;
  for (int i = 0; i < 200; ++i) entries.push_back({"key-" + std::to_string(i), p.add(Say{}).said});
  p.if_(mode(p) == "a", [&] { p.add(Use{.model = p.importer<Model>("gs://a", {.metadata = entries})}); });
  const Result result = try_compile(p);
  CHECK(result.diagnostics().empty());
  REQUIRE(result);
  CHECK(result->pipeline.components.at("comp-importer").input_definitions->parameters.size() == 201);
}

TEST_CASE("what a loop gives is a list, and nothing else is") {
  const auto sweep = [](Pipeline& p) {
    return p.parallel_for({"a", "b"}, [&](Out<std::string> item) { return p.add(Say{.text = item}).said; });
  };
  CHECK(said([&](Pipeline& p) {
          const auto all = sweep(p);
          p.add(SayAll{.texts = all});
          p.add(SayAll{.texts = all});
          p.parallel_for(all, [&](Out<std::string> item) { p.add(Say{.text = item}); });
        }).empty());
  CHECK(said([&](Pipeline& p) {
          std::optional<Out<std::vector<std::string>>> all;
          p.if_(mode(p) == "a", [&] { all = sweep(p); });
          p.add(SayAll{.texts = *all});
        }) == Said{"MLP0220"});
  CHECK(said([&](Pipeline& p) {
          std::optional<Out<std::vector<std::string>>> all;
          p.exit_handler(p.exit_task(Tell{}), [&] { all = sweep(p); });
          p.add(SayAll{.texts = *all});
        }) == Said{"MLP0220"});
}

TEST_CASE("branches and loops give values of each other") {
  const auto either = [](Pipeline& p, const Out<std::string>& what, const auto& one, const auto& other) {
    return p.if_(what == "a", one).else_(other);
  };
  const auto say = [](Pipeline& p) { return [&p] { return p.add(Say{}).said; }; };
  CHECK(said([&](Pipeline& p) {  // a list of what one of several branches gives
          const auto all =
              p.parallel_for({"a", "b"}, [&](Out<std::string> item) { return either(p, item, say(p), say(p)); });
          p.add(SayAll{.texts = all});
        })
            .empty());
  CHECK(said([&](Pipeline& p) {  // one of several lists
          const auto loop = [&] { return p.parallel_for({1, 2}, [&](Out<int>) { return p.add(Say{}).said; }); };
          p.add(SayAll{.texts = either(p, mode(p), loop, loop)});
        })
            .empty());
  CHECK(said([&](Pipeline& p) {  // one of several of one of several
          const auto given = mode(p);
          const auto inner = [&] { return either(p, given, say(p), say(p)); };
          p.add(Say{.text = either(p, given, inner, say(p))});
        })
            .empty());
  CHECK(said([&](Pipeline& p) {  // either in text
          const auto one = either(p, mode(p), say(p), say(p));
          const auto all = p.parallel_for({1, 2}, [&](Out<int>) { return p.add(Say{}).said; });
          p.add(Say{.text = text("{} of {}", one, all)});
        })
            .empty());
}

// KFP's SDK has each of these wrong.
TEST_CASE("values reach every depth, whatever they are called") {
  for (const char* name : {"e", "i", "l", "m", "o", "p", "t", "it", "op", "loop", "item", "a", "r", "param"}) {
    CAPTURE(name);
    CHECK(said([&](Pipeline& p) {
            const auto value = p.input(name, Type::string).as<std::string>();
            p.parallel_for({1, 2}, [&](Out<int>) {
              p.parallel_for({1, 2}, [&](Out<int>) { p.add(Say{.text = value}); });
              p.if_(value == "a", [&] { p.add(Say{.text = value}); });
            });
          }).empty());
  }
  CHECK(said([](Pipeline& p) {  // the whole list within the loop over it
          const auto all = p.input("all", Type::list_of(Type::string)).as<std::vector<std::string>>();
          p.parallel_for(all, [&](Out<std::string> item) { p.if_(item == "a", [&] { p.add(SayAll{.texts = all}); }); });
        })
            .empty());
  CHECK(said([](Pipeline& p) {  // items in text, within another loop
          p.parallel_for({"a", "b"}, [&](Out<std::string> outer) {
            p.parallel_for({"c", "d"}, [&](Out<std::string> inner) {
              p.add(Say{.text = text("{} {}", outer, inner)});
              p.if_(outer == inner, [&] { p.add(Say{.text = text("again {}", outer)}); });
            });
          });
        })
            .empty());
}
