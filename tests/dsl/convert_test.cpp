#include <chrono>

#include "catch2.hpp"
#include "dsl/recorder.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;
using detail::record;
using ir::SegmentKind;

namespace {

struct Resize {
  In<Dataset> images;
  In<int> width = 224;
  In<std::optional<std::string>> filter = {};
  struct Outputs {
    Out<Dataset> resized;
    Out<int> count;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "resize:1",
            .command = {"resize"},
            .args = {"--in", images.path(), images.uri(), images.metadata("rows"), "--width", width,
                     if_present(filter, {"--filter", filter}, {"--plain"}), out.resized.path(), out.count.path(),
                     text("w={}", width), executor_input()},
            .env = {{"THREADS", "4"}}};
  }
};

struct Echo {
  In<std::string> message;
  In<std::vector<std::string>> more = empty;
  In<std::map<std::string, int>> table = empty;
  struct Outputs {
    Out<std::string> said;
  };
  ContainerSpec container(const Outputs&) const { return {.image = "echo:1", .args = {message}}; }
};

const ir::Segment& segment(const ir::ContainerArgument& argument, std::size_t at = 0) {
  return std::get<ir::Text>(argument.content).at(at);
}

}  // namespace

TEST_CASE("a container names its inputs and outputs") {
  Pipeline p("p");
  p.add(Resize{.images = Value(p.input("images", Type::artifact("system.Dataset"))).as<Dataset>()});
  const detail::Recording recording = record(p);
  CHECK(recording.diagnostics.empty());
  const auto& container = std::get<ir::Container>(recording.graph[recording.graph.tasks[0].component].body);
  CHECK(segment(container.args[1]).kind == SegmentKind::input_path);
  CHECK(segment(container.args[1]).text == "images");
  CHECK(segment(container.args[2]).kind == SegmentKind::input_uri);
  CHECK(segment(container.args[3]).key == "rows");
  CHECK(segment(container.args[5]).kind == SegmentKind::input_value);
  CHECK(segment(container.args[5]).text == "width");
  const auto& alternative = std::get<std::vector<ir::ContainerArgument::IfPresent>>(container.args[6].content).front();
  CHECK(alternative.input == "filter");
  CHECK(segment(alternative.then[1]).text == "filter");
  CHECK(segment(alternative.otherwise[0]).text == "--plain");
  CHECK(segment(container.args[7]).kind == SegmentKind::output_path);
  CHECK(segment(container.args[8]).text == "count");
  CHECK(segment(container.args[9], 0).text == "w=");
  CHECK(segment(container.args[9], 1).kind == SegmentKind::input_value);
  CHECK(segment(container.args[10]).kind == SegmentKind::executor_input);
  CHECK(container.env[0].first == "THREADS");
}

TEST_CASE("arguments hold texts, lists and maps with values in them") {
  Pipeline p("p");
  auto name = p.input("name", Type::string).as<std::string>();
  auto n = p.input("n", Type::integer).as<int>();
  p.add(Echo{.message = text("hello {}, run {}", name, run::job_id),
             .more = {name, "y", text("<{}>", name)},
             .table = {{"one", 1}, {"n", n}}});
  p.add(Echo{.message = run::job_name});
  const detail::Recording recording = record(p);
  CHECK(recording.diagnostics.empty());
  const auto& arguments = recording.graph.tasks[0].arguments;
  const auto& message = std::get<ir::Text>(arguments[0].argument.content);
  REQUIRE(message.size() == 4);
  CHECK(message[1].kind == SegmentKind::value);
  CHECK(message[3].run == ir::RunPlaceholder::job_id);
  const auto& more = std::get<ir::Argument::List>(arguments[1].argument.content);
  REQUIRE(more.size() == 3);
  CHECK(more[1] == ir::Argument{Json("y")});
  CHECK(std::holds_alternative<ir::Text>(more[2].content));
  const auto& table = std::get<ir::Argument::Map>(arguments[2].argument.content);
  CHECK(table[1].key == "n");
  CHECK(std::holds_alternative<ir::ValueId>(table[1].value.content));
  CHECK(std::holds_alternative<ir::Text>(recording.graph.tasks[1].arguments[0].argument.content));
}

TEST_CASE("task options are recorded, constants and values alike") {
  Pipeline p("p");
  auto cpu = p.input("cpu", Type::string).as<std::string>();
  auto retries = p.input("retries", Type::integer).as<int>();
  auto first = p.add(Echo{.message = "a"});
  p.add(Echo{.message = "b"}, {.display_name = "Bee",
                               .resources = {.cpu = 2,
                                             .memory = 4_Gi,
                                             .cpu_limit = cpu,
                                             .memory_request = "1.5Gi",
                                             .accelerator = {.type = "nvidia.com/gpu", .count = 1}},
                               .env = {{"A", "1"}},
                               .caching = {.enabled = false, .key = "k"},
                               .retry = {.max = retries, .backoff = std::chrono::minutes(2), .backoff_factor = 3},
                               .after = {first},
                               .ignore_upstream_failure = true,
                               .platform = {{"kubernetes", Json::object({{"imagePullPolicy", "Always"}})}}});
  const detail::Recording recording = record(p);
  CHECK(recording.diagnostics.empty());
  CHECK(recording.graph.tasks[0].options == 0);
  const ir::TaskOptions& options = recording.graph.options_of(recording.graph.tasks[1]);
  const auto constant = [](const ir::Setting& setting) { return std::get<Json>(setting.value().content); };
  CHECK(constant(options.display_name) == Json("Bee"));
  CHECK(constant(options.cpu_request) == Json("2"));
  CHECK(std::holds_alternative<ir::ValueId>(options.cpu_limit->content));
  CHECK(constant(options.memory_request) == Json("1.5Gi"));
  CHECK(constant(options.memory_limit) == Json("4Gi"));
  CHECK(constant(options.accelerator_count) == Json(1));
  CHECK(constant(options.caching) == Json(false));
  CHECK(constant(options.retry_backoff) == Json(120));
  CHECK(constant(options.retry_backoff_factor) == Json(3.0));
  CHECK(std::holds_alternative<ir::ValueId>(options.retry_max->content));
  CHECK_FALSE(options.retry_backoff_max.has_value());
  CHECK(options.after == std::vector<ir::Child>{ir::TaskId(std::size_t{0})});
  CHECK(options.ignore_upstream_failure);
  CHECK(options.platform[0].platform == "kubernetes");
}

TEST_CASE("cores may be a number of the pipeline, or one that is known") {
  Pipeline p("p");
  const auto cores = p.input("cores", Type::integer).as<int>();
  const auto share = p.input("share", Type::number).as<double>();
  p.add(Echo{.message = "a"}, {.resources = {.cpu_request = share, .cpu_limit = cores}});
  p.add(Echo{.message = "b"}, {.resources = {.cpu = In<int>(3)}});
  const detail::Recording recording = record(p);
  const ir::TaskOptions& values = recording.graph.options_of(recording.graph.tasks[0]);
  CHECK(std::holds_alternative<ir::ValueId>(values.cpu_request->content));
  CHECK(std::holds_alternative<ir::ValueId>(values.cpu_limit->content));
  CHECK(std::get<Json>(recording.graph.options_of(recording.graph.tasks[1]).cpu_limit->content) == Json(3));
}

TEST_CASE("durations are recorded as seconds, whole where they are") {
  using namespace std::chrono_literals;
  const auto seconds = [](const Setting<Duration>& setting) { return setting.expression()->constant; };
  CHECK(dump(seconds(2min)) == "120");
  CHECK(dump(seconds(3000ms)) == "3");
  CHECK(dump(seconds(0s)) == "0");
  CHECK(dump(seconds(-5s)) == "-5");
  CHECK(dump(seconds(500ms)) == "0.5");
  CHECK(dump(seconds(1999ms)) == "1.999");
  CHECK(seconds(std::chrono::duration<double>(1e300)).as_real() == 1e300);
  CHECK(seconds(std::chrono::hours::max()).as_real() > 1e15);
}

TEST_CASE("the path of an artifact is for containers") {
  struct P {
    In<Dataset> images;
    void define(Pipeline& p) const { p.add(Echo{.message = images.path()}); }
  };
  const detail::Recording recording = record(detail::component_descriptor<P>, nullptr);
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::placeholder_out_of_place);
  CHECK(recording.diagnostics[0].message ==
        "the path, URI or metadata of input `images` is asked for while a pipeline is written");
}
