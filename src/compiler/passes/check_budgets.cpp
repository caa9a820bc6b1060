#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/limits.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/shares.hpp"
#include "compiler/spec_parts.hpp"
#include "compiler/targets.hpp"
#include "ir/json_size.hpp"

namespace mlpipe::compiler {
namespace {

std::vector<Share> shares_of(const ir::PipelineTaskSpec& task) {
  std::vector<Share> shares;
  if (task.inputs) {
    for (const auto& [name, input] : task.inputs->parameters)
      shares.push_back({fmt::format("input `{}`", name), ir::json_size(input)});
  }
  std::size_t upstream = 0;
  for (const std::string& name : task.dependent_tasks) upstream += name.size() + sizeof("\"\",") - 1;
  shares.push_back({fmt::format("the list of the {} tasks before it", task.dependent_tasks.size()), upstream});
  if (task.trigger_policy) shares.push_back({"its condition", task.trigger_policy->condition.size()});
  if (const auto* loop = std::get_if<ir::Box<ir::ParameterIteratorSpec>>(&task.iterator))
    shares.push_back({"the list of its items", ir::json_size(**loop)});
  return shares;
}

class Checker {
 public:
  explicit Checker(Compilation& c) : c_(c), graph_(c.graph) {}

  void check() {
    check_parameters(graph_[graph_.root]);
    for (const ir::ScopeId body : c_.bodies) {
      ir::for_each_scope(graph_, body, [&](ir::ScopeId id) {
        if (id != body && !ir::is_lone_if(graph_[id])) check_group(id);
      });
      ir::for_each_task(graph_, body, [this](ir::TaskId id) { check_task(id); });
    }
  }

 private:
  // What a run is given comes through the API server, which bounds each; a default is what its form begins with.
  void check_parameters(const ir::Component& root) {
    if (!runs_on_argo(c_.options.target)) return;
    for (std::size_t i = 0; i < root.interface.inputs.size(); ++i) {
      const ir::InputDefinition& input = root.interface.inputs[i];
      if (!input.default_value || input.default_value->is_number() || input.default_value->is_boolean()) continue;
      const std::size_t bytes = dump(*input.default_value).size();
      if (bytes <= limits::parameter_bytes) continue;
      const bool has_place = i < root.input_locations.size();
      c_.report(Code::long_parameter, has_place ? root.input_locations[i] : root.location,
                fmt::format("the default of input `{}` has {} bytes, and {} takes runs with parameters of up to {}",
                            input.name, bytes, title_of(c_.options.target), limits::parameter_bytes),
                "put it into a file, and let the input be its URI");
    }
  }

  // A group's description is an argument of the driver's.
  void check_group(ir::ScopeId id) {
    const auto who = [&] { return fmt::format("{} `{}`", word_for(graph_[id].kind), graph_[id].name); };
    const std::size_t bytes = ir::json_size(c_.groups[id.index]);
    count(id, bytes);
    check_fan_in(graph_[id].upstream.size(), graph_[id].location, who);
    check_description(bytes, c_.groups[id.index], graph_[id].location, who);
  }

  void check_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    const ir::PipelineTaskSpec& spec = c_.tasks[id.index];
    const auto who = [&] { return describe(graph_, id); };
    const std::size_t bytes = ir::json_size(spec);
    count(id, bytes);
    check_fan_in(task.upstream.size(), task.location, who);
    check_description(bytes, spec, task.location, who);
    if (bytes > limits::executor_input_warning_bytes && bytes <= limits::argument_bytes) check_executor_input(id);
  }

  template <class Describe>
  void check_description(std::size_t bytes, const ir::PipelineTaskSpec& spec, const SourceLocation& at,
                         Describe&& who) {
    if (bytes <= limits::argument_bytes || !runs_on_argo(c_.options.target)) return;
    c_.report(
        Code::text_too_long, at,
        fmt::format("{} has a description of {} bytes, and {} hands it on as one argument of up to {}: {}", who(),
                    bytes, title_of(c_.options.target), limits::argument_bytes, describe_largest(shares_of(spec))),
        "write what is large to an artifact, or put it into the image");
  }

  // What a step is told is one argument as well: here the constants, beside which URIs and values need room.
  void check_executor_input(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    if (graph_[task.component].is_pipeline() || !runs_on_argo(c_.options.target)) return;
    const ir::PipelineTaskSpec& spec = c_.tasks[id.index];
    std::vector<Share> constants;
    std::size_t bytes = 0;
    for (const auto& [name, input] : spec.inputs->parameters) {
      if (!std::holds_alternative<ir::ValueOrRuntimeParameter>(input.kind)) continue;
      constants.push_back({fmt::format("input `{}`", name), ir::json_size(input)});
      bytes += constants.back().bytes;
    }
    if (bytes <= limits::executor_input_warning_bytes) return;
    c_.report(Code::long_input, task.location,
              fmt::format("the constants that {} is given have {} bytes; with what a run adds, its executor input may "
                          "exceed the {} bytes of an argument: {}",
                          describe(graph_, id), bytes, limits::argument_bytes, describe_largest(std::move(constants))),
              "write what is large to an artifact, or put it into the image");
  }

  template <class Describe>
  void check_fan_in(std::size_t upstream, const SourceLocation& at, Describe&& who) {
    if (c_.options.target != Target::vertex || upstream <= limits::vertex_fan_in) return;
    c_.report(Code::too_many_upstream, at,
              fmt::format("{} comes right after {} tasks, and {} takes up to {}", who(), upstream,
                          title_of(Target::vertex), limits::vertex_fan_in),
              "gather them in groups: tasks that take some each, and give one result");
  }

  void count(const ir::Child& child, std::size_t bytes) {
    Compilation::Described& all = c_.described;
    ++all.count;
    all.bytes += bytes;
    if (bytes <= all.largest_bytes) return;
    all.largest = child;
    all.largest_bytes = bytes;
  }

  Compilation& c_;
  const ir::Graph& graph_;
};

}  // namespace

void check_budgets(Compilation& c) { Checker(c).check(); }

}  // namespace mlpipe::compiler
