// Every check of the compiler, provoked: code, message, hint and the places it points to. The lines are made up: what a
// task is written on is the number given to `line`.
#include <functional>
#include <limits>

#include "catch2.hpp"
#include "diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using Op = Condition::Op;

namespace {

const Type dataset = Type::artifact("system.Dataset");
const Type model = Type::artifact("system.Model");

TaskOptions with(Setting TaskOptions::*option, Argument given) {
  TaskOptions options;
  options.*option = std::move(given);
  return options;
}

// One task with these options.
Diagnostics of_options(TaskOptions options) {
  GraphBuilder b;
  b.add(b.container("c", {}, {}), {}, std::move(options), line(7));
  return diagnose(b.graph);
}

// One task of a container.
Diagnostics of_container(Container container, std::vector<InputDefinition> inputs = {},
                         std::vector<OutputDefinition> outputs = {}) {
  GraphBuilder b("p", {in("u")});
  const auto c = b.container("c", inputs, std::move(outputs), std::move(container), line(3));
  GraphBuilder::Arguments arguments;
  for (const InputDefinition& input : inputs) {
    if (!input.optional && !input.type.is_artifact()) arguments.emplace_back(input.name, value(b.input()));
  }
  const auto make = b.container("make", {}, {out("d", dataset)});
  for (const InputDefinition& input : inputs) {
    if (input.type.is_artifact()) arguments.emplace_back(input.name, value(b.output(b.add(make))));
  }
  b.add(c, std::move(arguments));
  return diagnose(b.graph);
}

Container running(std::vector<ContainerArgument> args) {
  return {{literal("img")}, {word("run")}, std::move(args), {}};
}

// One task of a component with one input `x`, which is given the argument.
Diagnostics of_argument(InputDefinition x, Argument given) {
  GraphBuilder b;
  b.add(b.container("c", {std::move(x)}, {}, running({}), line(3)), {{"x", std::move(given)}}, {}, line(7));
  return diagnose(b.graph);
}

Diagnostics of_condition(const std::function<Condition(GraphBuilder&, ValueId)>& make, Type type) {
  GraphBuilder b;
  const auto say = b.container("say");
  const auto v = b.output(b.add(b.container("make", {}, {out("v", std::move(type))}), {}, {}, line(2)));
  b.open_if(make(b, v), line(4));
  b.add(say);
  b.end_if();
  return diagnose(b.graph);
}

}  // namespace

TEST_CASE("arguments") {
  SECTION("missing") {
    GraphBuilder b;
    b.add(b.container("c", {in("x")}, {}, running({}), line(3)), {}, {}, line(7));
    const auto d =
        the_only(diagnose(b.graph), Code::missing_argument, "input `x` of `c` is not given", "a value of type string");
    CHECK(lines_of(d) == Lines{7, 3});
  }
  SECTION("of another type: both places") {
    GraphBuilder b;
    const auto made = b.add(b.container("make", {}, {out("d", dataset)}), {}, {}, line(5));
    b.add(b.container("c", {in("m", model)}), {{"m", value(b.output(made))}}, {}, line(7));
    const auto d = the_only(diagnose(b.graph), Code::type_mismatch,
                            "input `m` of `c` is system.Model, but output `d` of task `make` is system.Dataset", "");
    CHECK(lines_of(d) == Lines{7, 5});
  }
  SECTION("constants") {
    the_only(of_argument(in("x", Type::integer), constant(1.5)), Code::type_mismatch,
             "what input `x` of `c` is given is a real number, not int: 1.5", "");
    the_only(of_argument(in("x", Type::integer), constant(true)), Code::type_mismatch,
             "what input `x` of `c` is given is a boolean, not int: true", "");
    the_only(of_argument(in("x", Type::list_of(Type::integer)), constant(Json::array({1, "b"}))), Code::type_mismatch,
             "what input `x` of `c` is given is a list whose item 1 is a string, not int: [1,\"b\"]", "");
    the_only(of_argument(in("x", Type::structure), constant(Json::object({{"k", nullptr}}))), Code::null_constant,
             "what input `x` of `c` is given is a map whose entry `k` is null: {\"k\":null}", "leave it out");
    the_only(of_argument(in("x", Type::integer), constant((std::int64_t{1} << 53) + 1)), Code::number_not_exact,
             "what input `x` of `c` is given is beyond 2^53: 9007199254740993", "pass it as a string");
    the_only(of_argument(in("x", Type::number), constant(std::numeric_limits<double>::quiet_NaN())),
             Code::number_not_exact, "what input `x` of `c` is given is no finite number: null", "finite");
    CHECK(of_argument(in("x", Type::number), constant(1)).empty());
    CHECK(of_argument(in("x", Type::integer), constant(std::int64_t{1} << 53)).empty());
  }
  SECTION("literals") {
    InputDefinition x = in("x");
    x.literals = {"sgd", "adam"};
    the_only(of_argument(x, constant("sdg")), Code::not_a_literal,
             "what input `x` of `c` is given is \"sdg\", which is not one of its values", "\"sgd\", \"adam\"");
    CHECK(of_argument(x, constant("adam")).empty());
  }
  SECTION("too long") {
    the_only(of_argument(in("x"), constant(std::string(200000, 'a'))), Code::text_too_long,
             "what input `x` of `c` is given has more than 131071 bytes", "artifact");
  }
  SECTION("defaults") {
    GraphBuilder b;
    b.add(b.container("c", {in_or("x", Type::integer, "three")}, {}, running({}), line(3)));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::type_mismatch,
                            "the default of input `x` of `c` is a string, not int: \"three\"", "")) == Lines{3});
  }
  SECTION("optional to required") {
    GraphBuilder b("p", {maybe("note")}, {}, line(1));
    b.add(b.container("c", {in("x")}), {{"x", value(b.input())}}, {}, line(7));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::optional_to_required,
                            "input `x` of `c` is required, but input `note` may be absent", "default")) == Lines{7, 1});
  }
  SECTION("lists with values") {
    GraphBuilder b("p", {in("n", Type::integer)});
    const auto c = b.container("c", {in("xs", Type::list_of(Type::integer))});
    b.add(c, {{"xs", list({constant(1), value(b.input())})}}, {}, line(7));
    the_only(diagnose(b.graph), Code::number_in_list_as_text,
             "input `xs` of `c`, item 1 arrives as text: input `n` is int", "");
  }
  SECTION("placeholders that name nothing") {
    the_only(of_argument(in("x"), constant("a {{$.inputs.parameters['nope']}}")), Code::unknown_placeholder,
             "the placeholder `{{$.inputs.parameters['nope']}}` in what input `x` of `c` is given names nothing",
             "text(");
    CHECK(of_argument(in("x"), constant("{{$.pipeline_job_uuid}} {{$.inputs.parameters['x']}}")).empty());
  }
  SECTION("handles known to be bad are silent, where something was reported") {
    GraphBuilder b;
    b.add(b.container("c", {in("x")}), {{"x", value(ValueId())}}, {}, line(7));
    const Diagnostics recorded = {{Code::unknown_output, line(6), "recorded"}};
    const CompileResult result = compile_graph(b.graph, {}, recorded);
    CHECK_FALSE(result.documents);
    the_only(result.diagnostics, Code::unknown_output, "recorded", "");
    CHECK(lines_of(the_only(diagnose(b.graph), Code::broken_graph, "a handle is bad here, and nothing has said why",
                            "report")) == Lines{7});
  }
}

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
  SECTION("empty pipelines and branches") {
    GraphBuilder b("p", {in("x")}, {}, line(1));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::no_tasks, "pipeline `p` has no tasks", "at least one")) ==
          Lines{1});
    b.open_if(equals(b.input(), "a"), line(4));
    b.end_if();
    CHECK(lines_of(the_only(diagnose(b.graph), Code::no_tasks, "this branch has no tasks", "leave the branch out")) ==
          Lines{4});
  }
  SECTION("cycles") {
    GraphBuilder b;
    const auto c = b.container("c");
    const auto first = b.add_named("a", c, {}, {}, line(2));
    TaskOptions after;
    after.after = {first};
    const auto second = b.add_named("b", c, {}, after, line(3));
    b.graph.options.emplace_back().after = {second};
    b.graph[first].options = 2;
    CHECK(lines_of(the_only(diagnose(b.graph), Code::dependency_cycle, "tasks wait for each other: `a` -> `b` -> `a`",
                            "after")) == Lines{2, 3});
  }
  SECTION("a pipeline that adds itself") {
    GraphBuilder b("outer");
    const auto inner = b.open_pipeline("inner");
    b.add(b.graph.root, {}, {}, line(3));
    b.close();
    b.add(inner, {}, {}, line(5));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::pipeline_adds_itself,
                            "pipeline `outer` adds itself: `outer` -> `inner` -> `outer`", "end somewhere")) ==
          Lines{5, 3});
  }
}

TEST_CASE("conditions") {
  const auto against = [](Json what) { return [what](GraphBuilder&, ValueId v) { return equals(v, what); }; };
  CHECK(lines_of(the_only(of_condition(against("abc"), Type::integer), Code::operands_differ,
                          "output `v` of task `make` is int, but \"abc\" is string: they can never be equal",
                          "same type")) == Lines{4, 2});
  the_only(of_condition(against(1), Type::boolean), Code::operands_differ,
           "output `v` of task `make` is bool, but 1 is int: they can never be equal", "same type");
  the_only(of_condition([](auto&, ValueId v) { return compare(v, Op::less, Json(true)); }, Type::boolean),
           Code::operands_differ, "booleans have no order", "==");
  the_only(of_condition(against("a"), dataset), Code::bad_operand,
           "output `v` of task `make` is system.Dataset, which cannot be compared", "component");
  the_only(of_condition([](auto&, ValueId v) { return is_true(v); }, Type::integer), Code::bad_operand,
           "output `v` of task `make` is int, and no condition by itself", "compare");
  the_only(of_condition([](auto&, ValueId) { return compare(Json(1), Op::equal, Json(1)); }, Type::integer),
           Code::constant_condition, "this condition is constant: no value of the pipeline decides it", "plain `if`");
  the_only(of_condition(
               [](auto&, ValueId v) {
                 Condition deep = equals(v, 1);
                 for (int i = 0; i < 300; ++i) deep = combine(Op::negation, {std::move(deep)});
                 return deep;
               },
               Type::integer),
           Code::condition_too_deep,
           "this condition is nested 301 levels deep; backends read 200, and 1000 terms of one `&&` or `||`",
           "component");
  CHECK(of_condition(
            [](auto&, ValueId v) {
              Condition wide = equals(v, 0);
              for (int i = 1; i < 500; ++i) wide = combine(Op::either, {std::move(wide), equals(v, i)});
              return wide;
            },
            Type::integer)
            .empty());
}

TEST_CASE("options") {
  using O = TaskOptions;
  the_only(of_options(with(&O::cpu_limit, constant("two"))), Code::bad_quantity, "task `c`: \"two\" is no cpu limit",
           "500m");
  the_only(of_options(with(&O::memory_limit, constant("4GB"))), Code::bad_quantity,
           "task `c`: \"4GB\" is no memory limit", "1.5Gi");
  CHECK(of_options(with(&O::memory_limit, constant("1.5Gi"))).empty());
  O resources = with(&O::memory_request, constant("8G"));
  resources.memory_limit = constant("1G");
  CHECK(lines_of(the_only(of_options(resources), Code::request_above_limit,
                          "task `c`: the memory request \"8G\" is above its limit \"1G\"", "raise")) == Lines{7});
  the_only(of_options(with(&O::accelerator_count, constant(2))), Code::bad_accelerator,
           "task `c`: accelerators are counted, but their type is not given", "nvidia.com/gpu");
  O none = with(&O::accelerator_count, constant(0));
  none.accelerator_type = constant("nvidia.com/gpu");
  the_only(of_options(none), Code::bad_accelerator, "task `c`: 0 is no count of accelerators", "leave");
  the_only(of_options(with(&O::retry_max, constant(-3))), Code::bad_retry, "task `c`: the number of retries is -3",
           "at least 0");
  the_only(of_options(with(&O::retry_backoff, constant(3))), Code::bad_retry,
           "task `c`: it has pauses before retries, but no number of retries", ".max");
  the_only(of_options(with(&O::display_name, constant(std::string(300, 'x')))), Code::text_too_long,
           "task `c`: its display name has more than 128 bytes", "shorten");
  the_only(of_options(with(&O::caching, constant("yes"))), Code::option_type_mismatch,
           "task `c`: the caching is a string, not bool", "");
  O env;
  env.env = {{"2A", constant("x")}};
  the_only(of_options(env), Code::bad_env_name, "task `c`: `2A` is no name of an environment variable", "digit");
  O ignoring;
  ignoring.ignore_upstream_failure = true;
  the_only(of_options(ignoring), Code::nothing_upstream,
           "task `c`: it ignores upstream failures, but nothing is upstream of it", ".after");
  O platform;
  platform.platform = {{"kubernetes", Json::array()}};
  the_only(of_options(platform), Code::bad_platform_config,
           "task `c`: what it tells platform `kubernetes` is a list, no object", "");

  SECTION("values where the spec holds constants") {
    GraphBuilder b("p", {in("n", Type::integer)});
    b.add(b.container("c"), {}, with(&O::retry_max, value(b.input())), line(7));
    the_only(diagnose(b.graph), Code::option_not_constant,
             "task `c`: the number of retries is a value that only a run knows", "compiled");
  }
  SECTION("on a pipeline") {
    GraphBuilder b;
    const auto inner = b.open_pipeline("inner");
    b.add(b.container("c"));
    b.close();
    b.add(inner, {}, with(&O::cpu_limit, constant("2")), line(7));
    the_only(diagnose(b.graph), Code::option_needs_container,
             "task `inner`: it is a pipeline, and has no container that resources could apply to", "inside");
  }
  SECTION("failures upstream") {
    GraphBuilder b;
    const auto made = b.add(b.container("make", {}, {out("v")}), {}, {}, line(2));
    b.add(b.container("c", {in("v"), in("s", Type::task_final_status)}), {{"v", value(b.output(made))}}, ignoring,
          line(7));
    CHECK(lines_of(the_only(
              diagnose(b.graph), Code::upstream_value_may_miss,
              "task `c`: it ignores upstream failures, but its required input `v` is output `v` of task `make`",
              "optional")) == Lines{7, 2});
    GraphBuilder lonely;
    lonely.add(lonely.container("c", {in("s", Type::task_final_status)}));
    the_only(diagnose(lonely.graph), Code::no_final_status,
             "task `c`: its input `s` wants the final status of a task, but it runs only where all before it succeeded",
             "exactly one");
  }
}

TEST_CASE("containers") {
  const auto of_segment = [](Segment segment, std::vector<InputDefinition> inputs = {},
                             std::vector<OutputDefinition> outputs = {}) {
    return of_container(running({word(std::move(segment))}), std::move(inputs), std::move(outputs));
  };
  CHECK(lines_of(the_only(of_container({{}, {word("run")}, {}, {}}), Code::bad_image, "component `c`: it has no image",
                          "python")) == Lines{3});
  the_only(of_container({{literal("a:"), part(SegmentKind::input_value, "v")}, {word("run")}, {}, {}}, {in("v")}),
           Code::bad_image, "component `c`: its image mixes text and placeholders, which backends do not replace there",
           "one input");
  the_only(of_container({{literal("img")}, {}, {word("run")}, {}}), Code::no_command,
           "component `c`: it has no command, and its first argument is started as the program", "entry point");
  the_only(of_container({{literal("img")}, {word(part(SegmentKind::output_path, "o"))}, {}, {}}, {}, {out("o")}),
           Code::placeholder_as_program,
           "component `c`: the program to start is a path of `o`, which the backend does not replace there", "shell");
  the_only(of_segment(part(SegmentKind::input_value, "nope")), Code::unknown_placeholder,
           "component `c`: a placeholder names `nope`, which is no input", "inputs");
  the_only(of_segment(part(SegmentKind::input_path, "x"), {in("x")}), Code::wrong_placeholder,
           "component `c`: input `x` is string, and has no path, URI or metadata", "value");
  the_only(of_segment(part(SegmentKind::input_value, "d"), {in("d", dataset)}), Code::wrong_placeholder,
           "component `c`: input `d` is system.Dataset, and has no value to stand in text", "path()");
  the_only(of_segment(part(SegmentKind::output_uri, "o"), {}, {out("o")}), Code::wrong_placeholder,
           "component `c`: output `o` is string, and has no URI or metadata", "path()");
  the_only(of_segment(part(SegmentKind::input_value, "m"), {maybe("m")}), Code::absent_placeholder,
           "component `c`: input `m` may be absent, and then the step fails on its placeholder", "if_present");
  the_only(of_segment(part(SegmentKind::executor_output)), Code::unreplaced_placeholder,
           "component `c`: Kubeflow Pipelines does not replace the path of the executor output", "JSON");
  const auto m = word(part(SegmentKind::input_value, "m"));
  CHECK(of_container(running({if_present("m", {word("--m"), m})}), {maybe("m")}).empty());
  the_only(of_container(running({if_present("x", {word("--x")})}), {in("x")}), Code::bad_if_present,
           "component `c`: `if_present` asks for input `x`, which is required", "optional");
  the_only(of_container(running({if_present("m", {if_present("m", {m})})}), {maybe("m")}), Code::bad_if_present,
           "component `c`: an `if_present` holds another; the backend fails on it", "one after the other");
  the_only(
      of_container(running({if_present("m", {word(part(SegmentKind::output_path, "o"))})}), {maybe("m")}, {out("o")}),
      Code::bad_if_present,
      "component `c`: an `if_present` holds a path of output `o`; the backend then leaves all of it as it is",
      "always");
  Container env = running({});
  env.env = {{"A", {part(SegmentKind::input_value, "x")}}};
  the_only(of_container(env, {in("x")}), Code::placeholder_in_env,
           "component `c`: environment variable `A` holds a placeholder, which no backend replaces there", "argument");
}

TEST_CASE("native components without an image are warned of once") {
  GraphBuilder b;
  b.add(b.native("a", {}, {}, line(2)));
  b.add(b.native("b"));
  CompileResult result = compile_graph(b.graph, {.program = "prog"});
  REQUIRE(result.documents);
  CHECK(lines_of(the_only(result.diagnostics, Code::native_image_assumed,
                          "no image is known for native component `a`; `prog:latest` is assumed", "--image")) ==
        Lines{2});
  CHECK(container_at(result.documents->pipeline, "b").image == "prog:latest");
}

TEST_CASE("names") {
  SECTION("two components of one name") {
    GraphBuilder b;
    b.add(b.container("c", {}, {}, running({}), line(2)));
    b.add(b.container("c", {maybe("x")}, {}, running({}), line(5)));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::component_name_clash, "two different components are called `c`",
                            "metadata")) == Lines{5, 2});
  }
  SECTION("two types of one name") {
    GraphBuilder b;
    const auto a = b.container("c"), other = b.container("c");
    b.graph[a].cpp_type = "a::C";
    b.graph[other].cpp_type = "b::C";
    b.add(a);
    b.add(other);
    the_only(diagnose(b.graph), Code::component_name_clash,
             "two different components are called `c`: `a::C` and `b::C`", "");
  }
  SECTION("of pipelines") {
    GraphBuilder b("***");
    b.add(b.container("c"));
    the_only(diagnose(b.graph), Code::bad_pipeline_name, "`***` is no name of a pipeline", "lower-case");
    the_only(diagnose(b.graph, {.name = "Bad Name"}), Code::bad_pipeline_name, "`Bad Name` is no name of a pipeline",
             "`bad-name` would do");
  }
  SECTION("of components, inputs and outputs") {
    GraphBuilder b;
    b.add(b.container("!"));
    the_only(diagnose(b.graph), Code::bad_component_name, "`!` is no name of a component", "letter");
    GraphBuilder inputs;
    inputs.add(inputs.container("c", {maybe("2x")}));
    the_only(diagnose(inputs.graph), Code::bad_interface_name, "`2x` is no name of an input (of `c`)", "letter");
    GraphBuilder reserved;
    reserved.add(reserved.container("c", {maybe("pipelinechannel--x")}));
    the_only(diagnose(reserved.graph), Code::bad_interface_name,
             "input `pipelinechannel--x` of `c` has a name that backends keep for themselves", "taken");
    GraphBuilder twice;
    twice.add(twice.container("c", {}, {out("x"), out("x")}));
    the_only(diagnose(twice.graph), Code::interface_name_clash, "`c` has two outputs `x`", "rename");
  }
  SECTION("of tasks") {
    GraphBuilder b;
    const auto c = b.container("c");
    b.add_named("Bad Name", c);
    the_only(diagnose(b.graph), Code::bad_task_name, "`Bad Name` is no name of a task", "`bad-name` would do");
    GraphBuilder twice;
    const auto d = twice.container("d");
    twice.add_named("x", d, {}, {}, line(2));
    twice.add_named("x", d, {}, {}, line(3));
    CHECK(lines_of(the_only(diagnose(twice.graph), Code::task_name_clash,
                            "task `x` has the name of another in its pipeline", "unique")) == Lines{3, 2});
  }
}
