#include "compiler/placeholders.hpp"

#include <vector>

#include "catch2.hpp"
#include "graph_builder.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using namespace mlpipe::compiler;

TEST_CASE("every placeholder that there is, is read as its segment") {
  const std::vector<std::pair<const char*, Segment>> all = {
      {"{{$}}", part(SegmentKind::executor_input)},
      {"{{$.outputs.output_file}}", part(SegmentKind::executor_output)},
      {"{{$.inputs.parameters['a b']}}", part(SegmentKind::input_value, "a b")},
      {"{{$.inputs.artifacts['a'].path}}", part(SegmentKind::input_path, "a")},
      {"{{$.inputs.artifacts['a'].uri}}", part(SegmentKind::input_uri, "a")},
      {"{{$.inputs.artifacts['l']}}", part(SegmentKind::input_list, "l")},
      {"{{$.outputs.artifacts['l']}}", part(SegmentKind::output_list, "l")},
      {"{{$.inputs.artifacts['a'].metadata}}", part(SegmentKind::input_metadata, "a")},
      {"{{$.inputs.artifacts['a'].metadata['k']}}", part(SegmentKind::input_metadata, "a", "k")},
      {"{{$.outputs.parameters['o'].output_file}}", part(SegmentKind::output_path, "o")},
      {"{{$.outputs.artifacts['o'].path}}", part(SegmentKind::output_path, "o")},
      {"{{$.outputs.artifacts['o'].uri}}", part(SegmentKind::output_uri, "o")},
      {"{{$.outputs.artifacts['o'].metadata['k']}}", part(SegmentKind::output_metadata, "o", "k")},
      {"{{$.pipeline_job_uuid}}", of_run(RunPlaceholder::job_id)},
      {"{{$.workspace_path}}", of_run(RunPlaceholder::workspace_path)},
  };
  for (const auto& [written, segment] : all) {
    CAPTURE(written);
    const auto found = find_placeholder(written);
    REQUIRE(found);
    CHECK(found->whole == written);
    REQUIRE(found->segment);
    CHECK(*found->segment == segment);
  }
}

TEST_CASE("what begins as a placeholder and is none") {
  for (const char* written :
       {"{{$.bogus}}", "{{$.inputs.parameters[\"a\"]}}", "{{$.inputs.parameters['a'].path}}", "{{$.inputs.parameters}}",
        "{{$.inputs.artifacts['a'].}}", "{{$.inputs.artifacts['a'].metadata['k'].x}}", "{{$.inputs.parameters['a'"}) {
    CAPTURE(written);
    const auto found = find_placeholder(written);
    REQUIRE(found);
    CHECK(found->whole == written);
    CHECK_FALSE(found->segment);
  }
  for (const char* other : {"", "{{", "{{$x}}", "{$.a}", "{{ $.a }}"}) CHECK_FALSE(find_placeholder(other));
}

TEST_CASE("a text is split at its placeholders") {
  const Text text = {literal("a{{$.inputs.parameters['x']}}b{{$.bogus}}{{$}}"), part(SegmentKind::input_uri, "u"),
                     literal("c")};
  CHECK(split_placeholders(text) == Text{literal("a"), part(SegmentKind::input_value, "x"), literal("b{{$.bogus}}"),
                                         part(SegmentKind::executor_input), part(SegmentKind::input_uri, "u"),
                                         literal("c")});
  CHECK(split_placeholders({}).empty());
}
