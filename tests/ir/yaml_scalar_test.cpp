#include "ir/yaml_scalar.hpp"

#include "catch2.hpp"

using namespace mlpipe::ir;

TEST_CASE("ordinary words stand plain") {
  for (const char* text :
       {"abc", "comp-say", "system.Model", "2.1.0", "3600s", "512Mi", "python:3.11", "gs://b/r", "/a b/c", "--flag",
        "-m", "a, b", "$HOME", "inputs.x", "nothing", "one#two", "kfp-2.15.2", "a:b"}) {
    INFO(text);
    CHECK(yaml_style(text) == YamlStyle::plain);
  }
}

TEST_CASE("what some reader takes for something else is quoted") {
  for (const char* text : {"",
                           "y",
                           "N",
                           "yes",
                           "No",
                           "ON",
                           "off",
                           "true",
                           "False",
                           "NULL",
                           "null",
                           "~",
                           "1",
                           "-1",
                           "+1",
                           "1.5",
                           "1e3",
                           "1E+3",
                           ".5",
                           "1.",
                           "0x1F",
                           "0o7",
                           "017",
                           "0b1",
                           "1_000",
                           "12:30",
                           "12:30:45",
                           "2001-01-01",
                           "2001-12-14t21:59:43.10-05:00",
                           "2001-12-14 21:59:43",
                           ".inf",
                           "-.INF",
                           ".nan",
                           "nan",
                           "inf",
                           "Infinity",
                           "=",
                           "<<",
                           "1.10",
                           "-",
                           "--",
                           "---",
                           "...",
                           "- a",
                           "? a",
                           ": a",
                           "a: b",
                           "a:",
                           "a #b",
                           "#a",
                           "&a",
                           "*a",
                           "!a",
                           "|",
                           ">",
                           "%a",
                           "@a",
                           "`a",
                           "{a",
                           "[a",
                           "]",
                           "}",
                           ",a",
                           "?",
                           " a",
                           "a ",
                           "-1x",
                           "0x1p-2",
                           "1,2",
                           "5d",
                           "\xC3\xA9"}) {
    INFO(text);
    CHECK(yaml_style(text) == YamlStyle::single_quoted);
  }
}

TEST_CASE("quotes are chosen to be read easily") {
  CHECK(yaml_style("{{$.inputs.parameters['x']}}") == YamlStyle::double_quoted);
  CHECK(yaml_style("{\"a\": 'b'}") == YamlStyle::single_quoted);
}

TEST_CASE("what is not printable is escaped") {
  for (const char* text : {"a\tb", "a\rb", "\x01", "\x7F", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF",
                           "\xFF", "\xEF\xBF\xBE", "a\tb\nc"}) {
    CHECK(yaml_style(text) == YamlStyle::double_quoted);
  }
  CHECK(yaml_double_quoted("a\"\\\n\r\t\x01\xC2\x85\xE2\x80\xA8\xEF\xBB\xBF\xC3\xA9\xFF") ==
        "\"a\\\"\\\\\\n\\r\\t\\u0001\\u0085\\u2028\\uFEFF\xC3\xA9\\uFFFD\"");
  CHECK(yaml_double_quoted(std::string_view("\0", 1)) == "\"\\u0000\"");
}

TEST_CASE("texts of several lines become blocks where no blank can get lost") {
  CHECK(yaml_style("a\nb") == YamlStyle::literal);
  CHECK(yaml_style("a\n\n  b\n") == YamlStyle::literal);
  for (const char* text : {"\na", " a\nb", "a \nb", "a\nb ", "a\n\n", "\n", "a\n \nb"}) {
    CHECK(yaml_style(text) == YamlStyle::double_quoted);
  }
  CHECK(yaml_key_style("a\nb") == YamlStyle::double_quoted);
}
