#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

TaskOptions shown_as(const char* name) {
  TaskOptions options;
  options.display_name = constant(name);
  return options;
}

}  // namespace

TEST_CASE("two tasks that are shown under one name") {
  GraphBuilder b;
  const auto c = b.container("c");
  b.add_named("a", c, {}, shown_as("same"), line(2));
  b.add_named("b", c, {}, shown_as("same"), line(3));
  CHECK(lines_of(the_only(diagnose(b.graph), Code::task_name_clash, "task `b` is shown as `same`, and so is task `a`",
                          "each its own")) == Lines{3, 2});
}

TEST_CASE("a task that is shown under the name of another, or of a branch") {
  GraphBuilder b("p", {in("x")});
  const auto c = b.container("c");
  b.add(c, {}, {}, line(2));
  b.add_named("b", c, {}, shown_as("c"), line(3));
  CHECK(lines_of(the_only(diagnose(b.graph), Code::task_name_clash, "task `b` is shown as `c`, and so is task `c`",
                          "")) == Lines{3, 2});

  GraphBuilder branch("p", {in("x")});
  const auto d = branch.container("d");
  branch.open_if(equals(branch.input(), "a"), line(2));
  branch.add(d);
  branch.end_if();
  branch.add_named("e", d, {}, shown_as("condition-1"), line(5));
  CHECK(lines_of(the_only(diagnose(branch.graph), Code::task_name_clash,
                          "task `e` is shown as `condition-1`, and so is branch `condition-1`", "")) == Lines{5, 2});
}

TEST_CASE("display names may repeat where they are in different DAGs") {
  GraphBuilder b("p", {in("x")});
  const auto c = b.container("c");
  b.add_named("a", c, {}, shown_as("same"));
  b.open_if(equals(b.input(), "a"));
  b.add_named("b", c, {}, shown_as("same"));
  b.end_if();
  CHECK(diagnose(b.graph).empty());
}
