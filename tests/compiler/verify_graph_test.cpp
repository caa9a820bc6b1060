#include "compiler/verify_graph.hpp"

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

struct Example : GraphBuilder {
  TaskId made, used;
  ScopeId branches;

  Example() : GraphBuilder("p", {in("x")}) {
    made = add(container("make", {}, {out("v")}));
    branches = open_if(equals(input(), "a"));
    used = add(container("use", {in("v"), maybe("w")}), {{"v", value(output(made))}, {"w", value(input())}});
    end_if();
  }
};

/// What the verifier says first, after the change.
template <class Change>
std::string said(Change change) {
  Example example;
  change(example);
  const auto problems = compiler::verify_graph(compiler::Compilation(example.graph, {}, {}));
  return problems.empty() ? "" : problems.front();
}

}  // namespace

TEST_CASE("a sound graph is sound") {
  CHECK(said([](Example&) {}) == "");
}

TEST_CASE("what is broken is said") {
  CHECK(said([](Example& e) { e.graph.root = ComponentId(99); }) == "the root is no pipeline");
  CHECK(said([](Example& e) { e.graph[e.used].component = ComponentId(99); }) == "task 1 has no component 99");
  CHECK(said([](Example& e) { e.graph[e.used].options = 99; }) == "task 1 has no options 99");
  CHECK(said([](Example& e) { e.graph[e.used].scope = ScopeId(0); }) == "a child of scope 2 has another parent");
  CHECK(said([](Example& e) { e.graph[e.branches].parent = ScopeId(); }) == "a child of scope 0 has another parent");
  CHECK(said([](Example& e) { std::swap(e.graph[e.used].arguments[0], e.graph[e.used].arguments[1]); }) ==
        "argument 0 of task 1 is out of order or for no input");
  CHECK(said([](Example& e) { e.graph[e.used].arguments[1].input = 2; }) ==
        "argument 2 of task 1 is out of order or for no input");
  CHECK(said([](Example& e) { e.graph[e.used].arguments[0].argument = value(ValueId(99)); }) ==
        "task 1 uses value 99, which is not there");
  CHECK(said([](Example& e) { e.graph[e.made].upstream.push_back(TaskId(99)); }) ==
        "task 0 waits for what is not there");
  CHECK(said([](Example& e) { e.graph[ScopeId(2)].condition = equals(ValueId(99), "a"); }) ==
        "what decides about scope 2 has no value 99");
  CHECK(said([](Example& e) { e.graph[ScopeId(2)].inflow.push_back(ValueId(99)); }) ==
        "scope 2 uses value 99, which is not there");
  CHECK(said([](Example& e) { e.graph.values[1].owner = 99; }) == "value 1 is of nothing that is there");
  CHECK(said([](Example& e) { e.graph.values[0].index = 1; }) == "value 0 is of nothing that is there");
}

TEST_CASE("handles known to be bad are no breach") {
  CHECK(said([](Example& e) { e.graph[e.used].arguments[0].argument = value(ValueId()); }) == "");
  CHECK(said([](Example& e) { e.graph[e.made].component = ComponentId(); }) != "");
}
