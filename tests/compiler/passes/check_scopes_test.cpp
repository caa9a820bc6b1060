#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("scopes") {
  SECTION("out of a branch that has ended, all at once") {
    GraphBuilder b("p", {in("x")});
    const auto make = b.container("make", {}, {out("v")});
    const auto use = b.container("use", {in("v")});
    b.open_if(equals(b.input(), "a"), line(4));
    const auto made = b.add(make, {}, {}, line(5));
    b.end_if();
    b.add(use, {{"v", value(b.output(made))}}, {}, line(7));
    TaskOptions after;
    after.after = {made};
    b.add(make, {}, after, line(8));
    const Diagnostics found = diagnose(b.graph);
    REQUIRE(found.size() == 2);
    CHECK(found[0].message ==
          "task `use` uses output `v` of task `make`, which is made inside a branch that has ended");
    CHECK(found[0].code == Code::value_out_of_scope);
    CHECK(lines_of(found[0]) == Lines{7, 5, 4});
    CHECK(found[1].message == "task `make` waits for `make`, which is inside a branch that has ended");
    CHECK(found[1].code == Code::after_closed_branch);
    CHECK(lines_of(found[1]) == Lines{8, 5, 4});
  }
  SECTION("out of a loop, which can be waited for") {
    GraphBuilder b("p", {in("x")});
    const auto make = b.container("make", {}, {out("v")});
    const auto use = b.container("use", {in("v")});
    const auto loop = b.open_loop(Json::array({1, 2}), Type::integer, 0, line(4));
    const auto made = b.add(make, {}, {}, line(5));
    b.end_group();
    TaskOptions after;
    after.after = {made};
    b.add(make, {}, after, line(6));
    after.after = {loop};
    b.add(make, {}, after, line(7));
    CHECK(diagnose(b.graph).empty());
    b.add(use, {{"v", value(b.output(made))}}, {}, line(8));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::value_out_of_scope,
                            "task `use` uses output `v` of task `make`, which is made inside a loop that has ended",
                            "parallel_for")) == Lines{8, 5, 4});
  }
  SECTION("out of an exit handler, which is waited for as a whole") {
    GraphBuilder b("p", {in("x")});
    const auto make = b.container("make", {}, {out("v")});
    const auto handler = b.open_handler(line(4));
    const auto made = b.add(make, {}, {}, line(5));
    b.end_handler(handler, b.container("bye"));
    TaskOptions after;
    after.after = {handler};
    b.add(make, {}, after, line(6));
    CHECK(diagnose(b.graph).empty());
    after.after = {made};
    b.add(make, {}, after, line(7));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::after_closed_branch,
                            "task `make` waits for `make`, which is inside an exit handler that has ended",
                            "handler")) == Lines{7, 5, 4});
  }
  SECTION("a task does not wait for what it is in") {
    GraphBuilder b;
    const auto make = b.container("make");
    const auto loop = b.open_loop(Json::array({1, 2}), Type::integer, 0, line(4));
    TaskOptions after;
    after.after = {loop};
    b.add(make, {}, after, line(6));
    b.end_group();
    CHECK(lines_of(the_only(diagnose(b.graph), Code::dependency_cycle, "task `make` waits for the loop, which it is in",
                            "outside")) == Lines{6, 4});
  }
  SECTION("an exit task waits for nothing else") {
    GraphBuilder b("p", {in("x")});
    const auto make = b.container("make", {}, {out("v")});
    const auto use = b.container("use", {in("v")});
    const auto made = b.add(make, {}, {}, line(3));
    const auto handler = b.open_handler(line(4));
    b.add(make);
    b.end_handler(handler, use, {{"v", value(b.output(made))}}, {}, line(6));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::exit_task_waits,
                            "exit task `use` uses output `v` of task `make`; it is to run whatever fails",
                            "TaskFinalStatus")) == Lines{6, 3});
    GraphBuilder waiting;
    const auto first = waiting.add(waiting.container("first"), {}, {}, line(3));
    const auto guarded = waiting.open_handler(line(4));
    waiting.add(waiting.container("c"));
    TaskOptions after;
    after.after = {first};
    waiting.end_handler(guarded, waiting.container("bye"), {}, after, line(6));
    CHECK(lines_of(the_only(diagnose(waiting.graph), Code::exit_task_waits,
                            "exit task `bye` waits for `first`; it is to run whatever fails", "constants")) ==
          Lines{6, 3});
  }
  SECTION("loops and handlers without tasks") {
    GraphBuilder b;
    b.add(b.container("c"));
    b.open_loop(Json::array({1}), Type::integer, 0, line(4));
    b.end_group();
    the_only(diagnose(b.graph), Code::no_tasks, "this loop has no tasks", "leave the loop out");
  }
  SECTION("a body gives what a task in it made") {
    GraphBuilder b("p", {in("x")});
    const auto make = b.container("make", {}, {out("v")});
    const auto made = b.add(make, {}, {}, line(3));
    const auto loop = b.open_loop(Json::array({1}), Type::integer, 0, line(4));
    b.add(make);
    b.end_group();
    b.result(loop, Type::list_of(Type::string), {b.output(made)});
    CHECK(lines_of(the_only(diagnose(b.graph), Code::value_passed_through,
                            "the body of this loop gives output `v` of task `make`, which no task in it made",
                            "copy it")) == Lines{4, 3});
  }
  SECTION("of another pipeline") {
    GraphBuilder b("outer", {in("x")}, {}, line(1));
    const auto use = b.container("use", {in("v")});
    const auto inner = b.open_pipeline("inner");
    b.add(use, {{"v", value(ValueId(0))}}, {}, line(7));
    b.close();
    b.add(inner);
    CHECK(lines_of(the_only(diagnose(b.graph), Code::value_of_another_pipeline,
                            "task `use` in pipeline `inner` uses input `x`, which belongs to pipeline `outer`",
                            "input or output")) == Lines{7, 1});
  }
  SECTION("passed through") {
    GraphBuilder b("p", {in("x")}, {out("y")}, line(1));
    b.add(b.container("c"));
    b.give(b.input());
    CHECK(lines_of(the_only(diagnose(b.graph), Code::value_passed_through,
                            "output `y` of pipeline `p` gives input `x`, which no task in it made",
                            "use the input itself")) == Lines{1, 1});
  }
  SECTION("branches of different types, and outer values from a branch") {
    GraphBuilder b("p", {in("x")});
    const auto make = b.container("make", {}, {out("v"), out("n", Type::integer)});
    const auto outer = b.add(make, {}, {}, line(2));
    const auto branches = b.open_if(equals(b.input(), "a"), line(4));
    b.add(make);
    b.otherwise(line(6));
    const auto second = b.add(make);
    b.end_if();
    b.result(branches, Type::string, {b.output(outer), b.output(second, 1)});
    const Diagnostics found = diagnose(b.graph);
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == Code::value_passed_through);
    CHECK(found[0].message == "this branch gives output `v` of task `make`, which no task in it made");
    CHECK(lines_of(found[0]) == Lines{4, 2});
    CHECK(found[1].code == Code::branch_type_mismatch);
    CHECK(found[1].message == "this branch gives output `n` of task `make`, which is int, but the `if_` gives string");
    CHECK(lines_of(found[1]) == Lines{6, 4});
  }
  SECTION("results without else") {
    GraphBuilder b("p", {in("x")});
    const auto make = b.container("make", {}, {out("v")});
    const auto branches = b.open_if(equals(b.input(), "a"), line(4));
    const auto made = b.add(make);
    b.end_if();
    b.result(branches, Type::string, {b.output(made)});
    the_only(diagnose(b.graph), Code::result_without_else, "these branches give a value, but none of them need run",
             ".else_");
  }
  SECTION("a branch or pipeline that gives what others made, and has no tasks") {
    GraphBuilder b("p", {in("x")});
    const auto outer = b.add(b.container("make", {}, {out("v")}));
    const auto branches = b.open_if(equals(b.input(), "a"), line(4));
    b.otherwise(line(6));
    const auto inner = b.add(b.container("other", {}, {out("v")}));
    b.end_if();
    b.result(branches, Type::string, {b.output(outer), b.output(inner)});
    the_only(diagnose(b.graph), Code::value_passed_through,
             "this branch gives output `v` of task `make`, which no task in it made", "outer value");
    GraphBuilder whole("p", {in("x")}, {out("y")});
    whole.give(whole.input());
    the_only(diagnose(whole.graph), Code::value_passed_through,
             "output `y` of pipeline `p` gives input `x`, which no task in it made", "use the input itself");
  }
  SECTION("empty pipelines and branches") {
    GraphBuilder b("p", {in("x")}, {}, line(1));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::no_tasks, "pipeline `p` has no tasks", "at least one")) ==
          Lines{1});
    b.open_if(equals(b.input(), "a"), line(4));
    b.end_if();
    CHECK(lines_of(the_only(diagnose(b.graph), Code::no_tasks, "this branch has no tasks", "leave the branch out")) ==
          Lines{4});
  }
}
