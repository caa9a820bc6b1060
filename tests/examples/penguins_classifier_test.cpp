#include <cmath>

#include "classifier.hpp"
#include "files.hpp"
#include "json_fields.hpp"
#include "penguins_support.hpp"

using namespace penguins;
using mlpipe::Json;
using penguins_test::csv;
using penguins_test::message_of;
using penguins_test::TemporaryFolder;

namespace {

const char* const rows = "k,x,c\nlow,1,a\nlow,2,a\nhigh,8,b\nhigh,9,b\nmid,5,NA\nmid,5.5,a\n";

Classifier small() { return train(csv(rows), {.label = "k", .features = {"x", "c"}, .l2 = 1e-4}); }

std::string message_for(std::string_view text, TrainOptions options) {
  return message_of([&] { train(csv(text), options); });
}

/// What reading says of the small model with one member replaced.
std::string message_with(const std::string& name, Json value) {
  Json document = to_json(small());
  document.set(name, std::move(value));
  return message_of([&] { classifier_from_json(document, "m.json"); });
}

}  // namespace

TEST_CASE("classes that lie apart are learnt") {
  const Classifier model = small();
  CHECK(model.classes == std::vector<std::string>{"high", "low", "mid"});
  CHECK(model.predict(csv(rows)) == std::vector<std::size_t>{1, 1, 0, 0, 2, 2});
  CHECK(model.predict(csv("c,x\nb,100\nnever,-100\n")) == std::vector<std::size_t>{0, 1});
  CHECK(model.loss < 0.2);
}

TEST_CASE("probabilities sum to one and more epochs lower the loss") {
  const Table table = csv(rows);
  for (const auto& row : small().probabilities(table)) CHECK(std::abs(row[0] + row[1] + row[2] - 1) < 1e-12);
  const auto loss = [&](int epochs) { return train(table, {.label = "k", .features = {"x"}, .epochs = epochs}).loss; };
  CHECK(loss(100) < loss(10));
  CHECK(loss(10) < std::log(3.0));
}

TEST_CASE("the same rows and options give the same bytes") {
  CHECK(mlpipe::dump(to_json(small())) == mlpipe::dump(to_json(small())));
}

TEST_CASE("a saved model is the same model when it is read back") {
  const TemporaryFolder folder;
  const Classifier model = small();
  save(model, folder / "model.json");
  const Classifier again = load_classifier(folder / "model.json");
  CHECK(again.weights == model.weights);
  CHECK(again.loss == model.loss);
  CHECK(again.probabilities(csv(rows)) == model.probabilities(csv(rows)));
  save(again, folder / "again.json");
  CHECK(read_file(folder / "again.json") == read_file(folder / "model.json"));
}

TEST_CASE("training that cannot be done says why") {
  CHECK(message_for(rows, {.label = "k", .features = {"x"}, .epochs = 0}) == "`epochs` is 0; at least 1 is wanted");
  CHECK(message_for(rows, {.label = "k", .features = {"x"}, .learning_rate = 0}) ==
        "`learning_rate` must be greater than 0");
  CHECK(message_for(rows, {.label = "k", .features = {"x"}, .l2 = -1}) == "`l2` must be 0 or greater");
  CHECK(message_for(rows, {.label = "k", .features = {"x", "k"}}) ==
        "the label `k` is among the features: the classifier would only copy it");
  CHECK(message_for(rows, {.label = "z", .features = {"x"}}) == "t.csv: no column `z`; there are `k`, `x`, `c`");
  CHECK(message_for("k,x\na,1\nNA,2\n", {.label = "k", .features = {"x"}}) ==
        "t.csv, line 3, column `k`: the label is missing");
  CHECK(message_for("k,x\na,1\na,2\n", {.label = "k", .features = {"x"}}) ==
        "t.csv: column `k` has 1 class(es), at least 2 are wanted");
  CHECK(message_for("k,x\n", {.label = "k", .features = {"x"}}) ==
        "t.csv: column `k` has 0 class(es), at least 2 are wanted");
  CHECK(message_for(rows, {.label = "k", .features = {"x"}, .learning_rate = 1e200, .l2 = 1e200})
            .starts_with("training diverged in epoch "));
}

TEST_CASE("a model that is broken says where") {
  const TemporaryFolder folder;
  write_file(folder / "m.json", "{\"format\": ");
  CHECK(message_of([&] { load_classifier(folder / "m.json"); }).starts_with((folder / "m.json") + ", byte "));
  CHECK(message_of([] { classifier_from_json(Json(1), "m.json"); }) == "m.json: is not a JSON object");
  CHECK(message_of([] { classifier_from_json(Json::object(), "m.json"); }) == "m.json: `format` is missing");
  CHECK(message_with("format", "onnx") == "m.json: `format` is `onnx`, not `penguins-softmax-1`");
  CHECK(message_with("classes", Json::array({"a"})) == "m.json: `classes` names fewer than two");
  CHECK(message_with("classes", Json::array({"a", "b"})) == "m.json: 3 rows of weights for 2 classes");
  CHECK(message_with("features", Json::array()) == "m.json: `features` is empty");
  CHECK(message_with("features", Json::array({1})) == "m.json: features[0]: is not a JSON object");
  CHECK(message_with("features", Json::array({Json::object({{"column", "x"}, {"mean", 0}, {"deviation", 0}})})) ==
        "m.json: features[0]: `deviation` must be greater than 0");
  CHECK(message_with("features", Json::array({Json::object({{"column", "x"}, {"mean", 0}, {"deviation", 1}})})) ==
        "m.json: weights[0]: 4 numbers, the features need 2");
  CHECK(message_with("weights", Json::array({"x"})) == "m.json: weights[0]: is not an array");
  CHECK(message_with("weights", Json::array({Json::array({"x"})})) == "m.json: weights[0]: is not an array of numbers");
  CHECK(message_with("loss", "small") == "m.json: `loss` is not a number");
}
