// Strings that break things, at each place where users give strings: each is refused, or arrives as it is.
#include <algorithm>
#include <string>

#include "bad_input/string_places.hpp"
#include "catch2.hpp"
#include "local/cel.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "yaml/read.hpp"

using namespace bad_input;

namespace {

bool holds(const yaml::Node& node, const std::string& text);

bool holds(const Json& json, const std::string& text) {
  if (json.is_string()) return json.as_string() == text;
  if (json.is_array()) {
    const auto& items = json.as_array();
    return std::any_of(items.begin(), items.end(), [&](const Json& item) { return holds(item, text); });
  }
  if (!json.is_object()) return false;
  const auto& members = json.as_object();
  return std::any_of(members.begin(), members.end(), [&](const auto& member) { return holds(member.value, text); });
}

bool is_true(const std::string& condition, const std::string& input) {
  const auto result = local::evaluate_condition(condition, {{"pipelinechannel--input-0", Json(input)}});
  return std::holds_alternative<bool>(result) && std::get<bool>(result);
}

// As a whole, with values of the pipeline around it, in JSON, or in the condition of a branch.
bool holds_in_text(const yaml::Node& node, const std::string& text) {
  const bool bare = node.plain && (text == "null" || text == "yes" || text == "1e3");  // another thing in YAML
  if (node.text == text) return !bare;
  if (node.text.starts_with("inputs.parameter_values[")) {
    return is_true(node.text, text) && !is_true(node.text, text + "~");
  }
  if ((node.text.starts_with('[') && !text.starts_with('[')) || node.text.starts_with("{\"IfPresent\"")) {
    const auto items = parse_json(node.text);
    return std::holds_alternative<Json>(items) && holds(std::get<Json>(items), text);
  }
  return node.text.find(text) != std::string::npos;
}

bool holds(const yaml::Node& node, const std::string& text) {
  if (node.is_scalar()) return holds_in_text(node, text);
  return std::any_of(node.items.begin(), node.items.end(), [&](const auto& item) { return holds(item, text); }) ||
         std::any_of(node.members.begin(), node.members.end(),
                     [&](const auto& member) { return holds(member.key, text) || holds(member.value, text); });
}

bool arrives(const PipelineSpec& spec, const std::string& text) {
  const yaml::Documents read = yaml::read(to_yaml(spec), "spec");
  CHECK(read.diagnostics.empty());
  return std::any_of(read.documents.begin(), read.documents.end(),
                     [&](const yaml::Node& document) { return holds(document, text); });
}

/// What is said at a place in a user's file: the code; where nothing is said, whether the string is there.
std::string outcome(const StringPlace& place, const BadString& bad, std::optional<Code> expected) {
  Pipeline pipeline("p");
  place.write(pipeline, bad.text, 0);
  const Result result = try_compile(pipeline);
  if (result) return bad.text.empty() || arrives(*result, bad.text) ? "arrives" : "is lost";
  std::string others;
  for (const Diagnostic& diagnostic : result.diagnostics()) {
    if (diagnostic.code == expected && diagnostic.line != 0) return std::string(code_name(*expected));
    others += std::string(code_name(diagnostic.code)) + ' ';
  }
  return others;
}

}  // namespace

TEST_CASE("a string that breaks things is refused, or arrives as it is") {
  for (const StringPlace& place : string_places) {
    for (const BadString& bad : strings) {
      INFO(place.name << ", " << bad.name);
      const std::optional<Code> refusal = refusal_of(place, bad);
      CHECK(outcome(place, bad, refusal) == (refusal ? code_name(*refusal) : "arrives"));
    }
  }
}

TEST_CASE("the places and strings have names of their own") {
  const auto is_unique = [](const auto& list) {
    std::vector<std::string> names;
    for (const auto& item : list) names.push_back(item.name);
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
  };
  CHECK(is_unique(string_places));
  CHECK(is_unique(strings));
}
