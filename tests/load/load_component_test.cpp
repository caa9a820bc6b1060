#include "mlpipe/load_component.hpp"

#include "diagnosing.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;

namespace {

constexpr const char* good = "name: A\nimplementation: {container: {image: a, command: [x]}}\n";

}  // namespace

TEST_CASE("a component is read from a file") {
  const TemporaryFolder folder;
  CHECK(load_component(folder.write("component.yaml", good)).name == "a");
  CHECK(load_component_from_text(good).name == "a");
  CHECK(try_load_component_from_text(good)->name == "a");
}

TEST_CASE("errors are data, or thrown whole") {
  const TemporaryFolder folder;
  const std::string path = folder.write("bad.yaml", "name: A\nfoo: 1\nimplementation:\n  container: {imag: a}\n");
  const LoadResult result = try_load_component(path);
  CHECK_FALSE(result);
  REQUIRE(result.diagnostics().size() == 3);
  CHECK_THROWS_AS(result.value(), LoadError);
  CHECK_THROWS_AS(*try_load_component(path), LoadError);
  try {
    load_component(path);
    FAIL("nothing was thrown");
  } catch (const LoadError& error) {
    CHECK(error.diagnostics().size() == 3);
    const std::string what = error.what();
    CHECK(what.find(path + ":2:1: error: a component has no field `foo` [MLP0808]\n    2 | foo: 1\n") !=
          std::string::npos);
    CHECK(what.find("3 errors") != std::string::npos);
  }
}

TEST_CASE("a file that cannot be read is named") {
  const LoadResult result = try_load_component("/no/such/component.yaml");
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == Code::file_not_read);
  CHECK(result.diagnostics()[0].message == "cannot read `/no/such/component.yaml`: No such file or directory");
  CHECK_THROWS_AS(load_component("/"), LoadError);
}

TEST_CASE("what is no YAML comes with its place") {
  diagnosed("name: A\nimplementation: {container: {image: a}\n", Code::bad_yaml, 3, 1);
  diagnosed("name: A\nimplementation: {container: {image: a}}\nname: B\n", Code::duplicate_key, 3, 1);
  diagnosed("name: " + std::string(200, '['), Code::yaml_beyond_limits, 1, 57);
}

TEST_CASE("what is no component is said") {
  CHECK(diagnosed("", Code::not_a_component, 1, 1).message == "the file is empty");
  CHECK(diagnosed("---\n", Code::not_a_component, 2, 1).message == "the file is no mapping");
  CHECK(diagnosed("\n- a\n", Code::not_a_component, 2, 1).message == "the file is no mapping");
  CHECK(diagnosed("name: A\n", Code::not_a_component, 1, 1).message ==
        "the file has neither `implementation` nor `pipelineInfo`");
  CHECK(diagnosed(std::string(good) + "---\na: b\n", Code::not_a_component, 1, 1).message ==
        "the file has 2 documents");
  CHECK(diagnosed("{pipelineSpec: {}}", Code::not_a_component, 1, 1).message == "the file is a job of a pipeline");
  CHECK(diagnosed("pipelineInfo: {name: a}\n--- {}\n--- {}\n", Code::not_a_component, 1, 1).message ==
        "the file has 3 documents");
}

TEST_CASE("warnings come with the component") {
  const LoadResult result = try_load_component_from_text(
      "name: A\noutputs: [{name: o}]\nimplementation: {container: {image: a, fileOutputs: {o: /x}}}\n");
  REQUIRE(result);
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].level == Level::warning);
  CHECK(result->outputs.size() == 1);
}
