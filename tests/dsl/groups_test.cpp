#include "mlpipe/dsl/groups.hpp"

#include <stdexcept>

#include "catch2.hpp"
#include "recording.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

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
