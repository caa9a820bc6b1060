// Nothing where there could be something: lists, loops, groups, pipelines, containers, options.
#include <functional>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/kubernetes.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Say {
  In<std::string> text = "";
  In<std::vector<std::string>> texts = empty;
  In<std::map<std::string, int>> table = empty;
  In<Json> any = Json::object();
  ContainerSpec container() const {
    return {.image = "acme/say:1", .command = {"say"}, .args = {text, texts, table, any}};
  }
};

struct Nothing {
  void define(Pipeline&) const {}
};

struct Case {
  std::string name;
  std::function<void(Pipeline&)> write;
  std::string said = "fine";  // or the code of the one error, or warning
};

const auto say = [](Pipeline& p) { p.add(Say{}); };
Out<bool> flag(Pipeline& p) { return p.input("flag", Type::boolean).as<bool>(); }
DynamicComponent step(ContainerSpec container) { return {.name = "step", .container = std::move(container)}; }

const std::vector<Case> cases = {
    // Arguments and defaults
    {"empty arguments",
     [](Pipeline& p) { p.add(Say{.text = "", .texts = empty, .table = empty, .any = Json::object()}); }},
    {"empty lists within a list",
     [](Pipeline& p) {
       p.add(Say{.any = Json::object({{"a", Json::array()}, {"", Json::object()}})});
     }},
    {"defaults that are empty",
     [](Pipeline& p) {
       p.input("list", Type::list, {.default_value = Json::array()});
       p.input("map", Type::structure, {.default_value = Json::object()});
       p.input("text", Type::string, {.default_value = Json("")});
       say(p);
     }},
    {"an empty text", [](Pipeline& p) { p.add(Say{.text = text("")}); }},
    {"null as an argument", [](Pipeline& p) { p.add(Say{.any = Json()}); }, "MLP0120"},
    {"null in a list",
     [](Pipeline& p) {
       p.add(Say{.any = Json::object({{"a", Json::array({Json()})}})});
     },
     "MLP0120"},
    // Loops
    {"a loop over no constants", [](Pipeline& p) { p.parallel_for(std::vector<int>{}, [&](Out<int>) { say(p); }); },
     "MLP0233"},
    {"a loop over no JSON", [](Pipeline& p) { p.parallel_for(Json::array(), [&](const Value&) { say(p); }); },
     "MLP0233"},
    {"a loop over an empty default",
     [](Pipeline& p) {
       const auto list = p.input("list", Type::list_of(Type::integer), {.default_value = Json::array()});
       p.parallel_for(list.as<std::vector<int>>(), [&](Out<int>) { say(p); });
     }},
    {"a loop over empty texts",
     [](Pipeline& p) {
       p.parallel_for({"", ""}, [&](Out<std::string>) { say(p); });
     }},
    {"a loop over empty lists",
     [](Pipeline& p) {
       p.parallel_for(std::vector<std::vector<int>>{{}, {}}, [&](Out<std::vector<int>>) { say(p); });
     }},
    {"a loop over null", [](Pipeline& p) { p.parallel_for(Json::array({Json()}), [&](const Value&) { say(p); }); },
     "MLP0120"},
    // Groups and pipelines
    {"a pipeline without tasks", [](Pipeline&) {}, "MLP0226"},
    {"a sub-pipeline without tasks", [](Pipeline& p) { p.add(Nothing{}); }, "MLP0226"},
    {"a branch without tasks", [](Pipeline& p) { p.if_(flag(p), [] {}); }, "MLP0226"},
    {"an else without tasks", [](Pipeline& p) { p.if_(flag(p), [&] { say(p); }).else_([] {}); }, "MLP0226"},
    {"a loop without tasks",
     [](Pipeline& p) {
       p.parallel_for({1, 2}, [](Out<int>) {});
     },
     "MLP0226"},
    {"a handler without tasks", [](Pipeline& p) { p.exit_handler(p.exit_task(Say{}), [] {}); }, "MLP0226"},
    // Containers
    {"a container without arguments", [](Pipeline& p) { p.add(step({.image = "a:1", .command = {"a"}})); }},
    {"a container without a command", [](Pipeline& p) { p.add(step({.image = "a:1"})); }, "MLP0428"},
    {"a container without an image", [](Pipeline& p) { p.add(step({.command = {"a"}})); }, "MLP0423"},
    {"an empty program", [](Pipeline& p) { p.add(step({.image = "a:1", .command = {""}})); }, "MLP0433"},
    {"an empty word",
     [](Pipeline& p) {
       p.add(step({.image = "a:1", .command = {"a", ""}, .args = {""}}));
     }},
    {"an alternative between nothings",
     [](Pipeline& p) {
       DynamicComponent c = step({.image = "a:1", .command = {"a"}, .args = {if_present("x", {})}});
       c.inputs = {{"x", Type::string, {.optional = true}}};
       p.add(c);
     }},
    {"an environment of nothing",
     [](Pipeline& p) {
       p.add(step({.image = "a:1", .command = {"a"}, .env = {{"A", ""}}}));
     }},
    // Options
    {"options that say nothing",
     [](Pipeline& p) {
       p.add(Say{}, {.resources = {}, .env = {}, .caching = {}, .retry = {}, .after = {}, .platform = {}});
     }},
    {"an empty variable",
     [](Pipeline& p) {
       p.add(Say{}, {.env = {{"A", ""}}});
     }},
    {"a variable without a name",
     [](Pipeline& p) {
       p.add(Say{}, {.env = {{"", "a"}}});
     },
     "MLP0326"},
    {"an empty cache key", [](Pipeline& p) { p.add(Say{}, {.caching = {.key = ""}}); }, "MLP0325"},
    {"an empty display name", [](Pipeline& p) { p.add(Say{}, {.display_name = ""}); }, "MLP0325"},
    {"no task to wait for", [](Pipeline& p) { p.add(Say{}, {.after = {TaskRef()}}); }, "MLP0117"},
    {"upstream failures of nothing", [](Pipeline& p) { p.add(Say{}, {.ignore_upstream_failure = true}); }, "MLP0328"},
    {"nothing for Kubernetes", [](Pipeline& p) { p.add(Say{}, {.platform = {kubernetes::Options{}}}); }},
    {"a secret without keys",
     [](Pipeline& p) { p.add(Say{}, {.platform = {kubernetes::Options{.secrets_as_env = {{.secret_name = "s"}}}}}); }},
    {"a toleration of nothing",
     [](Pipeline& p) { p.add(Say{}, {.platform = {kubernetes::Options{.tolerations = {{}}}}}); }, "MLP0356"},
    {"an affinity to nothing",
     [](Pipeline& p) { p.add(Say{}, {.platform = {kubernetes::Options{.node_affinity = {{}}}}}); }, "MLP0357"},
    {"a configuration of nothing",
     [](Pipeline& p) {
       p.configure({});
       say(p);
     }},
};

}  // namespace

TEST_CASE("nothing, where there could be something, is fine or said") {
  for (const Case& test : cases) {
    INFO(test.name);
    Pipeline pipeline("p");
    test.write(pipeline);
    const Result result = try_compile(pipeline);
    std::string said;
    for (const Diagnostic& diagnostic : result.diagnostics()) said += code_name(diagnostic.code);
    CHECK((said.empty() ? "fine" : said) == test.said);
    if (result) CHECK_FALSE(to_yaml(*result).empty());
  }
}
