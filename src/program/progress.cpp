#include "program/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "json/shown.hpp"
#include "local/values.hpp"

namespace mlpipe::program {
namespace {

using local::ArtifactRecord;
using local::State;
using local::TaskRecord;

constexpr std::string_view green = "\x1b[32m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view yellow = "\x1b[33m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view reset = "\x1b[0m";

struct Table {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows;
};

/// In one line; all of a long one is in run.json.
std::string shortened(std::string_view text) {
  constexpr std::size_t most = 1000;
  if (text.size() <= most) return visible(text);
  return fmt::format("{} ({} bytes, in run.json)", visible(cut(text, most)), text.size());
}

Table read_confusion_matrix(const Json& metadata) {
  Table table;
  const Json* const matrix = metadata.find("confusionMatrix");
  const Json* const names = matrix == nullptr ? nullptr : matrix->find("annotationSpecs");
  const Json* const rows = matrix == nullptr ? nullptr : matrix->find("rows");
  if (names == nullptr || rows == nullptr || !names->is_array() || !rows->is_array()) return {};
  for (const Json& entry : names->as_array()) {
    const Json* const name = entry.find("displayName");
    table.names.push_back(name == nullptr ? "?" : shortened(local::text_of(*name)));
  }
  for (const Json& entry : rows->as_array()) {
    const Json* const cells = entry.find("row");
    if (cells == nullptr || !cells->is_array() || cells->as_array().size() != table.names.size()) return {};
    auto& row = table.rows.emplace_back();
    for (const Json& cell : cells->as_array()) row.push_back(shortened(local::text_of(cell)));
  }
  return table.rows.size() == table.names.size() ? table : Table{};
}

std::string metrics_of(const ArtifactRecord& artifact, std::string_view indent) {
  if (artifact.schema_title == "system.ClassificationMetrics") return confusion_table(artifact.metadata, indent);
  if (artifact.schema_title != "system.Metrics" || !artifact.metadata.is_object()) return {};
  std::string text;
  for (const Json::Member& metric : artifact.metadata.as_object())
    text += fmt::format("{}{} = {}\n", indent, shortened(metric.key), shortened(local::text_of(metric.value)));
  return text;
}

}  // namespace

std::string describe_failure(const local::RunResult& result) {
  if (result.state == State::cancelled) return "the run was " + result.message;
  constexpr std::size_t most = 5;
  std::string names;
  std::size_t count = 0;
  for (const TaskRecord& task : result.tasks) {
    if (!is_own_failure(task) || ++count > most) continue;
    names += (names.empty() ? "" : ", ") + task.path;
  }
  if (count == 0) return "the run failed: " + shortened(result.message);
  if (count > most) names += fmt::format(" and {} more", count - most);
  return fmt::format("the run failed: {} {} failed: {}", count, count == 1 ? "task" : "tasks", names);
}

std::string confusion_table(const Json& metadata, std::string_view indent) {
  const Table table = read_confusion_matrix(metadata);
  if (table.names.empty()) return {};
  const std::string corner = "actual \\ predicted";
  std::size_t first = corner.size(), width = 0;
  for (const std::string& name : table.names) {
    first = std::max(first, name.size());
    width = std::max(width, name.size());
  }
  for (const auto& row : table.rows) {
    for (const std::string& cell : row) width = std::max(width, cell.size());
  }
  std::string text = fmt::format("{}{:<{}}", indent, corner, first);
  for (const std::string& name : table.names) text += fmt::format("  {:>{}}", name, width);
  text += '\n';
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    text += fmt::format("{}{:<{}}", indent, table.names[i], first);
    for (const std::string& cell : table.rows[i]) text += fmt::format("  {:>{}}", cell, width);
    text += '\n';
  }
  return text;
}

void Progress::print(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stream_) == text.size();
  failed_ = std::fflush(stream_) != 0 || !written || failed_;
}

// What steps say is theirs to choose: it is shown, and not acted upon.
void Progress::line(std::string_view color, std::string_view mark, std::string_view text) {
  if (color_)
    print(fmt::format("  {}{:<9}{} {}\n", color, mark, reset, visible(text)));
  else
    print(fmt::format("  {:<9} {}\n", mark, visible(text)));
}

void Progress::run_started(const local::RunResult& result) {
  print(fmt::format("{}: run {}\n", result.pipeline, result.run_id));
}

void Progress::step_started(const TaskRecord& task) { line(dim, "start", task.path); }

void Progress::step_retried(const TaskRecord& task, double seconds) {
  line(yellow, "retry",
       fmt::format("{}  attempt {} failed, the next in {:.1f} s: {}", task.path, task.attempts, seconds,
                   shortened(task.message)));
}

void Progress::task_settled(const TaskRecord& task) {
  switch (task.state) {
    case State::succeeded:  // of what is no step, the steps in it tell
      if (!task.component.empty()) line(green, "ok", fmt::format("{}  {:.2f} s", task.path, task.seconds));
      for (const std::string& note : task.notes) line(yellow, "note", fmt::format("{}: {}", task.path, note));
      return;
    case State::failed:
      if (!is_own_failure(task)) return;
      line(red, "failed", fmt::format("{}  {:.2f} s: {}", task.path, task.seconds, shortened(task.message)));
      if (!task.log.empty()) line(dim, "", "log: " + task.log);
      return;
    case State::cancelled:
      return line(yellow, "cancelled", task.path);
    default:
      return line(dim, "skipped", fmt::format("{}: {}", task.path, task.message));
  }
}

void Progress::run_ended(const local::RunResult& result) {
  for (const TaskRecord& task : result.tasks) {
    if (task.component.empty()) continue;
    for (const auto& [key, artifacts] : task.artifacts) {
      for (const ArtifactRecord& artifact : artifacts) {
        const std::string metrics = metrics_of(artifact, "  ");
        if (!metrics.empty()) print(fmt::format("\n{} of {}:\n{}", key, task.path, metrics));
      }
    }
  }
  if (!result.output_parameters.empty() || !result.output_artifacts.empty()) print("\noutputs:\n");
  for (const auto& [key, value] : result.output_parameters)
    print(fmt::format("  {} = {}\n", key, shortened(local::text_of(value))));
  for (const auto& [key, artifacts] : result.output_artifacts) {
    for (const ArtifactRecord& artifact : artifacts)
      print(fmt::format("  {}: {} ({})\n", key, visible(artifact.path), visible(artifact.schema_title)));
  }
  if (result.state == State::succeeded) print(fmt::format("\n{}succeeded{}", color_ ? green : "", color_ ? reset : ""));
  print(fmt::format("\nartifacts, logs and run.json: {}\n", result.folder));
}

}  // namespace mlpipe::program
