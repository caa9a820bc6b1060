#include "load/fields.hpp"

#include "catch2.hpp"
#include "yaml/read.hpp"

using namespace mlpipe;
using load::Fields;

namespace {

struct Given {
  explicit Given(const std::string& text) : node(yaml::read(text, file).documents.at(0)), reporter(file, diagnostics) {}
  std::vector<std::string> messages() const {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : diagnostics) result.push_back(diagnostic.message);
    return result;
  }

  const std::string file = "f.yaml";
  yaml::Node node;
  Diagnostics diagnostics;
  load::Reporter reporter;
};

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("fields of the right kind are given") {
  Given given("{text: a, quoted: '1', flag: no, list: [], map: {}, texts: {a: b}, nothing: }");
  Fields fields(given.reporter, given.node, "a thing");
  CHECK(fields.take_text("text") == "a");
  CHECK(fields.require_text("quoted") == "1");
  CHECK(fields.take_boolean("flag") == false);
  CHECK(fields.take_sequence("list") != nullptr);
  CHECK(fields.require_mapping("map") != nullptr);
  CHECK(fields.take_texts("texts")->members.size() == 1);
  CHECK(fields.take("nothing") == nullptr);
  CHECK_FALSE(fields.take_text("absent"));
  fields.refuse_others();
  CHECK(given.messages().empty());
  CHECK_FALSE(given.reporter.failed());
}

TEST_CASE("fields of another kind, missing ones and others are reported") {
  Given given("{text: 1, flag: 'no', list: {}, map: [], texts: {a: 1, 2: b}, nothing: , more: x}");
  Fields fields(given.reporter, given.node, "a thing");
  CHECK_FALSE(fields.take_text("text"));
  CHECK_FALSE(fields.take_boolean("flag"));
  CHECK(fields.take_sequence("list") == nullptr);
  CHECK(fields.take_mapping("map") == nullptr);
  CHECK(fields.take_texts("texts") == nullptr);
  CHECK(fields.require("nothing") == nullptr);
  fields.refuse_others();
  CHECK(given.messages() ==
        Messages{"`text` of a thing is the number `1`, not a text", "`flag` of a thing is the text `no`, not a boolean",
                 "`list` of a thing is a mapping, not a list", "`map` of a thing is a list, not a mapping",
                 "a part of `texts` of a thing is the number `1`, not a text",
                 "a part of `texts` of a thing is the number `2`, not a text", "a thing has no `nothing`",
                 "a thing has no field `more`"});
  CHECK(given.diagnostics.back().column == 74);
  CHECK(given.reporter.failed());
}

TEST_CASE("what is no mapping is reported once") {
  Given given("[a]");
  Fields fields(given.reporter, given.node, "a thing");
  CHECK(fields.require("a") == nullptr);
  fields.refuse_others();
  CHECK(given.messages() == Messages{"a thing is a list, not a mapping"});
}
