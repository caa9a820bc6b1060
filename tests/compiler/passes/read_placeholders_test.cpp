#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

Diagnostics of_container(Container container, std::vector<InputDefinition> inputs = {}) {
  GraphBuilder b;
  b.add(b.container("c", std::move(inputs), {}, std::move(container), line(3)));
  return diagnose(b.graph);
}

}  // namespace

TEST_CASE("placeholders that users spell out are checked as those of the API") {
  CHECK(lines_of(the_only(of_container(running({word("--q={{$.inputs.parameters['q']}}")})), Code::unknown_placeholder,
                          "component `c`: a placeholder names `q`, which is no input", "inputs")) == Lines{3});
  the_only(of_container(running({word("{{$.bogus}}")})), Code::unknown_placeholder,
           "component `c`: the placeholder `{{$.bogus}}` names nothing", "input_value");
  the_only(of_container({{literal("img")}, {word("run"), word("{{$.bogus}}")}, {}, {}}), Code::unknown_placeholder,
           "component `c`: the placeholder `{{$.bogus}}` names nothing", "");
  the_only(of_container({{literal("x{{$.bogus}}")}, {word("run")}, {}, {}}), Code::unknown_placeholder,
           "component `c`: the placeholder `{{$.bogus}}` names nothing", "");
  the_only(of_container({{literal("x{{$.inputs.parameters['q']}}")}, {word("run")}, {}, {}}), Code::bad_image,
           "component `c`: its image mixes text and placeholders, which backends do not replace there", "");
  the_only(of_container(running({word("{{$.inputs.parameters['m']}}")}), {maybe("m")}), Code::absent_placeholder,
           "component `c`: input `m` may be absent, and then the step fails on its placeholder", "if_present");
  the_only(of_container(running({word("{{$.inputs.artifacts['m'].path}}")}), {maybe("m")}), Code::wrong_placeholder,
           "component `c`: input `m` is string, and has no path, URI or metadata", "");
  for (const char* written : {"{{$.inputs.parameters['m']}}", "{{$.bogus}}"}) {
    Container env = running({});
    env.env = {{"A", {literal(written)}}};
    the_only(of_container(env, {maybe("m")}), Code::placeholder_in_env,
             "component `c`: environment variable `A` holds a placeholder, which no backend replaces there", "");
  }
}

TEST_CASE("placeholders that users spell out are served as those of the API") {
  GraphBuilder b;
  const auto c = b.container("c", {in_or("n", Type::integer, 3)}, {},
                             running({word("--n={{$.inputs.parameters['n']}}"), word("{{$.pipeline_job_uuid}}!")}));
  b.add(c);
  const CompileResult result = compile_graph(b.graph);
  CHECK(result.diagnostics.empty());
  REQUIRE(result.documents);
  CHECK(container_at(result.documents->pipeline, "c").args ==
        std::vector<std::string>{"--n={{$.inputs.parameters['n']}}", "{{$.inputs.parameters['run--job-id']}}!"});
  const auto& inputs = task_at(result.documents->pipeline, "c").inputs->parameters;
  CHECK(inputs.contains("n"));  // its default: the driver knows no others
  CHECK(inputs.contains("run--job-id"));
}
