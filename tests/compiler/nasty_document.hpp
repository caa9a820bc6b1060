// A spec whose strings are chosen to go wrong in YAML, in all the places where a spec has strings.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "json/utf8.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::test {

inline std::vector<std::string> nasty_strings() {
  using namespace std::string_literals;
  std::vector<std::string> result = {
      "",
      " ",
      "\n",
      "\n\n",
      "\t",
      "\r",
      "\r\n",
      "\0"s,
      "a\0b"s,
      "y",
      "Y",
      "n",
      "yes",
      "NO",
      "on",
      "Off",
      "true",
      "FALSE",
      "null",
      "Null",
      "~",
      "1",
      "-1",
      "+1",
      "0",
      "00",
      "07",
      "0o7",
      "0x1F",
      "0b101",
      "1_000",
      "1.5",
      "1.10",
      "-1.5",
      ".5",
      "1.",
      "1e3",
      "1E3",
      "1e+3",
      "1.0e+3",
      "-.5e-3",
      ".inf",
      "-.Inf",
      "+.INF",
      ".nan",
      ".NaN",
      "inf",
      "nan",
      "Infinity",
      "12:30",
      "12:30:45",
      "190:20:30.15",
      "2001-01-01",
      "2001-12-14t21:59:43.10-05:00",
      "2001-12-14 21:59:43.10 -5",
      "=",
      "<<",
      "-",
      "--",
      "---",
      "--- a",
      "...",
      "... ",
      "- a",
      "-a",
      "--a",
      "-1a",
      "?",
      "? a",
      "?a",
      ":",
      ": a",
      ":a",
      "a:",
      "a: b",
      "a:b",
      "a :b",
      "a#b",
      "a #b",
      "#",
      "# a",
      "&a",
      "*a",
      "!a",
      "!!str a",
      "|",
      "|-",
      ">",
      ">-",
      "%a",
      "%YAML 1.2",
      "@a",
      "`a`",
      "{",
      "}",
      "[",
      "]",
      "{}",
      "[]",
      "{a: b}",
      "[a, b]",
      ",",
      "a, b",
      "a,b",
      "'",
      "\"",
      "''",
      "'a'",
      "\"a\"",
      "a'b",
      "a\"b",
      "a'b\"c",
      "\\",
      "\\n",
      "a\\",
      "it's: \"x\" \\ y",
      "{{$.inputs.parameters['x']}}",
      "{\"Concat\": [\"a\", 'b']}",
      " a",
      "a ",
      "  a  ",
      "a  b",
      "a\tb",
      "\ta",
      "a\t",
      "a\nb",
      "a\n",
      "\na",
      "a\n\nb",
      "a\nb\n",
      "a\n\n",
      "a\nb\n\n",
      " a\nb",
      "a\n b",
      "a \nb",
      "a\n \nb",
      "a\nb ",
      "a\n  ",
      "# a\n# b",
      "- a\n- b",
      "---\na",
      "...\na",
      "a: b\nc: d",
      "a\tb\nc",
      "\ta\nb",
      "a\r\nb",
      "a\rb",
      "%a\nb",
      "{a\nb",
      "'a\nb'",
      "\"a\nb\"",
      "|\na",
      "a\n#b\n",
      "if ! [ -x \"$(command -v pip)\" ]; then\n    python3 -m ensurepip || exit 1\nfi\n\nexec \"$0\" \"$@\"\n",
      "\x01",
      "\x1B[0m",
      "\x7F",
      "\xC2\x80",
      "\xC2\x85",
      "a\xC2\x85\x62",
      "\xC2\xA0",
      "\xC2\xA0 a",
      "\xC3\xA9",
      "na\xC3\xAFve: caf\xC3\xA9 #1",
      "\xE2\x80\xA8",
      "a\xE2\x80\xA9z",
      "\xEF\xBB\xBF",
      "\xEF\xBB\xBF a",
      "a\xEF\xBB\xBF",
      "\xEF\xBF\xBD",
      "\xEF\xBF\xBE",
      "\xEF\xBF\xBF",
      "\xF0\x9F\x98\x80",
      "\xF0\x9F\x98\x80\nb",
      "\xF4\x8F\xBF\xBF",
      "\xED\x9F\xBF",
      "\xEE\x80\x80",
      "\xFF",
      "\xED\xA0\x80",
      "\xC0\x80",
      "\xE2\x82",
      "a\xF0\x9F\x98",
      std::string(300, 'a'),
      std::string(1100, 'a'),
      std::string(1100, '1'),
      std::string(5000, '\xFF'),
      std::string(400, 'x') + ' ' + std::string(400, 'y'),
      std::string(1500, '\'') + " \"",
      "0.1.2",
      "2.1.0",
      "1.2.",
      "3600s",
      "1,2",
      "1 2",
      "0x",
      "0x1p-2",
      "1e",
      "e1",
      "1__0",
      "08",
      "-0",
      "+",
      "+a",
      ".",
      "..",
      ".a",
      "a.",
      "/",
      "//",
      "$",
      "(",
      ")",
      "_1",
      "_",
      "-_",
      "!",
      "@",
      "^",
      "a?b",
      "a? b",
      "NULL\n",
      "yes\n",
      "1\n2"};
  std::mt19937 random(20250817);  // always the same
  const std::vector<std::string> parts = {" ",
                                          " ",
                                          "\n",
                                          "\n",
                                          "\t",
                                          "\r",
                                          "a",
                                          "b",
                                          "y",
                                          "no",
                                          "1",
                                          "0",
                                          "e",
                                          ".",
                                          "-",
                                          "+",
                                          ":",
                                          ": ",
                                          " #",
                                          "#",
                                          "'",
                                          "\"",
                                          "\\",
                                          "{",
                                          "}",
                                          "[",
                                          "]",
                                          ",",
                                          "&",
                                          "*",
                                          "!",
                                          "|",
                                          ">",
                                          "%",
                                          "@",
                                          "`",
                                          "?",
                                          "? ",
                                          "- ",
                                          "=",
                                          "<<",
                                          "~",
                                          "null",
                                          "\x01",
                                          "\xC2\x85",
                                          "\xC3\xA9",
                                          "\xE2\x80\xA8",
                                          "\xEF\xBB\xBF",
                                          "\xF0\x9F\x98\x80",
                                          "\xFF",
                                          "---",
                                          "...",
                                          "_",
                                          "/",
                                          "$",
                                          "(",
                                          "2001-01-01",
                                          "x",
                                          "0x"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto count = random() % 8; count > 0; --count) text += parts[random() % parts.size()];
    result.push_back(std::move(text));
  }
  return result;
}

/// Keys that differ only in bytes that are no UTF-8 would be written as the same key.
inline bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const utf8::CodePoint point = utf8::first(text);
    if (!point.valid) return false;
    text.remove_prefix(point.size);
  }
  return true;
}

/// Containers in containers, empty ones among them.
inline Json nested(std::mt19937& random, const std::vector<std::string>& strings, int depth) {
  const auto size = random() % 4;
  switch (depth == 0 ? random() % 4 : random() % 8) {
    case 0:
      return strings[random() % strings.size()];
    case 1:
      return static_cast<double>(random()) / 7 * (random() % 2 ? 1e30 : 1e-30);
    case 2:
      return random() % 2 == 0;
    case 3:
      return nullptr;
    case 4:
    case 5: {
      Json result = Json::array();
      for (std::size_t i = 0; i < size; ++i) result.as_array().push_back(nested(random, strings, depth - 1));
      return result;
    }
    default: {
      Json result = Json::object();
      for (std::size_t i = 0; i < size; ++i) {
        const std::string& key = strings[random() % strings.size()];
        if (is_utf8(key)) result.set(key, nested(random, strings, depth - 1));
      }
      return result;
    }
  }
}

inline ir::PipelineSpec nasty_document() {
  using namespace ir;
  const std::vector<std::string> strings = nasty_strings();
  std::mt19937 random(7);
  PipelineSpec spec;
  spec.pipeline_info.emplace();
  spec.pipeline_info->name = "nasty";
  spec.pipeline_info->description = "several\nlines \x01 and \xE2\x80\xA8 more\r\n---\n# x";
  spec.schema_version = "2.1.0";

  PipelineDeploymentConfig::PipelineContainerSpec container;
  container.args = strings;
  container.env.resize(strings.size());
  for (std::size_t i = 0; i < strings.size(); ++i) container.env[i].name = strings[i];
  spec.deployment_spec.emplace().executors["exec"].spec = container;

  Json metadata = Json::object();
  for (const std::string& text : strings) {
    if (is_utf8(text)) metadata.set(text, text);
  }
  for (int i = 0; i < 1000; ++i) metadata.set("nested" + std::to_string(i), nested(random, strings, 5));
  PipelineDeploymentConfig::ImporterSpec importer;
  importer.metadata = metadata;
  spec.deployment_spec->executors["importer"].spec = Box(importer);

  auto& inputs = spec.root.emplace().input_definitions.emplace();
  for (std::size_t i = 0; i < strings.size(); ++i) {
    auto& parameter = inputs.parameters["p" + std::to_string(i)];
    parameter.parameter_type = ParameterType::STRING;
    parameter.default_value = strings[i];
    parameter.description = strings[i];
    parameter.literals = {1.5, strings[i], Json::array(), Json::array({Json::array({Json::object()})})};
  }
  return spec;
}

}  // namespace mlpipe::test
