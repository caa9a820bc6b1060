#include "load/words.hpp"

#include "catch2.hpp"
#include "shown_words.hpp"

using namespace mlpipe;
using load::WordParser;
using testing::shown;

namespace {

DynamicComponent component() {
  return {.name = "c",
          .inputs = {{"text", Type::string, {}},
                     {"note", Type::string, {.optional = true}},
                     {"more", Type::string, {.optional = true}},
                     {"data", Type::artifact("system.Dataset"), {}}},
          .outputs = {{"count", Type::integer}, {"model", Type::artifact("system.Model")}}};
}

std::string parsed(const std::string& word) { return shown(WordParser(component()).parse_word(word)); }

std::string shown(ir::SegmentKind kind, const std::string& name) {
  return "<" + std::to_string(static_cast<int>(kind)) + ">" + name;
}

}  // namespace

TEST_CASE("placeholders are found in text") {
  using enum ir::SegmentKind;
  CHECK(parsed("{{$.inputs.parameters['text']}}") == shown(input_value, "text"));
  CHECK(parsed("a {{$.inputs.artifacts['data'].path}} b{{$}}") ==
        "a " + shown(input_path, "data") + " b" + shown(ir::SegmentKind::executor_input, ""));
  CHECK(parsed("{{$.inputs.artifacts['data'].uri}}") == shown(input_uri, "data"));
  CHECK(parsed("{{$.outputs.parameters['count'].output_file}}") == shown(output_path, "count"));
  CHECK(parsed("{{$.outputs.artifacts['model'].path}}") == shown(output_path, "model"));
  CHECK(parsed("{{$.outputs.artifacts['model'].uri}}") == shown(output_uri, "model"));
  CHECK(parsed("{{$.outputs.output_file}}") == shown(ir::SegmentKind::executor_output, ""));
}

TEST_CASE("what is no placeholder of the component stays as it is") {
  for (const char* text : {"",
                           "plain",
                           "{{$",
                           "{{$}",
                           "{{ $ }}",
                           "{{$.inputs.parameters['nope']}}",
                           "{{$.inputs.parameters[\"text\"]}}",
                           "{{$.inputs.parameters['data']}}",
                           "{{$.inputs.artifacts['text'].path}}",
                           "{{$.inputs.artifacts['data']}}",
                           "{{$.inputs.artifacts['data'].metadata['a']}}",
                           "{{$.inputs.parameters['text'].path}}",
                           "{{$.outputs.artifacts['count'].path}}",
                           "{{$.outputs.parameters['count']}}",
                           "{{$.pipeline_job_name}}",
                           "{{$.inputs.parameters['text'}}",
                           "{\"Concat\": 5}",
                           "{\"Concat\": [5]}",
                           "{\"IfPresent\": {\"Then\": \"a\"}}",
                           "{\"IfPresent\": {\"InputName\": \"note\"}}",
                           "{\"Concat\": [\"a\""}) {
    CHECK(parsed(text) == text);
  }
  CHECK(parsed("{{$ {{$.inputs.parameters['text']}} }}") == "{{$ <2>text }}");
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "{{$";
  CHECK(parsed(many) == many);  // at once
}

TEST_CASE("structured placeholders of compiled components are read") {
  CHECK(parsed(R"({"Concat": ["a", "{{$.inputs.parameters['text']}}", {"Concat": ["b"]}]})") == "a<2>textb");
  CHECK(parsed(R"({"IfPresent": {"InputName": "note", "Then": ["--note", "{{$.inputs.parameters['note']}}"]}})") ==
        "note?(--note)(<2>note):");
  CHECK(parsed(R"({"IfPresent": {"InputName": "note", "Then": "a", "Else": {"Concat": ["b", "c"]}}})") ==
        "note?(a):(bc)");
}
