#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

CompileOptions for_target(Target target) {
  CompileOptions options;
  options.target = target;
  return options;
}

// One task that is given texts of so many bytes.
Diagnostics of_constants(std::vector<std::size_t> sizes, Target target = Target::kfp) {
  std::vector<InputDefinition> inputs;
  GraphBuilder::Arguments arguments;
  for (const std::size_t size : sizes) {
    inputs.push_back(in("x" + std::to_string(inputs.size())));
    arguments.emplace_back(inputs.back().name, constant(std::string(size, 'a')));
  }
  GraphBuilder b;
  b.add(b.native("use", std::move(inputs)), std::move(arguments), {}, line(4));
  return diagnose(b.graph, for_target(target));
}

// So many tasks, and one after all of them.
Diagnostics of_fan_in(int tasks, Target target) {
  GraphBuilder b;
  const auto say = b.container("say");
  TaskOptions options;
  for (int i = 0; i < tasks; ++i) options.after.emplace_back(b.add(say));
  b.add(b.container("last"), {}, options, line(9));
  return diagnose(b.graph, for_target(target));
}

}  // namespace

TEST_CASE("from 64 KiB on, what a step is told comes near to what an argument holds") {
  CHECK(of_constants({60'000}).empty());
  CHECK(lines_of(the_only(of_constants({100, 50'000, 20'000}), Code::long_input,
                          "the constants that task `use` is given have 70196 bytes; with what a run adds, its "
                          "executor input may exceed the 131071 bytes of an argument: input `x1` takes 50032, input "
                          "`x2` takes 20032, input `x0` takes 132",
                          "artifact")) == Lines{4});
  CHECK(of_constants({100, 50'000, 20'000}, Target::vertex).empty());
  CHECK(of_constants({100, 50'000, 20'000}, Target::local).empty());
}

TEST_CASE("the description of a task is one argument of the driver's, and that says what takes the room") {
  const Diagnostics found = of_constants({130'900, 100});
  CHECK(lines_of(the_only(found, Code::text_too_long,
                          "task `use` has a description of 131167 bytes, and Kubeflow Pipelines hands it on as "
                          "one argument of up to 131071: input `x0` takes 130932, input `x1` takes 132",
                          "image")) == Lines{4});
  CHECK(of_constants({130'900, 100}, Target::vertex).empty());
}

TEST_CASE("so is that of a loop, with its items") {
  const auto loop = [](std::size_t item_size, Target target) {
    GraphBuilder b;
    const auto say = b.container("say");
    b.open_loop(Json::array({std::string(item_size, 'a'), std::string(item_size, 'b')}), Type::string, 0, line(7));
    b.add(say);
    b.end_group();
    return diagnose(b.graph, for_target(target));
  };
  CHECK(loop(60'000, Target::kfp).empty());
  CHECK(loop(70'000, Target::vertex).empty());
  const Diagnostics found = loop(70'000, Target::kfp);
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == Code::text_too_long);
  CHECK(found.front().line == 7);
  INFO(found.front().message);
  CHECK(found.front().message.find("loop `for-loop-2` has a description of 140") == 0);
  CHECK(found.front().message.find("the list of its items takes 140") != std::string::npos);
}

TEST_CASE("and that of a task after very many, named by their number") {
  GraphBuilder b;
  const auto say = b.container("say");
  TaskOptions options;
  for (int i = 0; i < 1500; ++i) options.after.emplace_back(b.add_named(std::string(90, 'n') + std::to_string(i), say));
  b.add(b.container("last"), {}, options, line(9));
  Diagnostics found = diagnose(b.graph);
  std::erase_if(found, [](const Diagnostic& d) { return d.code == Code::run_too_large; });
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == Code::text_too_long);
  CHECK(found.front().message.find(": the list of the 1500 tasks before it takes 14") != std::string::npos);
}

TEST_CASE("a default is what a run's form begins with, and runs take parameters of 10,000 bytes") {
  const auto with_default = [](Json value, Type type, Target target) {
    GraphBuilder b("p", {in_or("x", std::move(type), std::move(value))}, {}, line(1));
    b.add(b.container("say"));
    return diagnose(b.graph, for_target(target));
  };
  CHECK(with_default(std::string(9'998, 'a'), Type::string, Target::kfp).empty());
  CHECK(lines_of(the_only(with_default(std::string(9'999, 'a'), Type::string, Target::kfp), Code::long_parameter,
                          "the default of input `x` has 10001 bytes, and Kubeflow Pipelines takes runs with parameters "
                          "of up to 10000",
                          "URI")) == Lines{1});
  the_only(with_default(Json::array({std::string(10'000, 'a')}), Type::list_of(Type::string), Target::kfp),
           Code::long_parameter,
           "the default of input `x` has 10004 bytes, and Kubeflow Pipelines takes runs with parameters of up to 10000",
           "URI");
  CHECK(with_default(std::string(9'999, 'a'), Type::string, Target::vertex).empty());
}

TEST_CASE("Vertex takes a hundred tasks right before one") {
  CHECK(of_fan_in(100, Target::vertex).empty());
  CHECK(of_fan_in(101, Target::kfp).empty());
  CHECK(lines_of(the_only(of_fan_in(101, Target::vertex), Code::too_many_upstream,
                          "task `last` comes right after 101 tasks, and Vertex AI Pipelines takes up to 100",
                          "groups")) == Lines{9});
}

TEST_CASE("so it does right before a group") {
  GraphBuilder b("p", {in("x")});
  const auto say = b.container("say");
  std::vector<TaskId> before;
  for (int i = 0; i < 101; ++i) before.push_back(b.add(say));
  TaskOptions options;
  for (const TaskId task : before) options.after.emplace_back(task);
  b.open_loop(Json::array({1}), Type::integer, 0, line(7));
  b.add(say, {}, options);
  b.end_group();
  const Diagnostics found = diagnose(b.graph, for_target(Target::vertex));
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == Code::too_many_upstream);
  CHECK(found.front().line == 7);
  CHECK(diagnose(b.graph).empty());
}
