#include "local/check_runnable.hpp"

#include "catch2.hpp"
#include "spec_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::local;
using namespace specs;

namespace {

/// The one diagnostic that a spec gets.
Diagnostic only(const ir::PipelineSpec& spec, const RunOptions& options = {}) {
  const Diagnostics diagnostics = check_runnable(spec, options);
  REQUIRE(diagnostics.size() == 1);
  return diagnostics.front();
}

}  // namespace

TEST_CASE("native steps and DAGs can run") {
  auto spec = pipeline({{"a", call("echo")}, {"b", call("dag", {{"x", from_task("a")}})}});
  add_dag(spec, "dag", {{"c", call("echo")}});
  CHECK(check_runnable(spec, {}).empty());
  RunOptions options;
  options.command = "steps";
  CHECK(check_runnable(spec, options).empty());
}

TEST_CASE("what a local run has not is refused, with the construct and the task") {
  SECTION("containers") {
    auto spec = pipeline({{"a", call("dag")}});
    add_dag(spec, "dag", {{"b", call("echo")}});
    auto& container = std::get<Container>(spec.deployment_spec->executors.at("echo").spec);
    container.args = {"hello"};
    const Diagnostic diagnostic = only(spec);
    CHECK(diagnostic.code == Code::not_runnable_here);
    CHECK(diagnostic.message == "task `a/b` needs a container (image `image`), which a local run has not");
  }
  SECTION("containers whose image is an input, in a known place") {
    struct Known : SourceMap {
      SourceLocation place_of(std::string_view task) const override {
        return task == "a" ? SourceLocation("p.cpp", 7) : SourceLocation{};
      }
    } known;
    auto spec = pipeline({{"a", call("echo")}});
    auto& container = std::get<Container>(spec.deployment_spec->executors.at("echo").spec);
    container.args = {"hello"};
    container.image = "{{$.inputs.parameters['image']}}";
    RunOptions options;
    options.source = &known;
    const Diagnostic diagnostic = only(spec, options);
    CHECK(diagnostic.message ==
          "task `a` needs a container (its image is its input `image`), which a local run has not");
    CHECK(diagnostic.line == 7);
  }
  SECTION("another program's exec") {
    RunOptions options;
    options.command = "penguins";
    CHECK_THAT(only(pipeline({{"a", call("echo")}}), options).message, Catch::Contains("a container"));
  }
  SECTION("importers") {
    auto spec = pipeline({{"a", call("echo")}});
    spec.deployment_spec->executors.at("echo").spec =
        ir::Box<ir::PipelineDeploymentConfig::ImporterSpec>(ir::PipelineDeploymentConfig::ImporterSpec{});
    CHECK(only(spec).message == "task `a` needs an importer, which a local run has not");
  }
  SECTION("resolvers") {
    auto spec = pipeline({{"a", call("echo")}});
    spec.deployment_spec->executors.at("echo").spec =
        ir::Box<ir::PipelineDeploymentConfig::ResolverSpec>(ir::PipelineDeploymentConfig::ResolverSpec{});
    CHECK_THAT(only(spec).message, Catch::Contains("a kind of executor"));
  }
  SECTION("loops") {
    auto spec = pipeline({{"a", call("echo")}});
    root_of(spec).tasks.at("a").iterator = ir::Box<ir::ParameterIteratorSpec>(ir::ParameterIteratorSpec{});
    CHECK(only(spec).message == "task `a` needs a loop, which a local run has not");
  }
  SECTION("final states") {
    auto spec = pipeline({{"a", call("echo")}, {"b", after(call("echo"), {"a"})}});
    root_of(spec).tasks.at("b").inputs->parameters["status"].kind = ParameterInput::TaskFinalStatus{"a"};
    CHECK(only(spec).message ==
          "task `b` needs the final status of another task (input `status`), which a local run has not");
  }
  SECTION("selectors") {
    auto spec = pipeline({{"a", call("echo", {{"value", constant(1)}})}});
    root_of(spec).tasks.at("a").inputs->parameters.at("value").parameter_expression_selector =
        "parseJson(string_value)";
    CHECK_THAT(only(spec).message, Catch::Contains("a field of a value (input `value`)"));
  }
  SECTION("conditions beyond what is understood") {
    CHECK_THAT(only(pipeline({{"a", when(call("echo"), "size('a') == 1")}})).message,
               Catch::Contains("the condition of task `a` cannot be evaluated here: `size` is not supported"));
  }
}

TEST_CASE("a spec that contradicts itself is told so") {
  const auto message = [](const ir::PipelineSpec& spec) {
    const Diagnostic diagnostic = only(spec);
    CHECK(diagnostic.code == Code::broken_spec_for_run);
    return diagnostic.message;
  };
  CHECK(message({}) == "the spec has no root DAG");
  CHECK(message(pipeline({{"a", call("nothing")}})) ==
        "task `a` calls the component `nothing`, which the spec has not");
  CHECK(message(pipeline({{"a", after(call("echo"), {"gone"})}})) ==
        "task `a` waits for `gone`, which is no task beside it");
  CHECK(message(pipeline({{"a", after(call("echo"), {"b"})}, {"b", call("echo", {{"value", from_task("a")}})}})) ==
        "task `a` waits for itself");
  auto no_executor = pipeline({{"a", call("echo")}});
  no_executor.deployment_spec->executors.clear();
  CHECK(message(no_executor) == "task `a` has the executor `echo`, which the spec has not");
  auto recursive = pipeline({{"a", call("dag")}});
  add_dag(recursive, "dag", {{"b", call("dag")}});
  CHECK(message(recursive) == "task `a/b` calls `dag`, which it lies in");
  auto no_producer = pipeline({{"a", call("echo")}});
  root_of(no_producer).outputs.emplace().parameters["o"] = output_of("gone");
  CHECK(message(no_producer) == "output `o` of `the pipeline` comes from `gone`, which is no task of it");
  auto no_body = pipeline({{"a", call("echo")}});
  no_body.components.at("echo").implementation = {};
  CHECK(message(no_body) == "component `echo` has neither a DAG nor an executor");
}

TEST_CASE("a native step is known by its arguments") {
  CHECK(native_component({"exec", "train", "--executor_input", "{{$}}"}) == "train");
  CHECK(native_component({"exec", "train", "--executor_input", "{{$}}", "x"}).empty());
  CHECK(native_component({}).empty());
}
