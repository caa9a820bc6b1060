#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/limits.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"
#include "compiler/targets.hpp"
#include "ir/json_size.hpp"

namespace mlpipe::compiler {
namespace {

// A run is one object of Kubernetes: KFP's compiler makes an Argo workflow of the spec. What it holds of each part, by
// the way that compiler writes it: a task is two of Argo's, for the driver and the step, with about so many bytes
// around the task's own description, and so is a group; a DAG is a template; components and executors are parameters of
// the workflow. The numbers are read off that compiler's source of 2.17, with names of usual length.
constexpr std::size_t bytes_of_workflow = 9'000;
constexpr std::size_t bytes_around_task = 800;
constexpr std::size_t bytes_around_dag = 600;
constexpr std::size_t bytes_around_parameter = 120;

struct Part {
  std::string what;
  std::size_t bytes = 0;
};

std::string in_mebibytes(std::size_t bytes) {
  return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1 << 20));
}

std::string in_suitable_unit(std::size_t bytes) {
  return bytes >= limits::workflow_bytes / 10 ? in_mebibytes(bytes) : fmt::format("{} KiB", bytes / 1024);
}

class Measure {
 public:
  explicit Measure(const Compilation& c) : pipeline_(c.documents.pipeline) {
    const Compilation::Described& tasks = c.described;
    add(fmt::format("{} tasks and groups", tasks.count), tasks.count * bytes_around_task + tasks.bytes);
    if (tasks.largest) note(name_of(c, *tasks.largest), tasks.largest_bytes);
    add_components();
    add_executors();
    if (c.documents.platform) add("options of Kubernetes", ir::json_size(*c.documents.platform));
  }

  std::size_t total() const { return total_; }

  std::string describe_parts() const {
    std::vector<Part> parts = parts_;
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.bytes > b.bytes; });
    std::string text;
    for (const Part& part : parts) {
      if (part.bytes * 20 < total_) break;  // what takes less is no help
      text += fmt::format("{}{} take {}", text.empty() ? "" : ", ", part.what, in_suitable_unit(part.bytes));
    }
    if (largest_.bytes * 50 >= total_)
      text += fmt::format("; the largest is {} with {}", largest_.what, in_suitable_unit(largest_.bytes));
    return text;
  }

 private:
  void add(std::string what, std::size_t bytes) {
    parts_.push_back({std::move(what), bytes});
    total_ += bytes;
  }

  static std::string name_of(const Compilation& c, const ir::Child& child) {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) return describe(c.graph, *task);
    const ir::Scope& group = c.graph[std::get<ir::ScopeId>(child)];
    return fmt::format("{} `{}`", word_for(group.kind), group.name);
  }

  void note(std::string name, std::size_t bytes) {
    if (bytes > largest_.bytes) largest_ = {std::move(name), bytes};
  }

  // Of DAGs: what is not their tasks.
  void add_components() {
    std::size_t bytes = 0;
    for (const auto& [name, component] : pipeline_.components) {
      const bool is_dag = std::holds_alternative<ir::DagSpec>(component.implementation);
      const std::size_t of_it = is_dag ? interface_size(component) + bytes_around_dag : ir::json_size(component);
      note(fmt::format("component `{}`", name), of_it);
      bytes += of_it + bytes_around_parameter;
    }
    add(fmt::format("{} components", pipeline_.components.size()), bytes);
  }

  static std::size_t interface_size(const ir::ComponentSpec& component) {
    std::size_t bytes = 0;
    if (component.input_definitions) bytes += ir::json_size(*component.input_definitions);
    if (component.output_definitions) bytes += ir::json_size(*component.output_definitions);
    return bytes;
  }

  void add_executors() {
    if (!pipeline_.deployment_spec) return;
    std::size_t bytes = 0;
    for (const auto& [name, executor] : pipeline_.deployment_spec->executors) {
      const std::size_t of_it = ir::json_size(executor);
      note(fmt::format("executor `{}`", name), of_it);
      bytes += of_it + bytes_around_parameter;
    }
    add(fmt::format("{} executors", pipeline_.deployment_spec->executors.size()), bytes);
  }

  const ir::PipelineSpec& pipeline_;
  std::vector<Part> parts_;
  std::size_t total_ = bytes_of_workflow;
  Part largest_;
};

}  // namespace

void check_run_size(Compilation& c) {
  if (!runs_on_argo(c.options.target)) return;
  const Measure measure(c);
  if (measure.total() <= limits::workflow_bytes) return;
  c.report(Code::run_too_large, c.graph[c.graph.root].location,
           fmt::format("a run of `{}` is an Argo workflow of about {}, and clusters take about {}: {}",
                       c.documents.pipeline.pipeline_info->name, in_mebibytes(measure.total()),
                       in_mebibytes(limits::workflow_bytes), measure.describe_parts()),
           "loop where tasks repeat, split it into several pipelines, or hand large constants over as artifacts");
}

}  // namespace mlpipe::compiler
