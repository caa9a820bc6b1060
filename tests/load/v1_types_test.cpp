#include "load/v1_types.hpp"

#include "diagnosing.hpp"

using namespace mlpipe;

namespace {

std::string with_default(const std::string& type, const std::string& value) {
  return "inputs:\n- name: x\n  type: " + type + "\n  default: " + value +
         "\nimplementation: {container: {image: a, command: [x]}}\n";
}

void check_default(const std::string& type, const std::string& value, const Json& expected) {
  INFO(type << " " << value);
  const InputOptions options = loaded(with_default(type, value)).inputs[0].options;
  CHECK(options.optional);
  CHECK(options.default_value == expected);
}

void check_left_out(const std::string& type, const std::string& value, const std::string& why) {
  INFO(type << " " << value);
  const Diagnostic warning = diagnosed(with_default(type, value), Code::default_left_out, 4, 12);
  CHECK(warning.message == "the default of input `x` is left out: " + why);
}

}  // namespace

TEST_CASE("type names are those that KFP's SDK knows") {
  const auto check = [](std::initializer_list<const char*> names, const Type& type) {
    for (const char* name : names) {
      INFO(name);
      CHECK(load::v1_type(name) == type);
    }
  };
  check({"Integer", "int", "INT"}, Type::integer);
  check({"Float", "double"}, Type::number);
  check({"String", "str", "Text"}, Type::string);
  check({"Bool", "boolean"}, Type::boolean);
  check({"List", "list", "JsonArray", "List[str]", "typing.List[int]"}, Type::list);
  check({"Dict", "JsonObject", "Dict[str, int]"}, Type::structure);
  check({"PipelineTaskFinalStatus"}, Type::task_final_status);
  check({"Dataset", "dataset"}, Type::artifact("system.Dataset"));
  check({"html"}, Type::artifact("system.HTML"));
  check({"SlicedClassificationMetrics"}, Type::artifact("system.SlicedClassificationMetrics"));
  check({"google.VertexModel"}, Type::artifact("google.VertexModel"));
  check({"Artifact", "", "GCSPath", "URI", "CSV", "system.Model", "List<String>", "ListThing", "int ", "Optional[str]",
         "google.X1", "google.", "pipelinetaskfinalstatus", "TaskConfig"},
        Type::artifact("system.Artifact"));
}

// As Python's str(), int(), float(), strtobool() and json.loads() have it.
TEST_CASE("defaults are cast as KFP's SDK casts them") {
  check_default("String", "text", "text");
  check_default("String", "''", "");
  check_default("String", "010", "8");
  check_default("String", "1e3", "1e3");
  check_default("String", "1.0e+3", "1000.0");
  check_default("String", "yes", "True");
  check_default("String", "-.inf", "-inf");
  check_default("String", "12345678901234567890", "12345678901234567890");
  check_default("Integer", "3", 3);
  check_default("Integer", "\" +1_000 \"", 1000);
  check_default("Integer", "'010'", 10);
  check_default("Integer", "-3.7", -3);
  check_default("Integer", "true", 1);
  check_default("Float", "'1e-7'", 1e-7);
  check_default("Float", "3", 3.0);
  check_default("Float", "no", 0.0);
  check_default("Bool", "'Yes'", true);
  check_default("Bool", "'0'", false);
  check_default("Bool", "1", true);
  check_default("Bool", "off", false);
  check_default("JsonArray", "'[1, \"a\"]'", Json::array({1, "a"}));
  check_default("List[str]", "'[]'", Json::array());
  check_default("JsonObject", "'{\"a\": null}'", Json::object({{"a", nullptr}}));

  const InputOptions none = loaded(with_default("Integer", "null")).inputs[0].options;
  CHECK_FALSE(none.optional);
  CHECK_FALSE(none.default_value);
}

TEST_CASE("defaults that cannot be cast are refused") {
  CHECK(diagnosed(with_default("Integer", "''"), Code::bad_default, 4, 12).message ==
        "the default of input `x` is the text ``, which is no int");
  for (const char* text : {"'3.0'", "'1__0'", "'_1'", "'1_'", "'++1'", "'0x10'", ".inf"})
    diagnosed(with_default("Integer", text), Code::bad_default, 4, 12);
  for (const char* text : {"''", "'1,5'", "'1_.5'"}) diagnosed(with_default("Float", text), Code::bad_default, 4, 12);
  for (const char* text : {"fasle", "''"}) diagnosed(with_default("Boolean", text), Code::bad_default, 4, 12);
  diagnosed(with_default("String", "[a]"), Code::wrong_field, 4, 12);
  diagnosed(with_default("String", "{a: b}"), Code::wrong_field, 4, 12);
  diagnosed(with_default("String", "2024-01-31"), Code::wrong_field, 4, 12);
}

TEST_CASE("defaults that no run could use are left out, with a warning") {
  check_left_out("Dataset", "gs://b/x", "an artifact has none");
  check_left_out("PipelineTaskFinalStatus", "x", "the backend fills this input");
  check_left_out("List", "abc", "the text `abc` is no list");
  check_left_out("List", "'{}'", "the text `{}` is no list");
  check_left_out("Dict", "5", "the number `5` is no map");
  check_left_out("Float", "inf", "the text `inf` is no double");
  check_left_out("Integer", "9007199254740993", "the number `9007199254740993` is no int");
  check_left_out("Integer", "'99999999999999999999'", "the text `99999999999999999999` is no int");
}

TEST_CASE("values and types") {
  using load::is_value_of;
  CHECK(is_value_of(1, Type::number));
  CHECK_FALSE(is_value_of(1.5, Type::integer));
  CHECK(is_value_of(true, Type::boolean));
  CHECK_FALSE(is_value_of(1, Type::boolean));
  CHECK_FALSE(is_value_of("a", Type::artifact("system.Model")));
  CHECK(is_value_of(std::int64_t{1} << 60, Type::integer));
  CHECK_FALSE(is_value_of((std::int64_t{1} << 60) + 1, Type::integer));
}
