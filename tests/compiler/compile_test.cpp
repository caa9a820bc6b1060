#include "mlpipe/compiler/compile.hpp"

#include <chrono>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("a linear pipeline becomes a spec") {
  GraphBuilder b("My Pipeline", {in("uri"), in_or("epochs", Type::integer, 10)},
                 {out("model", Type::artifact("system.Model"))});
  const auto prepare = b.container("prepare-data", {in("uri")}, {out("rows", Type::artifact("system.Dataset"))},
                                   {{literal("prep:1")},
                                    {word("prep")},
                                    {word("--uri"), word(part(SegmentKind::input_value, "uri")), word("--to"),
                                     word(part(SegmentKind::output_path, "rows"))},
                                    {{"THREADS", {literal("4")}}}});
  const auto train =
      b.native("train", {in("rows", Type::artifact("system.Dataset")), in_or("epochs", Type::integer, 3)},
               {out("model", Type::artifact("system.Model"))});
  const auto rows = b.add(prepare, {{"uri", value(b.input(0))}});
  const auto model = b.add(train, {{"rows", value(b.output(rows))}, {"epochs", value(b.input(1))}});
  b.give(b.output(model));

  const PipelineDocuments documents = compiled(b.graph, {.image = "acme/p:1", .program = "p"});
  const PipelineSpec& spec = documents.pipeline;
  CHECK_FALSE(documents.platform);
  CHECK(spec.pipeline_info->name == "my-pipeline");
  CHECK(spec.schema_version == "2.1.0");
  CHECK(spec.sdk_version.starts_with("mlpipe-"));

  CHECK(source_of(task_at(spec, "prepare-data"), "uri") == "input uri");
  CHECK(source_of(task_at(spec, "train"), "rows") == "prepare-data.rows");
  CHECK(source_of(task_at(spec, "train"), "epochs") == "input epochs");
  CHECK(task_at(spec, "train").dependent_tasks == std::vector<std::string>{"prepare-data"});
  CHECK(task_at(spec, "train").caching_options->enable_cache);
  CHECK(task_at(spec, "train").task_info->name == "train");
  CHECK(task_at(spec, "train").component_ref->name == "comp-train");

  const auto& foreign = container_at(spec, "prepare-data");
  CHECK(foreign.image == "prep:1");
  CHECK(foreign.args == std::vector<std::string>{"--uri", "{{$.inputs.parameters['uri']}}", "--to",
                                                 "{{$.outputs.artifacts['rows'].path}}"});
  CHECK(foreign.env.at(0).name == "THREADS");
  const auto& native = container_at(spec, "train");
  CHECK(native.image == "acme/p:1");
  CHECK(native.command == std::vector<std::string>{"p"});
  CHECK(native.args == std::vector<std::string>{"exec", "train", "--executor_input", "{{$}}"});

  const auto& inputs = spec.root->input_definitions->parameters;
  CHECK_FALSE(inputs.at("uri").is_optional);
  CHECK(inputs.at("epochs").is_optional);
  CHECK(inputs.at("epochs").default_value == Json(10));
  const auto& outputs = std::get<DagSpec>(spec.root->implementation).outputs->artifacts;
  CHECK(outputs.at("model").artifact_selectors.at(0).producer_subtask == "train");
  CHECK(spec.root->output_definitions->artifacts.contains("model"));
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

TEST_CASE("diagnostics come in the order of the source") {
  GraphBuilder b("!", {}, {}, SourceLocation());
  const auto c = b.container("c", {in("x")}, {}, {{literal("i")}, {word("c")}, {}, {}}, line(2));
  TaskOptions bad;
  bad.cpu_limit = constant("x");
  b.add(c, {{"x", constant(1)}}, {}, line(9));
  b.add(c, {{"x", constant("a")}}, bad, line(3));
  b.add(c, {{"x", constant(2)}}, bad, SourceLocation("another.cpp", 100));
  b.add(c, {{"x", constant(3)}}, {}, line(5));
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : diagnose(b.graph))
    found.push_back(diagnostic.file + ":" + std::to_string(diagnostic.line) + " " + code_name(diagnostic.code));
  CHECK(found == std::vector<std::string>{":0 MLP0522", "another.cpp:100 MLP0104", "another.cpp:100 MLP0320",
                                          "user.cpp:3 MLP0320", "user.cpp:5 MLP0104", "user.cpp:9 MLP0104"});
}
