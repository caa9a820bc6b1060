#include "dsl/concat.hpp"

#include "catch2.hpp"
#include "recording.hpp"
#include "shown_words.hpp"

using namespace mlpipe;
using testing::codes;
using testing::errors_of;
using testing::shown;

TEST_CASE("a concatenation writes out its answers") {
  const auto ask = [](const char* input, std::vector<ContainerArgument> then,
                      std::vector<ContainerArgument> otherwise) {
    return if_present(std::string(input), std::move(then), std::move(otherwise));
  };
  const auto joined = [](const std::vector<ContainerArgument>& items) {
    const auto word = detail::join_words(items);
    return word ? shown(*word) : std::string("nothing");
  };
  CHECK(joined({}) == "");
  CHECK(joined({"a", "b"}) == "ab");
  CHECK(joined({"a", ask("note", {"b"}, {}), "c"}) == "note?(abc):(ac)");
  CHECK(joined({ask("note", {"b"}, {"d"}), ask("note", {"1"}, {"2"})}) == "note?(b1):(d2)");
  CHECK(joined({ask("note", {"b"}, {}), "-", ask("more", {"1"}, {"2"})}) == "note?(more?(b-1):(b-2)):(more?(-1):(-2))");
  CHECK(joined({ask("note", {ask("note", {"x"}, {"y"})}, {})}) == "note?(x):()");
  CHECK(joined({ask("note", {"a", "b"}, {})}) == "nothing");
  CHECK(joined({ask("a", {"x"}, {}), ask("b", {"x"}, {}), ask("c", {"x"}, {}), ask("d", {"x"}, {})}) == "nothing");
}

namespace {

struct Copy {
  In<std::string> bucket;
  In<std::optional<std::string>> folder = {};
  In<std::optional<std::string>> ending = {};
  ContainerSpec container() const {
    return {.image = "i",
            .command = {"copy"},
            .args = {concat({"--to=", bucket, if_present(folder, {text("/{}", folder)}, {"/all"}),
                             concat({"/x", if_present(ending, {text(".{}", ending)})})})}};
  }
};

std::vector<std::string> arguments_of(const Result& result, const std::string& executor) {
  REQUIRE(result);
  return std::get<ir::PipelineDeploymentConfig::PipelineContainerSpec>(
             result->pipeline.deployment_spec->executors.at(executor).spec)
      .args;
}

}  // namespace

TEST_CASE("concat of a typed component is a text, or one for each answer") {
  struct P {
    In<std::optional<std::string>> maybe = {};
    void define(Pipeline& p) const {
      p.add(Copy{.bucket = "b", .folder = "f"});
      p.add(Copy{.bucket = "b", .ending = "csv"});
      p.add(Copy{.bucket = "b", .folder = maybe});
    }
  };
  const Result result = try_compile<P>();
  CHECK(result.diagnostics().empty());
  const auto by_ending = [](const std::string& path) {
    const std::string word = "--to={{$.inputs.parameters['bucket']}}/" + path + "/x";
    return std::vector<std::string>{R"({"IfPresent": {"Else": [")" + word + R"("], "InputName": "ending", "Then": [")" +
                                    word + R"(.{{$.inputs.parameters['ending']}}"]}})"};
  };
  CHECK(arguments_of(result, "exec-copy") == by_ending("{{$.inputs.parameters['folder']}}"));
  CHECK(arguments_of(result, "exec-copy-2") == by_ending("all"));
  // What only a run knows of the folder is left to the backend, and the task says what it does of the ending.
  CHECK(arguments_of(result, "exec-copy-3") ==
        std::vector<std::string>{
            R"({"IfPresent": {"Else": ["--to={{$.inputs.parameters['bucket']}}/all/x"], "InputName": "folder", )"
            R"("Then": ["--to={{$.inputs.parameters['bucket']}}/{{$.inputs.parameters['folder']}}/x"]}})"});
}

TEST_CASE("a concat of several words is diagnosed") {
  Pipeline p("p");
  p.add(DynamicComponent{
      .name = "c",
      .inputs = {{"note", Type::string, {.optional = true}}},
      .container = {
          .image = "i", .command = {"c"}, .args = {concat({"a", if_present("note", {"b", input_value("note")})})}}});
  const Diagnostics found = errors_of(try_compile(p));
  REQUIRE(codes(found) == std::vector<Code>{Code::bad_if_present});
  CHECK(found[0].message ==
        "a `concat` holds an `if_present` that gives several words, or asks for more than three inputs");
}
