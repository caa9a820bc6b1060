// The steps run by hand, one after the other, as a backend would run them.
#include "components.hpp"
#include "files.hpp"
#include "penguins_support.hpp"

using namespace penguins;
using mlpipe::Json;
using penguins_test::message_of;
using penguins_test::TemporaryFolder;

namespace {

template <class A>
A artifact(const std::string& path) {
  A result;
  result.set_path(path);
  return result;
}

Validate::Outputs validated(const TemporaryFolder& folder, std::string_view csv_text) {
  write_file(folder / "data.csv", csv_text);
  Validate::Outputs out;
  out.report->set_path(folder / "report.html");
  Validate{.data = artifact<Dataset>(folder / "data.csv")}.run(out);
  return out;
}

}  // namespace

TEST_CASE("the steps in their order: from the file to a pushed model") {
  const TemporaryFolder folder;
  Ingest::Outputs ingested;
  ingested.data->set_path(folder / "data.csv");
  Ingest{.data_uri = PENGUINS_DATA}.run(ingested);
  CHECK(*ingested.data->metadata.find("rows") == Json(344));

  SplitRows::Outputs rows;
  rows.train->set_path(folder / "train.csv");
  rows.test->set_path(folder / "test.csv");
  SplitRows{.data = *ingested.data, .test_share = 0.25, .seed = 1}.run(rows);
  CHECK(*rows.test->metadata.find("rows") == Json(86));

  TrainClassifier::Outputs trained;
  trained.model->set_path(folder / "model.json");
  TrainClassifier{.train = *rows.train, .epochs = 500, .learning_rate = 0.5}.run(trained);

  EvaluateClassifier::Outputs judged;
  judged.report->set_path(folder / "report.md");
  EvaluateClassifier{.model = *trained.model, .test = *rows.test}.run(judged);
  CHECK(*judged.accuracy >= 0.95);
  CHECK(*judged.metrics->metadata.find("accuracy") == Json(*judged.accuracy));
  CHECK(judged.confusion->metadata.find("confusionMatrix") != nullptr);
  CHECK(read_file(folder / "report.md").starts_with("Accuracy 97.7% on 86 rows."));

  PushModel::Outputs pushed;
  pushed.pushed->set_path(folder / "pushed.json");
  PushModel{.model = *trained.model, .accuracy = *judged.accuracy, .registry = folder / "registry"}.run(pushed);
  CHECK(read_file(folder / "pushed.json") == read_file(folder / "model.json"));
  CHECK(read_file(folder / "registry/latest") == *pushed.version + "\n");
}

TEST_CASE("validation says whether the data are what they should be, and why not") {
  const TemporaryFolder folder;
  CHECK(*validated(folder, read_file(PENGUINS_DATA)).ok);
  CHECK_FALSE(*validated(folder, "species,island\nAdelie,Atlantis\n").ok);
  CHECK(read_file(folder / "report.html").find("Atlantis") != std::string::npos);
}

TEST_CASE("a step that cannot do its work says why") {
  Ingest::Outputs out;
  CHECK(message_of([&] { Ingest{.data_uri = "missing.csv"}.run(out); }) ==
        "missing.csv: cannot be read: No such file or directory");
}
