#include <chrono>
#include <set>

#include "catch2.hpp"
#include "graph_builder.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"

using mlpipe::testing::container_at;
using mlpipe::testing::task_at;

namespace sharing {

using namespace mlpipe;

struct Work {
  int threads = 1;  // configuration: fixed when the pipeline is compiled
  In<int> size = 1;
  ContainerSpec container() const {
    return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--threads", threads, "--size", size}};
  }
};

struct Variants {
  void define(Pipeline& p) const {
    p.add(Work{}, {.resources = {.cpu_limit = "500m"}});
    p.add(Work{}, {.env = {{"MODE", "fast"}}});
    p.add(Work{.threads = 8});
    p.add(Work{.threads = 8, .size = 2});  // an input makes no difference
    p.add(Work{}, {.resources = {.cpu_limit = "500m"}, .caching = {.enabled = false}, .retry = {.max = 2}});
  }
};

struct Alike {
  void define(Pipeline& p) const {
    for (int size = 0; size < 100; ++size) p.add(Work{.size = size});
  }
};

struct Level {
  int below = 0;
  void define(Pipeline& p) const {
    add_one(p);
    add_one(p);
  }
  void add_one(Pipeline& p) const {
    if (below == 0)
      p.add(Work{});
    else
      p.add(Level{.below = below - 1});
  }
};

struct Tower {
  void define(Pipeline& p) const {
    p.add(Level{.below = 23});
    p.add(Level{.below = 23});
  }
};

std::size_t executors(const PipelineSpec& documents) { return documents.pipeline.deployment_spec->executors.size(); }

}  // namespace sharing

TEST_CASE("one struct with another cpu, other variables, other configuration: three executors, each with its values") {
  const mlpipe::PipelineSpec documents = mlpipe::compile<sharing::Variants>();
  const mlpipe::ir::PipelineSpec& spec = documents.pipeline;
  CHECK(sharing::executors(documents) == 3);
  CHECK(spec.components.size() == 3);

  const auto& limited = container_at(spec, "work");
  CHECK(limited.resources->resource_cpu_limit == "500m");
  CHECK(limited.env.empty());
  CHECK(limited.args[1] == "1");

  const auto& fast = container_at(spec, "work-2");
  CHECK_FALSE(fast.resources);
  REQUIRE(fast.env.size() == 1);
  CHECK(fast.env[0].name == "MODE");
  CHECK(fast.env[0].value == "fast");
  CHECK(fast.args[1] == "1");

  const auto& threaded = container_at(spec, "work-3");
  CHECK_FALSE(threaded.resources);
  CHECK(threaded.env.empty());
  CHECK(threaded.args[1] == "8");

  CHECK(task_at(spec, "work-4").component_ref->name == task_at(spec, "work-3").component_ref->name);
  CHECK(task_at(spec, "work-5").component_ref->name == task_at(spec, "work").component_ref->name);
}

TEST_CASE("a hundred tasks of one struct share one component and one executor") {
  const mlpipe::PipelineSpec documents = mlpipe::compile<sharing::Alike>();
  CHECK(documents.pipeline.components.size() == 1);
  CHECK(sharing::executors(documents) == 1);
  CHECK(task_at(documents.pipeline, "work-100").component_ref->name == "comp-work");
}

TEST_CASE("24 levels of sub-pipelines with two adds each are 24 components, not 2^24 tasks") {
  const mlpipe::PipelineSpec documents = mlpipe::compile<sharing::Tower>();
  const mlpipe::ir::PipelineSpec& spec = documents.pipeline;
  CHECK(spec.components.size() == 25);
  CHECK(sharing::executors(documents) == 1);

  const auto tasks_of = [](const mlpipe::ir::ComponentSpec& component) -> const auto& {
    return std::get<mlpipe::ir::DagSpec>(component.implementation).tasks;
  };
  std::set<std::string> seen;
  const mlpipe::ir::ComponentSpec* level = &*spec.root;
  for (int depth = 0; depth < 24; ++depth) {
    const auto& tasks = tasks_of(*level);
    REQUIRE(tasks.size() == 2);
    const std::string& first = tasks.at("level").component_ref->name;
    CHECK(tasks.at("level-2").component_ref->name == first);
    CHECK(seen.insert(first).second);
    level = &spec.components.at(first);
  }
  CHECK(tasks_of(*level).at("work-2").component_ref->name == "comp-work");
}

namespace mlpipe::testing {

TEST_CASE("two equal loops have two components: KFP's backend fails where they have one") {
  GraphBuilder b;
  const auto say = b.container("say");
  for (int i = 0; i < 2; ++i) {
    b.open_loop(Json::array({1, 2}));
    b.add_named("say", say);
    b.end_group();
    b.graph.scopes.back().name = "again-" + std::to_string(i);
    b.graph.scopes.back().named = true;
  }
  b.graph.tasks.back().name = "say-again";
  const ir::PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(task_at(spec, "again-0").component_ref->name != task_at(spec, "again-1").component_ref->name);
}

TEST_CASE("equal tasks share a component, different options make a second one") {
  GraphBuilder b;
  const auto c = b.container("say", {in_or("x", Type::string, "hi")}, {},
                             {{literal("img")}, {word("run")}, {word(part(SegmentKind::input_value, "x"))}, {}});
  const auto copy = b.container("say", {in_or("x", Type::string, "hi")}, {},
                                {{literal("img")}, {word("run")}, {word(part(SegmentKind::input_value, "x"))}, {}});
  ir::TaskOptions cpu, env, kubernetes;
  cpu.cpu_limit = constant("500m");
  cpu.memory_limit = constant("1.5Gi");
  env.env = {{"A", constant("1")}};
  const auto tolerating = [](const char* key) {
    return Json::object({{"tolerations", Json::array({Json::object({{"key", key}})})}});
  };
  kubernetes.platform = {{"kubernetes", tolerating("a")}, {"kubernetes", tolerating("b")}};
  b.add(c);
  b.add(c, {}, cpu);
  b.add(copy);
  b.add(c, {}, env);
  b.add(c, {}, kubernetes);
  b.add(c, {}, cpu);
  const PipelineDocuments documents = compiled(b.graph);
  const ir::PipelineSpec& spec = documents.pipeline;
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
        R"({"tolerations":[{"key":"a"},{"key":"b"}]})");
  CHECK(source_of(task_at(spec, "say"), "x") == "= \"hi\"");  // the driver does not see defaults
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
  const ir::PipelineSpec spec = compiled(b.graph).pipeline;
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500));  // without sharing: 2^24 tasks
  CHECK(spec.components.size() == 25);
  CHECK(task_at(spec, "p1-2").component_ref->name == "comp-p1");
}

}  // namespace mlpipe::testing
