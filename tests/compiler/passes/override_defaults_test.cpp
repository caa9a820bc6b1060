#include "catch2.hpp"
#include "compiler/diagnose.hpp"
#include "compiler/task_texts.hpp"
#include "mlpipe/compiler/write.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

using Defaults = std::map<std::string, Json>;

Graph pipeline() {
  InputDefinition mode = in_or("mode", Type::string, "fast");
  mode.literals = {Json("fast"), Json("slow")};
  GraphBuilder b("train", {in("title"), in_or("epochs", Type::integer, 5), mode, maybe("rows", dataset)}, {}, line(3));
  b.add(b.container("step", {in("title")}), {{"title", value(b.input(0))}}, {}, line(4));
  return b.graph;
}

CompileOptions giving(Defaults defaults) {
  CompileOptions options;
  options.defaults = std::move(defaults);
  return options;
}

Diagnostic refusal(const std::string& input, const Json& value, Code code, const std::string& message,
                   const std::string& hint = {}) {
  return the_only(diagnose(pipeline(), giving({{input, value}})), code, message, hint);
}

}  // namespace

// KFP's SDK sets the default and leaves the input required: then its API server refuses runs that rely on the default.
TEST_CASE("a default of the options replaces the input's own, and makes a required input optional") {
  const PipelineDocuments documents = compiled(pipeline(), giving({{"title", "penguins"}, {"epochs", 7}}));
  const auto& inputs = documents.pipeline.root->input_definitions->parameters;
  CHECK(inputs.at("title").default_value == Json("penguins"));
  CHECK(inputs.at("title").is_optional);
  CHECK(inputs.at("epochs").default_value == Json(7));
  CHECK(inputs.at("mode").default_value == Json("fast"));
  CHECK_THAT(to_yaml(documents), Catch::Contains("#    title: str [Default: 'penguins']\n"));
}

TEST_CASE("a default is for an input that there is") {
  const Diagnostic unknown =
      refusal("tilte", "x", Code::unknown_input, "pipeline `train` has no input `tilte` to give a default to",
              "it has `title`, `epochs`, `mode`, `rows`");
  CHECK(lines_of(unknown) == Lines{3});
  GraphBuilder b("bare");
  b.add(b.container("step"));
  the_only(diagnose(b.graph, giving({{"x", 1}})), Code::unknown_input,
           "pipeline `bare` has no input `x` to give a default to", "it has none");
}

TEST_CASE("a default of the options is checked as any other") {
  refusal("epochs", "many", Code::type_mismatch,
          "the default of input `epochs` of `train` is a string, not int: \"many\"");
  refusal("epochs", 1.5, Code::type_mismatch,
          "the default of input `epochs` of `train` is a real number, not int: 1.5");
  refusal("epochs", Json(), Code::null_constant, "the default of input `epochs` of `train` is null: null");
  refusal("epochs", (std::int64_t{1} << 53) + 1, Code::number_not_exact,
          "the default of input `epochs` of `train` is beyond 2^53: 9007199254740993", "pass it as a string");
  refusal("mode", "odd", Code::not_a_literal,
          "the default of input `mode` of `train` is \"odd\", which is not one of its values");
  refusal("rows", "gs://b/rows", Code::type_mismatch,
          "the default of input `rows` of `train` is a string, not system.Dataset: \"gs://b/rows\"",
          "an artifact is the output of a task");
  refusal("title", std::string("a\0b", 3), Code::bad_text,
          "pipeline `train`: the default of input `title` holds a NUL at byte 1: \"a\\u0000b\"");
}
