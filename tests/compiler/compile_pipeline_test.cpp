#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace compile_pipeline {

struct Say {
  In<std::string> what;
  ContainerSpec container() const { return {.image = "img", .command = {"say", what}}; }
};

struct Greeting {
  In<std::string> name = "you";
  int times = 1;  // configuration
  void define(Pipeline& p) const {
    for (int i = 0; i < times; ++i) p.add(Say{.what = text("hello {}", name)});
  }
};

struct Repeated {
  In<int> times = 1;
  In<Literal<"fast", "slow">> mode = "fast";
  void define(Pipeline& p) const { p.add(Say{.what = text("{} {}", times, mode)}); }
};

struct Wrong {
  void define(Pipeline& p) const { p.add(Say{.what = "x"}, {.name = "Bad Name"}); }
};

const auto& tasks_of(const PipelineSpec& spec) {
  return std::get<ir::DagSpec>(spec.pipeline.root->implementation).tasks;
}

}  // namespace compile_pipeline

using namespace compile_pipeline;

TEST_CASE("a pipeline is compiled by its type, or as a value with its own configuration and defaults") {
  const PipelineSpec by_type = compile<Greeting>();
  CHECK(tasks_of(by_type).size() == 1);
  CHECK(by_type.pipeline.root->input_definitions->parameters.at("name").default_value == Json("you"));
  const PipelineSpec by_value = compile(Greeting{.name = "all", .times = 3});
  CHECK(tasks_of(by_value).size() == 3);
  CHECK(by_value.pipeline.root->input_definitions->parameters.at("name").default_value == Json("all"));
  CHECK(compile<Greeting>({.name = "other"}).pipeline.pipeline_info->name == "other");
}

TEST_CASE("an untyped pipeline is compiled as it stands, and again") {
  Pipeline p("by-hand");
  p.add(Say{.what = "a"});
  CHECK(tasks_of(compile(p)).size() == 1);
  p.add(Say{.what = "b"});
  const Result result = try_compile(p);
  REQUIRE(result);
  CHECK(tasks_of(*result).size() == 2);
  CHECK(result->pipeline.pipeline_info->name == "by-hand");
}

TEST_CASE("options give inputs other defaults, which the members have to hold") {
  const PipelineSpec spec = compile<Greeting>({.defaults = {{"name", "all"}}});
  CHECK(spec.pipeline.root->input_definitions->parameters.at("name").default_value == Json("all"));
  CHECK(compile<Repeated>({.defaults = {{"times", 3}}}).pipeline.root.has_value());
  const Diagnostics problems = try_compile<Repeated>({.defaults = {{"times", 3'000'000'000}}}).diagnostics();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == Code::number_out_of_range);
  CHECK(problems[0].message == "the default of input `times` of pipeline `repeated` cannot be 3000000000");
  // What is wrong otherwise is told once.
  const Diagnostics wrong = try_compile<Repeated>({.defaults = {{"times", "x"}, {"mode", "odd"}}}).diagnostics();
  REQUIRE(wrong.size() == 2);
  CHECK(wrong[0].code == Code::type_mismatch);
  CHECK(wrong[1].code == Code::not_a_literal);
}

TEST_CASE("errors come as data or as an exception with all of them") {
  Result result = try_compile<Wrong>();
  CHECK_FALSE(result);
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == Code::bad_task_name);
  CHECK_THROWS_AS(result.value(), CompileError);
  CHECK_THROWS_AS(std::move(result).value(), CompileError);
  try {
    compile<Wrong>();
    FAIL("nothing was thrown");
  } catch (const CompileError& error) {
    CHECK(error.diagnostics().size() == 1);
    CHECK_THAT(error.what(), Catch::Contains("`Bad Name` is no name of a task [MLP0523]"));
  }
}
