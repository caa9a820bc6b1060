// Sharing by content, sub-pipelines, what tasks are given, and the size of it all.
#include <chrono>

#include "catch2.hpp"
#include "compiler/run_passes.hpp"
#include "graph_builder.hpp"
#include "ir/order.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("equal tasks share a component, different options make a second one") {
  GraphBuilder b;
  const auto c = b.container("say", {in_or("x", Type::string, "hi")}, {},
                             {{literal("img")}, {word("run")}, {word(part(SegmentKind::input_value, "x"))}, {}});
  const auto copy = b.container("say", {in_or("x", Type::string, "hi")}, {},
                                {{literal("img")}, {word("run")}, {word(part(SegmentKind::input_value, "x"))}, {}});
  TaskOptions cpu, env, kubernetes;
  cpu.cpu_limit = constant("500m");
  cpu.memory_limit = constant("1.5Gi");
  env.env = {{"A", constant("1")}};
  kubernetes.platform = {{"kubernetes", Json::object({{"labels", Json::array({1})}})},
                         {"kubernetes", Json::object({{"labels", Json::array({2})}})}};
  b.add(c);
  b.add(c, {}, cpu);
  b.add(copy);
  b.add(c, {}, env);
  b.add(c, {}, kubernetes);
  b.add(c, {}, cpu);
  const PipelineDocuments documents = compiled(b.graph);
  const PipelineSpec& spec = documents.pipeline;
  CHECK(spec.components.size() == 4);
  CHECK(task_at(spec, "say").component_ref->name == "comp-say");
  CHECK(task_at(spec, "say-2").component_ref->name == "comp-say-2");
  CHECK(task_at(spec, "say-3").component_ref->name == "comp-say");
  CHECK(task_at(spec, "say-4").component_ref->name == "comp-say-3");
  CHECK(task_at(spec, "say-6").component_ref->name == "comp-say-2");
  const auto& resources = *container_at(spec, "say-2").resources;
  CHECK(resources.resource_cpu_limit == "500m");
  CHECK(resources.cpu_limit == 0.5);
  CHECK(resources.resource_memory_limit == "1.5Gi");
  CHECK(resources.memory_limit == 1.610612736);
  CHECK(container_at(spec, "say-4").env.at(0).value == "1");
  REQUIRE(documents.platform);
  CHECK(dump(documents.platform->platforms.at("kubernetes").deployment_spec->executors.at("exec-say-4")) ==
        R"({"labels":[1,2]})");
  CHECK(source_of(task_at(spec, "say"), "x") == "= \"hi\"");  // the driver does not see defaults
}

TEST_CASE(
    "containers that are alike with different interfaces are told apart, and no component is called like the "
    "pipeline") {
  GraphBuilder b("a");
  b.add(b.container("a", {maybe("x")}));
  b.add(b.container("b", {maybe("y")}));
  b.graph[b.graph.root].cpp_type = std::string("A");
  b.graph.components[1].cpp_type = std::string("A");
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(task_at(spec, "a").component_ref->name == "comp-a-2");
  CHECK(container_at(spec, "a").env.empty());
  CHECK(container_at(spec, "b").env.at(0).name == "MLPIPE_COMPONENT");
}

TEST_CASE("text, lists and options with values in them") {
  GraphBuilder b("p", {in("bucket"), in("cpu")});
  const auto c = b.container("say", {in("x"), maybe("xs", Type::list_of(Type::string)), maybe("id")}, {out("o")});
  TaskOptions cpu;
  cpu.cpu_limit = value(b.input(1));
  const auto first =
      b.add(c,
            {{"x", text({literal("gs://"), of_value(b.input()), literal("/"), of_run(RunPlaceholder::job_id)})},
             {"id", text({of_run(RunPlaceholder::job_id)})}},
            cpu);
  b.add(c, {{"x", constant("k")}, {"xs", list({constant("a"), value(b.output(first))})}});
  const PipelineSpec spec = compiled(b.graph).pipeline;
  const auto& task = task_at(spec, "say");
  CHECK(source_of(task, "x") ==
        R"(= "gs://{{$.inputs.parameters['pipelinechannel--bucket']}}/{{$.inputs.parameters['run--job-id']}}")");
  CHECK(source_of(task, "pipelinechannel--bucket") == "input bucket");
  CHECK(source_of(task, "run--job-id") == R"(= "{{$.pipeline_job_uuid}}")");
  CHECK(source_of(task, "id") == R"(= "{{$.pipeline_job_uuid}}")");
  CHECK(source_of(task, "cpu_limit") == R"(= "{{$.inputs.parameters['pipelinechannel--cpu']}}")");
  CHECK(source_of(task, "pipelinechannel--cpu") == "input cpu");
  CHECK(container_at(spec, "say").resources->resource_cpu_limit == "{{$.inputs.parameters['pipelinechannel--cpu']}}");
  CHECK(source_of(task_at(spec, "say-2"), "xs") == R"(= ["a","{{$.inputs.parameters['pipelinechannel--say-o']}}"])");
  CHECK(source_of(task_at(spec, "say-2"), "pipelinechannel--say-o") == "say.o");
  CHECK(task_at(spec, "say-2").dependent_tasks == std::vector<std::string>{"say"});
}

TEST_CASE("24 levels of sub-pipelines with two adds each stay small") {
  GraphBuilder b("p0");
  ComponentId leaf = b.container("leaf");
  std::vector<ComponentId> levels = {b.graph.root};
  for (int i = 1; i <= 24; ++i) levels.push_back(b.open_pipeline(std::string("p").append(std::to_string(i))));
  for (int i = 24; i >= 0; --i) {
    const ComponentId inner = i == 24 ? leaf : levels[static_cast<std::size_t>(i) + 1];
    b.add(inner);
    b.add(inner);
    b.close();
  }
  const auto start = std::chrono::steady_clock::now();
  const PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500));  // without sharing: 2^24 tasks
  CHECK(spec.components.size() == 25);
  CHECK(task_at(spec, "p1-2").component_ref->name == "comp-p1");
}

TEST_CASE("a long chain compiles in time that grows with its length") {
  const auto milliseconds = [](int length) {
    GraphBuilder b;
    const auto c = b.container("step", {maybe("x")}, {out("y")});
    ValueId last;
    for (int i = 0; i < length; ++i) {
      const TaskId task = last ? b.add(c, {{"x", value(last)}}) : b.add(c);
      last = b.output(task);
    }
    CompileOptions options;
    options.verify = false;
    const auto start = std::chrono::steady_clock::now();
    const CompileResult result = compile_graph(std::move(b.graph), options);
    const auto time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    CHECK(result.documents);
    return time;
  };
  const double short_chain = milliseconds(5000), long_chain = milliseconds(50000);
  INFO("5,000 tasks: " << short_chain << " ms, 50,000 tasks: " << long_chain << " ms");
  CHECK(long_chain < 60 * short_chain);  // a quadratic pass would take a hundred times as long
}

TEST_CASE("a pass that breaks the graph is named") {
  GraphBuilder b;
  b.add(b.container("c"));
  CompileOptions options;
  options.verify = true;
  compiler::Compilation c(b.graph, options, {});
  const compiler::Pass passes[] = {
      {"harmless", [](compiler::Compilation&) {}},
      {"clumsy", [](compiler::Compilation& it) { it.graph.tasks[0].scope = ScopeId(99); }},
      {"never_run", [](compiler::Compilation& it) { it.graph.tasks.clear(); }},
  };
  CHECK_FALSE(compiler::run_passes(c, passes));
  REQUIRE(c.diagnostics.size() >= 1);
  CHECK(c.diagnostics[0].code == Code::broken_graph);
  CHECK(c.diagnostics[0].message.find("pass `clumsy` broke the graph: ") == 0);
  CHECK(c.graph.tasks.size() == 1);
}

TEST_CASE("order, cycles and reachability") {
  const std::vector<ir::Edge> edges = {{2, 1}, {1, 0}, {3, 0}};
  CHECK(ir::topological_order(4, edges) == std::vector<std::uint32_t>{2, 1, 3, 0});
  CHECK(ir::find_cycles(4, edges).empty());
  const std::vector<ir::Edge> cyclic = {{0, 1}, {1, 2}, {2, 0}, {1, 0}, {3, 3}};
  CHECK(ir::topological_order(4, cyclic).empty());
  CHECK(ir::find_cycles(4, cyclic) == std::vector<std::vector<std::uint32_t>>{{0, 1}, {3}});
  CHECK(ir::reachable_from(2, 4, edges) == std::vector<std::uint32_t>{2, 1, 0});
}

TEST_CASE("a graph as text, before and after the passes") {
  GraphBuilder b("p", {in("x")});
  const auto say =
      b.container("say", {in("what")}, {}, {{literal("img")}, {word("run")}, {}, {}}, SourceLocation("/a/b.cpp", 3));
  b.open_if(equals(b.input(), "a"), SourceLocation());
  b.add(say, {{"what", value(b.input())}}, {}, SourceLocation("b.cpp", 7));
  b.end_if();
  CHECK(dump(b.graph).find("branch #2 if x == \"a\"\n") != std::string::npos);
  struct Last : PassObserver {
    std::vector<std::string> passes;
    std::string text;
    void after_pass(std::string_view pass, const Graph& graph) override {
      passes.emplace_back(pass);
      text = dump(graph);
    }
  } last;
  compiled(b.graph, {.observer = &last});
  CHECK(last.passes.front() == "find_pipelines");
  CHECK(last.passes.back() == "check_spec");
  CHECK(last.text.find("branch condition-1 if x == \"a\" <x\n") != std::string::npos);
  CHECK(last.text.find("task say: say  # b.cpp:7\n") != std::string::npos);
  CHECK(last.text.find("container say  # b.cpp:3\n  in what: string\n  image \"img\"\n") != std::string::npos);
}
