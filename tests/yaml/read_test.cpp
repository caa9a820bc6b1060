#include "yaml/read.hpp"

#include "catch2.hpp"
#include "yaml/scalar.hpp"

using namespace mlpipe;
using yaml::Limits;
using yaml::Node;

namespace {

Node read_one(const std::string& text) {
  yaml::Documents read = yaml::read(text, "f.yaml");
  for (const Diagnostic& diagnostic : read.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(read.diagnostics.empty());
  REQUIRE(read.documents.size() == 1);
  return std::move(read.documents.front());
}

Diagnostic refused(const std::string& text, const Limits& limits = {}) {
  const yaml::Documents read = yaml::read(text, "f.yaml", limits);
  CHECK(read.documents.empty());
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].file == "f.yaml");
  return read.diagnostics[0];
}

void check_at(const Diagnostic& diagnostic, Code code, std::uint32_t line, std::uint32_t column) {
  INFO(diagnostic.message);
  CHECK(diagnostic.code == code);
  CHECK(diagnostic.line == line);
  CHECK(diagnostic.column == column);
}

std::string repeat(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("everything has its place") {
  const Node root = read_one("a: x\nlist:\n  - 1\n  - \"two\"\nö: {b: c}\n");
  REQUIRE(root.is_mapping());
  CHECK(root.place.line == 1);
  const Node* list = root.find("list");
  REQUIRE(list != nullptr);
  REQUIRE(list->items.size() == 2);
  CHECK(list->items[1].place.line == 4);
  CHECK(list->items[1].place.column == 5);
  CHECK(list->items[0].plain);
  CHECK_FALSE(list->items[1].plain);
  const Node* inner = root.find("ö");
  REQUIRE(inner != nullptr);
  CHECK(inner->find("b")->place.column == 9);  // in bytes
  CHECK(root.find("c") == nullptr);
}

TEST_CASE("byte order marks, carriage returns, JSON and several documents are read") {
  CHECK(read_one("\xEF\xBB\xBF"
                 "a: b")
            .find("a")
            ->text == "b");
  CHECK(read_one("a: b\r\nc: |\r\n  d\r\n  e\r\n").find("c")->text == "d\ne\n");
  CHECK(json_of(read_one("{\"a\": [1, 2.5e-3, \"\\u00e9\", null, true]}")) ==
        Json::object({{"a", Json::array({1, 0.0025, "é", nullptr, true})}}));
  CHECK(read_one("a: 'it''s'").find("a")->text == "it's");
  CHECK(read_one("a: \"\\\"\\\\\" # ends").find("a")->text == "\"\\");
  CHECK(yaml::read("a: 1\n---\nb: 2\n", "f.yaml").documents.size() == 2);
  CHECK(yaml::read("", "f.yaml").documents.empty());
  CHECK(yaml::read("# nothing\n", "f.yaml").documents.empty());
}

TEST_CASE("aliases and merge keys are written out") {
  const Node root = read_one(
      "base: &b {x: 1, y: 2}\n"
      "more: &m {y: 3, z: 4}\n"
      "use: *b\n"
      "one: {<<: *b, x: 9}\n"
      "two: {<<: [*b, *m]}\n"
      "text: {\"<<\": no merge}\n");
  CHECK(json_of(*root.find("use")) == json_of(*root.find("base")));
  CHECK(json_of(*root.find("one")) == Json::object({{"x", 9}, {"y", 2}}));
  CHECK(json_of(*root.find("two")) == Json::object({{"x", 1}, {"y", 2}, {"z", 4}}));
  CHECK(root.find("text")->find("<<")->text == "no merge");
  check_at(refused("a: {<<: x}"), Code::bad_yaml, 1, 9);
}

TEST_CASE("keys that stand twice are all reported, with their first places") {
  const yaml::Documents read = yaml::read("a: 1\nb: {c: 1, c: 2}\na: 3\n", "f.yaml");
  CHECK(read.documents.empty());
  REQUIRE(read.diagnostics.size() == 2);
  check_at(read.diagnostics[0], Code::duplicate_key, 2, 11);
  check_at(read.diagnostics[1], Code::duplicate_key, 3, 1);
  REQUIRE(read.diagnostics[1].labels.size() == 1);
  CHECK(read.diagnostics[1].labels[0].line == 1);
  CHECK(read.diagnostics[1].message == "the key `a` stands twice in one mapping");
}

TEST_CASE("what is no YAML is refused where it begins") {
  check_at(refused("a: b\nc: [1, 2\n"), Code::bad_yaml, 3, 1);
  check_at(refused("a: \"ö\"\r\nb: \"c\n"), Code::bad_yaml, 2, 4);
  check_at(refused("a: 'it''s"), Code::bad_yaml, 1, 10);
  check_at(refused("a: 'it''s\n"), Code::bad_yaml, 1, 4);
  check_at(refused("a: *b\n"), Code::bad_yaml, 1, 4);
  check_at(refused("&a [*a]"), Code::bad_yaml, 1, 5);
  check_at(refused("a: !!python/object:os.system x"), Code::bad_yaml, 1, 4);
  check_at(refused("? [a]\n: b"), Code::bad_yaml, 1, 3);
  check_at(refused("a: b\nc: d\xE9"), Code::bad_yaml, 2, 5);
  check_at(refused(std::string("a: b\0c", 6)), Code::bad_yaml, 1, 5);
  check_at(refused("a: \x01"), Code::bad_yaml, 1, 4);
  check_at(refused("\xFF\xFE"
                   "a"),
           Code::bad_yaml, 1, 1);
}

TEST_CASE("limits hold before memory is spent") {
  const auto ninefold = [](char name, char of) {
    return std::string(1, name) + ": &" + name + " [" + repeat(std::string("*") + of + ",", 9) + "]\n";
  };
  std::string bomb = "a: &a [x]\n";
  for (char name = 'b'; name < 'l'; ++name) bomb += ninefold(name, static_cast<char>(name - 1));
  CHECK(refused(bomb).code == Code::yaml_beyond_limits);
  CHECK(refused("a: &a " + std::string(300'000, 'x') + "\nb: [*a, *a, *a]").code == Code::yaml_beyond_limits);

  check_at(refused(repeat("[", 10'000)), Code::yaml_beyond_limits, 1, 51);
  check_at(refused(repeat("- ", 10'000) + "x"), Code::yaml_beyond_limits, 1, 201);
  CHECK(refused(repeat("{a: ", 10'000) + "x" + repeat("}", 10'000)).code == Code::yaml_beyond_limits);
  CHECK(read_one(repeat("[", 100) + repeat("]", 100)).is_sequence());

  CHECK(refused(repeat("- x\n", 100), {.nodes = 100}).code == Code::yaml_beyond_limits);
  CHECK(refused("a: bcd", {.bytes = 5}).message == "`f.yaml` has more than 5 bytes");
}
