// Whole specs as text. The files in tests/golden hold what is expected; MLPIPE_UPDATE_GOLDENS=1 in the environment of
// this program writes them anew, and git shows what has changed.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catch2.hpp"
#include "graph_builder.hpp"
#include "mlpipe/compiler/write.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

void check_golden(const std::string& name, const Graph& graph) {
  std::string text = to_yaml(compiled(graph, {.image = "acme/p:1", .program = "p"}));
  const std::size_t version = text.find("sdkVersion: mlpipe-");
  REQUIRE(version != std::string::npos);
  text.replace(version, text.find('\n', version) - version,
               "sdkVersion: mlpipe-0");  // the rest does not change with it
  const std::string path = MLPIPE_GOLDEN_FOLDER "/" + name + ".yaml";
  if (std::getenv("MLPIPE_UPDATE_GOLDENS") != nullptr) std::ofstream(path) << text;
  std::ifstream file(path);
  std::stringstream expected;
  expected << file.rdbuf();
  INFO(path);
  CHECK(text == expected.str());
}

const Type dataset = Type::artifact("system.Dataset");
const Type model = Type::artifact("system.Model");

}  // namespace

TEST_CASE("golden: a linear pipeline") {
  GraphBuilder b("linear", {in("uri"), in_or("epochs", Type::integer, 10)}, {out("model", model)});
  const auto prepare =
      b.container("prepare-data", {in("uri"), maybe("filter")}, {out("rows", dataset)},
                  {{literal("prep:1")},
                   {word("prep")},
                   {word("--uri"), word(part(SegmentKind::input_value, "uri")),
                    if_present("filter", {word("--filter"), word(part(SegmentKind::input_value, "filter"))}),
                    word("--to"), word(part(SegmentKind::output_path, "rows"))},
                   {{"THREADS", {literal("4")}}}});
  const auto train = b.native("train", {in("rows", dataset), in_or("epochs", Type::integer, 3)}, {out("model", model)});
  TaskOptions options;
  options.cpu_limit = constant("2");
  options.memory_request = constant("512Mi");
  options.retry_max = constant(3);
  options.display_name = constant("Train it");
  options.platform = {{"kubernetes", Json::object({{"imagePullPolicy", "Always"}})}};
  const auto rows = b.add(prepare, {{"uri", value(b.input(0))}});
  b.give(b.output(b.add(train, {{"rows", value(b.output(rows))}, {"epochs", value(b.input(1))}}, options)));
  check_golden("linear", b.graph);
}

TEST_CASE("golden: branches that give a model") {
  GraphBuilder b("branches", {in("uri")}, {out("model", model)});
  const auto flip = b.container("flip", {}, {out("side")});
  const auto train = b.container("train", {in("uri")}, {out("model", model)});
  const auto side = b.output(b.add(flip));
  const auto branches = b.open_if(equals(side, "heads"));
  const auto first = b.add(train, {{"uri", value(b.input())}});
  b.elif (equals(side, "tails"));
  const auto second = b.add(train, {{"uri", value(b.input())}});
  b.otherwise();
  const auto third = b.add(train, {{"uri", constant("gs://b/edge")}});
  b.end_if();
  b.give(b.result(branches, model, {b.output(first), b.output(second), b.output(third)}));
  check_golden("branches", b.graph);
}

TEST_CASE("golden: a pipeline in a pipeline, twice") {
  GraphBuilder b("outer", {in("name")});
  const auto say = b.native("say", {in("what"), maybe("prefix")}, {out("said")});
  const auto inner = b.open_pipeline("inner", {in("name"), in_or("greeting", Type::string, "hello")}, {out("said")});
  const auto said = b.add(say, {{"what", text({of_value(b.input(1)), literal(", "), of_value(b.input(0))})}});
  b.give(b.output(said));
  b.close();
  const auto first = b.add(inner, {{"name", value(b.input())}});
  b.add_named("again", inner, {{"name", value(b.output(first))}, {"greeting", constant("bye")}});
  check_golden("pipeline_in_pipeline", b.graph);
}
