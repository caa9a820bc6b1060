// The library has no global state that changes: what two threads do with it at the same time, each on its own data, is
// what each would do alone. The thread sanitizer sees more of this than the comparisons do. The names of all cases here
// begin with `threads: `, by which the preset `tsan` finds them.
#include <array>
#include <exception>
#include <functional>
#include <thread>

#include "catch2.hpp"
#include "local/spec_builder.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/compiler/write_graph.hpp"
#include "mlpipe/local/run.hpp"
#include "mlpipe/mlpipe.hpp"
#include "mlpipe/render_diagnostics.hpp"
#include "mlpipe/runtime/exec.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;

namespace {

struct Train {
  In<Dataset> rows;
  In<std::vector<double>> rates = {0.1, 0.2};
  In<Literal<"sgd", "adam">> optimizer = "sgd";
  In<int> width = 8;
  struct Outputs {
    Out<Model> model;
    Out<double> loss;
  };
  void run(Outputs& out) const { out.loss = rates->at(0); }
};

struct Fetch {
  In<std::string> uri;
  int shards = 4;  // configuration
  struct Outputs {
    Out<Dataset> rows;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/fetch:1.0", .command = {"fetch", uri}, .args = {"--shards", shards, out.rows.path()}};
  }
};

struct Branches {
  In<std::string> uri = "gs://b/rows";
  In<int> size = 1;
  struct Outputs {
    Out<Model> model;
  };
  Outputs define(Pipeline& p) const {
    auto fetched = p.add(Fetch{.uri = text("{}?run={}", uri, run::job_id)});
    auto model = p.if_(size > 10 && uri != "none", [&] {
                    return p.add(Train{.rows = fetched.rows, .width = 64}, {.resources = {.cpu = 2}}).model;
                  }).else_([&] { return p.add(Train{.rows = fetched.rows}).model; });
    return {.model = model};
  }
};

struct Tower {
  int below = 5;
  In<std::string> uri;
  void define(Pipeline& p) const {
    for (int i = 0; i < 3; ++i) {
      if (below > 0)
        p.add(Tower{.below = below - 1, .uri = uri});
      else
        p.add(Fetch{.uri = uri}, {.name = "fetch-" + std::to_string(i)});
    }
  }
};

struct Wrong {
  void define(Pipeline& p) const {
    p.add(Fetch{.uri = "x"}, {.name = "Bad Name", .resources = {.cpu = "much"}});
    p.add(Tower{.below = 0, .uri = "y"}, {.retry = {.max = -1}});
  }
};

CompileOptions verified() {
  CompileOptions options;
  options.image = "acme/steps:1.0";
  options.program = "steps";
  options.verify = true;
  return options;
}

/// All that the compiler makes of a pipeline, as one text.
template <class P>
std::string everything_of(const P& pipeline) {
  const Result result = try_compile(pipeline, verified());
  std::string text = render(result.diagnostics());
  if (result) text += to_yaml(*result) + to_json(*result) + to_dot(result->pipeline) + to_mermaid(result->pipeline);
  return text;
}

using Work = std::function<std::string()>;

/// Does both at once and many times over, and gives what came out that is not what each gives alone.
std::vector<std::string> differences(const std::array<Work, 2>& works, int times) {
  std::array<std::vector<std::string>, 2> found;
  const auto repeat = [&](std::size_t which) {
    const std::string alone = works[which]();
    for (int i = 0; i < times; ++i) {
      try {
        std::string now = works[which]();
        if (now != alone) found[which].push_back(std::move(now));
      } catch (const std::exception& error) {
        found[which].emplace_back(error.what());
      }
    }
  };
  std::thread first(repeat, 0), second(repeat, 1);
  first.join();
  second.join();
  found[0].insert(found[0].end(), found[1].begin(), found[1].end());
  return found[0];
}

using Differences = std::vector<std::string>;

}  // namespace

TEST_CASE("threads: two compilers work on two pipelines") {
  const Work branches = [] { return everything_of(Branches{}); };
  const Work levels = [] { return everything_of(Tower{.uri = "gs://b/rows"}); };
  const Work wrong = [] { return everything_of(Wrong{}); };
  REQUIRE_THAT(branches(), Catch::Contains("comp-train-2"));
  REQUIRE_THAT(levels(), Catch::Contains("fetch-2"));
  REQUIRE_THAT(wrong(), Catch::Contains("3 errors"));
  CHECK(differences({branches, levels}, 40) == Differences{});
  CHECK(differences({wrong, branches}, 40) == Differences{});
}

TEST_CASE("threads: two compilers work on one and the same pipeline") {
  const Branches pipeline;
  const Work work = [&] { return everything_of(pipeline); };
  CHECK(differences({work, work}, 40) == Differences{});
}

TEST_CASE("threads: two native steps run in one process") {
  const TemporaryFolder folder;
  const auto step = [&](const std::string& name, const std::string& rate) -> Work {
    const std::string place = folder.path() + '/' + name;
    const std::string input = R"({"inputs":{"parameterValues":{"rates":[)" + rate +
                              R"(]},"artifacts":{"rows":{"artifacts":[{"uri":"/rows"}]}}},"outputs":{"parameters":)" +
                              R"({"loss":{"outputFile":")" + place + R"(/loss"}},"artifacts":{"model":{"artifacts":)" +
                              R"([{"uri":")" + place + R"(/model"}]}},"outputFile":")" + place + R"(/output.json"}})";
    return [=] {
      const auto result = runtime::run_exec(detail::component_descriptor<Train>, "train", input);
      return result.message + TemporaryFolder::read_path(place + "/loss");
    };
  };
  const Work half = step("a", "0.5"), third = step("b", "\"0.75\"");
  REQUIRE(half() == "0.5");
  REQUIRE(third() == "0.75");
  CHECK(differences({half, third}, 100) == Differences{});
}

TEST_CASE("threads: a run on this machine, while another runs and a third pipeline is compiled") {
  const TemporaryFolder folder;
  const auto run_of = [&](const std::string& name, const std::string& value) -> Work {
    auto spec = specs::pipeline({{"a", specs::call("echo", {{"value", specs::constant(value)}})},
                                 {"b", specs::call("echo", {{"value", specs::from_task("a")}})},
                                 {"bad", specs::after(specs::call("fail"), {"b"})}},
                                {"echo", "fail"});
    local::RunOptions options;
    options.root = folder.path() + '/' + name;
    options.program = LOCAL_TEST_STEPS;
    return [=] {
      std::string text = everything_of(Branches{});
      const local::RunResult result = local::run(spec, options);
      text += result.message;
      for (const local::TaskRecord& task : result.tasks) {
        text += task.path + ' ' + std::string(local::to_string(task.state));
        for (const auto& [key, given] : task.parameters) text += ' ' + key + '=' + dump(given);
        text += '\n';
      }
      return text;
    };
  };
  const Work one = run_of("one", "x"), two = run_of("two", "y");
  REQUIRE_THAT(
      one(), Catch::Contains("task `bad` failed: exit code 7: the reason") && Catch::Contains("b succeeded out=\"x\""));
  CHECK(differences({one, two}, 10) == Differences{});
}
