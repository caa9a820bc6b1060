#include "load/words.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using load::WordParser;

namespace {

DynamicComponent component() {
  return {.name = "c",
          .inputs = {{"text", Type::string, {}},
                     {"note", Type::string, {.optional = true}},
                     {"more", Type::string, {.optional = true}},
                     {"data", Type::artifact("system.Dataset"), {}}},
          .outputs = {{"count", Type::integer}, {"model", Type::artifact("system.Model")}}};
}

/// `text`, or for a placeholder `<kind number>name`.
std::string shown(const Text& text) {
  std::string result;
  for (const detail::TextSegment& segment : text.segments()) {
    if (segment.kind == ir::SegmentKind::literal)
      result += segment.text;
    else
      result += "<" + std::to_string(static_cast<int>(segment.kind)) + ">" + segment.text;
  }
  return result;
}

std::string shown(const ContainerArgument& word) {
  const detail::IfPresent* choice = word.if_present();
  if (choice == nullptr) return shown(word.text());
  std::string result = choice->input_name + "?";
  for (const ContainerArgument& then : choice->then) result += "(" + shown(then) + ")";
  result += ":";
  for (const ContainerArgument& otherwise : choice->otherwise) result += "(" + shown(otherwise) + ")";
  return result;
}

std::string parsed(const std::string& word) { return shown(WordParser(component()).parse_word(word)); }

std::string shown(ir::SegmentKind kind, const std::string& name) {
  return "<" + std::to_string(static_cast<int>(kind)) + ">" + name;
}

}  // namespace

TEST_CASE("placeholders are found in text") {
  using enum ir::SegmentKind;
  CHECK(parsed("{{$.inputs.parameters['text']}}") == shown(input_value, "text"));
  CHECK(parsed("a {{$.inputs.artifacts['data'].path}} b{{$}}") == "a " + shown(input_path, "data") + " b<10>");
  CHECK(parsed("{{$.inputs.artifacts['data'].uri}}") == shown(input_uri, "data"));
  CHECK(parsed("{{$.outputs.parameters['count'].output_file}}") == shown(output_path, "count"));
  CHECK(parsed("{{$.outputs.artifacts['model'].path}}") == shown(output_path, "model"));
  CHECK(parsed("{{$.outputs.artifacts['model'].uri}}") == shown(output_uri, "model"));
  CHECK(parsed("{{$.outputs.output_file}}") == "<11>");
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

TEST_CASE("a concatenation writes out its answers") {
  const auto ask = [](const char* input, std::vector<ContainerArgument> then,
                      std::vector<ContainerArgument> otherwise) {
    return if_present(std::string(input), std::move(then), std::move(otherwise));
  };
  const auto joined = [](const std::vector<ContainerArgument>& items) {
    const auto word = load::concat(items);
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
