#include "components.hpp"

#include <cstdint>
#include <iostream>

#include "classifier.hpp"
#include "evaluate.hpp"
#include "files.hpp"
#include "model_registry.hpp"
#include "split.hpp"
#include "table.hpp"
#include "validate.hpp"

namespace penguins {

void Ingest::run(Outputs& out) const {
  const Table table = read_csv(local_path(*data_uri));
  write_csv(table, out.data->path());
  out.data->metadata.set("rows", table.rows.size());
  out.data->metadata.set("source", *data_uri);
}

void Validate::run(Outputs& out) const {
  const ValidationReport report = validate(read_csv(data->path()), schema_from_json(*schema));
  write_file(out.report->path(), to_html(report));
  out.ok = report.ok();
  std::cout << report.findings.size() - report.broken() << " of " << report.findings.size() << " rules kept\n";
}

void SplitRows::run(Outputs& out) const {
  const Split split = split_by_class(
      read_csv(data->path()), {.label = *label, .test_share = *test_share, .seed = static_cast<std::uint64_t>(*seed)});
  write_csv(split.train, out.train->path());
  write_csv(split.test, out.test->path());
  out.train->metadata.set("rows", split.train.rows.size());
  out.test->metadata.set("rows", split.test.rows.size());
}

void TrainClassifier::run(Outputs& out) const {
  const Classifier classifier = penguins::train(
      read_csv(train->path()),
      {.label = *label, .features = *features, .epochs = *epochs, .learning_rate = *learning_rate, .l2 = *l2});
  save(classifier, out.model->path());
  out.model->metadata.set("framework", "penguins-softmax");
  out.metrics->log("training_loss", classifier.loss);
}

void EvaluateClassifier::run(Outputs& out) const {
  const Evaluation evaluation = evaluate(load_classifier(model->path()), read_csv(test->path()));
  std::vector<std::vector<double>> confusion;
  for (const auto& row : evaluation.confusion) confusion.emplace_back(row.begin(), row.end());
  out.confusion->log_confusion_matrix(evaluation.classes, confusion);
  out.metrics->log("accuracy", evaluation.accuracy());
  out.accuracy = evaluation.accuracy();
  write_file(out.report->path(), to_markdown(evaluation));
  std::cout << to_markdown(evaluation);
}

void PushModel::run(Outputs& out) const {
  const std::string bytes = read_file(model->path());
  const std::string version = model_version(bytes);
  if (*registry) std::cout << "pushed to " << push_model(model->path(), **registry).path << "\n";
  write_file(out.pushed->path(), bytes);
  out.pushed->metadata.set("version", version);
  out.pushed->metadata.set("accuracy", *accuracy);
  out.version = version;
}

}  // namespace penguins
