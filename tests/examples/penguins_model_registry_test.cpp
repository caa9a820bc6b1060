#include "classifier.hpp"
#include "files.hpp"
#include "model_registry.hpp"
#include "penguins_support.hpp"

using namespace penguins;
using penguins_test::csv;
using penguins_test::message_of;
using penguins_test::TemporaryFolder;

TEST_CASE("a model is pushed under a version made from its bytes, once") {
  const TemporaryFolder folder;
  const auto model = [](int epochs) {
    return train(csv("k,x\na,1\nb,2\n"), {.label = "k", .features = {"x"}, .epochs = epochs});
  };
  save(model(1), folder / "one.json");
  save(model(2), folder / "two.json");
  const PushedModel one = push_model(folder / "one.json", folder / "registry");
  CHECK(one.version.size() == 16);
  CHECK(one.version == model_version(read_file(folder / "one.json")));
  CHECK(one.path == folder / "registry/" + one.version + "/model.json");
  CHECK(read_file(one.path) == read_file(folder / "one.json"));
  const PushedModel two = push_model(folder / "two.json", folder / "registry");
  CHECK(two.version != one.version);
  CHECK(read_file(folder / "registry/latest") == two.version + "\n");
  CHECK(push_model(folder / "one.json", folder / "registry").version == one.version);
  CHECK(read_file(folder / "registry/latest") == one.version + "\n");
}

TEST_CASE("what is no model is not pushed") {
  const TemporaryFolder folder;
  write_file(folder / "m.json", "{}");
  CHECK(message_of([&] { push_model(folder / "m.json", folder / "registry"); }) ==
        (folder / "m.json") + ": `format` is missing");
  CHECK_FALSE(std::filesystem::exists(folder / "registry"));
}
