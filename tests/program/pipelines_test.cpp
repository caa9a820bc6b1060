#include "program/pipelines.hpp"

#include "catch2.hpp"
#include "mlpipe/mlpipe.hpp"
#include "mlpipe/program/main.hpp"

using namespace mlpipe;
using namespace mlpipe::program;

namespace {

struct Step {
  void run() const {}
};
struct Namesake {
  static constexpr Component component{.name = "step"};
  void run() const {}
};
struct First {
  void define(Pipeline& p) const { p.add(Step{}); }
};
struct Second {
  void define(Pipeline& p) const { p.add(Namesake{}); }
};
struct Both {
  void define(Pipeline& p) const {
    p.add(Step{});
    p.add(Namesake{});
  }
};

struct Throws {
  void define(Pipeline& p) const {
    p.add(Step{});
    throw 3;
  }
};
namespace other {
struct First {
  void define(Pipeline& p) const { p.add(Step{}); }
};
}  // namespace other

Diagnostics found_in(const ProgramDescription& program, const detail::ComponentDescriptor& pipeline) {
  return check_natives(program, pipeline, detail::record(pipeline, nullptr));
}

}  // namespace

TEST_CASE("pipelines are found by name, the only one without") {
  const ProgramDescription one = detail::describe_program<First>(), two = detail::describe_program<First, Second>();
  CHECK(pipeline_names(two) == std::vector<std::string>{"first", "second"});
  std::string error;
  CHECK(find_pipeline(one, "", error) == one.pipelines[0]);
  CHECK(find_pipeline(two, "second", error) == two.pipelines[1]);
  CHECK(error.empty());
  CHECK(find_pipeline(two, "", error) == nullptr);
  CHECK(error == "which pipeline? The word after the command names it: first, second");
  CHECK(find_pipeline(one, "x", error) == nullptr);
  CHECK(error == "there is no pipeline `x`; there is: first");
  CHECK(find_pipeline(detail::describe_program<components<Step>>(), "", error) == nullptr);
  CHECK(error == "this program has no pipeline");
}

TEST_CASE("a native component that exec would take for another is told") {
  const ProgramDescription program = detail::describe_program<First, Second>();
  CHECK(found_in(program, *program.pipelines[0]).empty());
  const Diagnostics found = found_in(program, *program.pipelines[1]);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::native_component_not_found);
  CHECK_THAT(found[0].message, Catch::Contains("`exec step`") && Catch::Contains("Namesake"));
  const ProgramDescription listed = detail::describe_program<First, components<Namesake>>();
  CHECK(found_in(listed, *listed.pipelines[0]).size() == 1);
  const ProgramDescription alone = detail::describe_program<Second>();
  CHECK(found_in(alone, *alone.pipelines[0]).empty());
}

TEST_CASE("two components of one name in one pipeline are told once") {
  const ProgramDescription program = detail::describe_program<Both>();
  CHECK(found_in(program, *program.pipelines[0]).empty());
  const CompileResult result = compile_recording(
      program, *program.pipelines[0], detail::record(*program.pipelines[0], nullptr), {.image = "i", .program = "p"});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == Code::component_name_clash);
}

TEST_CASE("what exec would not find is among the diagnostics, and there is no spec") {
  const ProgramDescription program = detail::describe_program<First, Second>();
  const auto compiled = [&](std::size_t i) {
    return compile_recording(program, *program.pipelines[i], detail::record(*program.pipelines[i], nullptr),
                             {.image = "i", .program = "p"});
  };
  CHECK(compiled(0).documents);
  CHECK_FALSE(compiled(1).documents);
}

TEST_CASE("a pipeline that throws disables no other, and what it reaches before is found") {
  const ProgramDescription program = detail::describe_program<Throws, Second>();
  const Diagnostics found = found_in(program, *program.pipelines[1]);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::native_component_not_found);
  const CompileResult result =
      compile_recording(program, *program.pipelines[0], detail::try_record(*program.pipelines[0]), {});
  CHECK_FALSE(result.documents);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == Code::author_code_throws);
}

TEST_CASE("two pipelines of one name are told") {
  CHECK(check_names(detail::describe_program<First, Second>()).empty());
  const Diagnostics found = check_names(detail::describe_program<First, Second, other::First>());
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::pipeline_name_clash);
  CHECK_THAT(found[0].message, Catch::Contains("the name `first`") && Catch::Contains("other::First"));
}
