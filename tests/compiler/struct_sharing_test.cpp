// What pipelines written as structs share in the spec, and what is kept apart.
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
