// The names of tasks and groups in the spec: KFP's where nobody gives any, and those that are given, as they are.
#include <algorithm>
#include <functional>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Say {
  In<std::string> text = "";
  struct Outputs {
    Out<std::string> said;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/say:1", .command = {"say"}, .args = {text, out.said.path()}};
  }
};

struct End {
  ContainerSpec container() const { return {.image = "acme/end:1", .command = {"end"}}; }
};

namespace one {
struct Step {
  ContainerSpec container() const { return {.image = "acme/one:1", .command = {"step"}}; }
};
}  // namespace one
namespace other {
struct Step {
  ContainerSpec container() const { return {.image = "acme/other:1", .command = {"step"}}; }
};
}  // namespace other

using Names = std::set<std::string>;

Names names_in(const ir::ComponentSpec& component) {
  Names names;
  for (const auto& [name, task] : std::get<ir::DagSpec>(component.implementation).tasks) names.insert(name);
  return names;
}

Names names_of(const std::function<void(Pipeline&)>& write) {
  Pipeline p("p");
  write(p);
  const Result result = try_compile(p);
  for (const Diagnostic& diagnostic : result.diagnostics()) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(result);
  return names_in(*result->pipeline.root);
}

Out<std::string> mode(Pipeline& p) { return p.input("mode", Type::string).as<std::string>(); }

// ---- Lines that differ

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

struct Difference {
  Lines added;
  std::size_t removed = 0;
  std::size_t blocks = 0;  ///< of added lines that follow each other
};

/// The shortest way from one text to the other, by their longest common sequence of lines.
Difference difference(const Lines& before, const Lines& after) {
  std::vector<std::vector<std::size_t>> common(before.size() + 1, std::vector<std::size_t>(after.size() + 1));
  for (std::size_t i = before.size(); i-- > 0;) {
    for (std::size_t j = after.size(); j-- > 0;)
      common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  }
  Difference found;
  bool in_block = false;
  std::size_t i = 0;
  for (std::size_t j = 0; j < after.size();) {
    if (i < before.size() && before[i] == after[j]) {
      ++i, ++j, in_block = false;
    } else if (i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
      ++i, ++found.removed;
    } else {
      found.added.push_back(after[j++]);
      found.blocks += in_block ? 0 : 1;
      in_block = true;
    }
  }
  found.removed += before.size() - i;
  return found;
}

std::string twenty(bool one_in_front, bool named) {
  Pipeline p("p");
  const auto add = [&](int number) {
    p.add(Say{.text = "text " + std::to_string(number)}, {.name = named ? "step-" + std::to_string(number) : ""});
  };
  if (one_in_front) add(99);
  for (int number = 1; number <= 20; ++number) add(number);
  return to_yaml(try_compile(p).value());
}

Difference with_one_in_front(bool named) {
  return difference(lines_of(twenty(false, named)), lines_of(twenty(true, named)));
}

}  // namespace

TEST_CASE("one task more in front of twenty of one component changes its own lines alone, where tasks are named") {
  const Difference named = with_one_in_front(true), numbered = with_one_in_front(false);
  CHECK(named.removed == 0);
  CHECK(named.blocks == 1);
  CHECK(named.added.size() == 12);
  CHECK(named.added.front().find("step-99:") != std::string::npos);
  CHECK(numbered.added.size() == 32);
  CHECK(numbered.removed == 20);  // each task has the text of the one before
  std::cout << "one task more in front of twenty of one component, lines of YAML:\n"
            << "  named:    " << named.added.size() << " added, " << named.removed << " removed\n"
            << "  numbered: " << numbered.added.size() << " added, " << numbered.removed << " removed\n";
}

TEST_CASE("tasks and groups have KFP's names where nobody names them") {
  CHECK(names_of([](Pipeline& p) {
          const auto given = mode(p);
          p.add(Say{});
          p.if_(given == "a", [&] { p.add(Say{}); });
          p.if_(given == "b", [&] { p.add(Say{}); }).else_([&] { p.add(Say{}); });
          p.parallel_for({1, 2}, [&](Out<int>) { p.add(Say{}); });
          p.exit_handler(p.exit_task(End{}), [&] { p.add(Say{}); });
          p.add(Say{});
        }) == Names{"say", "condition-1", "condition-branches-2", "for-loop-6", "exit-handler-7", "end", "say-7"});
}

TEST_CASE("names that are given are kept, and take no part in the numbering") {
  const auto numbered = [](Pipeline& p, const std::string& name) {
    const auto given = mode(p);
    p.add(Say{});
    if (!name.empty()) {
      p.add(Say{}, {.name = name + "-task"});
      p.if_(given == "a", [&] { p.add(End{}, {.name = name + "-1"}); }, {.name = name + "-branch"});
      p.parallel_for({1, 2}, [&](Out<int>) { p.add(End{}, {.name = name + "-2"}); }, {.name = name + "-loop"});
      p.exit_handler(p.exit_task(End{}, {.name = name + "-end"}), [&] { p.add(End{}, {.name = name + "-3"}); },
                     {.name = name + "-handler"});
    }
    p.add(Say{});
    p.if_(given == "b", [&] { p.add(Say{}); });
    p.parallel_for({1, 2}, [&](Out<int>) { p.add(Say{}); });
    p.exit_handler(p.exit_task(End{}), [&] { p.add(Say{}); });
  };
  const Names without = names_of([&](Pipeline& p) { numbered(p, ""); });
  CHECK(without == Names{"say", "say-2", "condition-1", "for-loop-3", "exit-handler-4", "end"});
  Names with = without;
  with.insert({"my-task", "my-branch", "my-loop", "my-handler", "my-end"});
  CHECK(names_of([&](Pipeline& p) { numbered(p, "my"); }) == with);
}

TEST_CASE("names that are numbered make way for those that are given") {
  const auto given_before_and_after = [](bool before) {
    return [before](Pipeline& p) {
      const auto given = mode(p);
      const auto named = [&] {
        p.add(Say{}, {.name = "say-2"});
        p.if_(given == "a", [&] { p.add(End{}, {.name = "one"}); }, {.name = "condition-1"});
        p.parallel_for({1, 2}, [&](Out<int>) { p.add(End{}, {.name = "two"}); }, {.name = "say"});
      };
      if (before) named();
      p.add(Say{});
      p.add(Say{});
      p.if_(given == "b", [&] { p.add(End{}, {.name = "three"}); });
      if (!before) named();
    };
  };
  for (const bool before : {true, false}) {
    const Names names = names_of(given_before_and_after(before));
    CHECK(names.size() == 6);
    for (const char* kept : {"say", "say-2", "condition-1"}) CHECK(names.contains(kept));
  }
}

TEST_CASE("tasks of components that are called as groups are do not take their place") {
  const auto called = [](const char* name) {
    return DynamicComponent{.name = name, .container = {.image = "acme/a:1", .command = {"a"}}};
  };
  const Names names = names_of([&](Pipeline& p) {
    const auto given = mode(p);
    for (const char* name : {"condition-1", "Condition 1", "condition_2", "for-loop-4", "importer", "exit-handler-5"})
      p.add(called(name));
    p.if_(given == "a", [&] { p.add(Say{}); });
    p.if_(given == "b", [&] { p.add(Say{}); });
    p.parallel_for({1, 2}, [&](Out<int>) { p.add(Say{}); });
    p.exit_handler(p.exit_task(End{}), [&] { p.add(Say{}); });
    p.importer<Model>("gs://a");
  });
  CHECK(names.size() == 6 + 4 + 2);
}

TEST_CASE("values that would have one name within a group have two") {
  const auto giving = [](const char* component, const char* output) {
    return DynamicComponent{
        .name = component,
        .outputs = {{output, Type::string}},
        .container = {
            .image = std::string("acme/") + component + ":1", .command = {"a"}, .args = {output_path(output)}}};
  };
  Pipeline p("p");
  const auto given = p.input("a-b-c", Type::string).as<std::string>();
  const auto one = p.add(giving("a", "b-c"))["b-c"].as<std::string>();
  const auto other = p.add(giving("a-b", "c"))["c"].as<std::string>();
  p.if_(given == "x", [&] {
    p.add(Say{.text = one});
    p.add(Say{.text = other});
    p.add(Say{.text = given});
  });
  const Result result = try_compile(p);
  REQUIRE(result);
  const auto& group = std::get<ir::DagSpec>(result->pipeline.root->implementation).tasks.at("condition-1");
  REQUIRE(group.inputs);
  CHECK(group.inputs->parameters.size() == 3);
}

TEST_CASE("two definitions never share a name in silence") {
  const auto codes = [](const std::function<void(Pipeline&)>& write) {
    Pipeline p("p");
    write(p);
    std::string said;
    const Result result = try_compile(p);
    for (const Diagnostic& diagnostic : result.diagnostics()) {
      if (diagnostic.level != Level::error) continue;
      said += code_name(diagnostic.code);
      CHECK(diagnostic.labels.size() == 1);  // the other one
    }
    return said;
  };
  const auto called = [](const char* name, const char* image) {
    return DynamicComponent{.name = name, .container = {.image = image, .command = {"a"}}};
  };
  CHECK(codes([&](Pipeline& p) { p.add(one::Step{}), p.add(other::Step{}); }) == "MLP0521");
  CHECK(codes([&](Pipeline& p) { p.add(called("same", "acme/a:1")), p.add(called("same", "acme/a:1")); }).empty());
  CHECK(codes([&](Pipeline& p) { p.add(called("p", "acme/a:1")); }) == "MLP0521");  // as the pipeline
  CHECK(codes([](Pipeline& p) { p.add(Say{}, {.name = "one"}), p.add(Say{}, {.name = "one"}); }) == "MLP0524");
  CHECK(codes([](Pipeline& p) {
          p.parallel_for({1, 2}, [&](Out<int>) { p.add(Say{}); }, {.name = "one"});
          p.add(Say{}, {.name = "one"});
        }) == "MLP0524");
  CHECK(codes([](Pipeline& p) {
          const auto given = mode(p);
          p.if_(given == "a", [&] { p.add(Say{}); }, {.name = "one"});
          p.exit_handler(p.exit_task(End{}), [&] { p.add(Say{}); }, {.name = "one"});
        }) == "MLP0524");
}

TEST_CASE("components whose names become one in the spec stay as many") {
  Pipeline p("p");
  int n = 0;
  for (const char* name : {"Say it", "say-it", "say_it"}) {
    const std::string image = "acme/step:" + std::to_string(++n);
    p.add(DynamicComponent{.name = name, .container = {.image = image, .command = {"a"}}});
  }
  const Result result = try_compile(p);
  REQUIRE(result);
  CHECK(result->pipeline.components.size() == 3);
  CHECK(names_in(*result->pipeline.root) == Names{"say-it", "say-it-2", "say-it-3"});
}
