#include <unordered_set>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"

namespace mlpipe::compiler {
namespace {

// The driver replaces `{{$.inputs.parameters['x']}}` and decides if_present before the launcher fills in the
// component's defaults: there, an input that is left out is missing. A native step gets its defaults within `{{$}}`,
// which the launcher writes. What runs inside a sub-pipeline can be either, and sees only what its pipeline was given.
class Defaults {
 public:
  explicit Defaults(const ir::Component& component) : component_(component) {
    if (const auto* container = std::get_if<ir::Container>(&component.body)) {
      const auto collect = [this](const ir::Text& text) {
        for (const ir::Segment& segment : text) {
          if (segment.kind == ir::SegmentKind::input_value) mentioned_.insert(segment.text);
        }
      };
      ir::for_each_text(*container, collect);
      for (const auto* words : {&container->command, &container->args}) {
        for (const ir::ContainerArgument& word : *words) collect_choices(word);
      }
    }
    for (std::uint32_t i = 0; i < component.interface.inputs.size(); ++i) {
      const ir::InputDefinition& input = component.interface.inputs[i];
      const bool needed = component.is_pipeline() || mentioned_.contains(input.name);
      if (input.default_value && needed && input.type.is_parameter()) inputs_.push_back(i);
    }
  }

  void copy_to(const ir::Task& task, ir::PipelineTaskSpec& spec) const {
    auto given = task.arguments.begin();
    for (const std::uint32_t input : inputs_) {
      while (given != task.arguments.end() && given->input < input) ++given;
      if (given != task.arguments.end() && given->input == input) continue;
      const ir::InputDefinition& definition = component_.interface.inputs[input];
      if (!spec.inputs) spec.inputs.emplace();
      spec.inputs->parameters[definition.name] = constant_input(*definition.default_value);
    }
  }

 private:
  void collect_choices(const ir::ContainerArgument& argument) {
    const auto* choices = std::get_if<std::vector<ir::ContainerArgument::IfPresent>>(&argument.content);
    if (!choices) return;
    for (const auto& choice : *choices) mentioned_.insert(choice.input);
  }

  const ir::Component& component_;
  std::unordered_set<std::string> mentioned_;
  std::vector<std::uint32_t> inputs_;  // whose defaults tasks need, ascending
};

}  // namespace

void copy_defaults(Compilation& c) {
  std::vector<std::optional<Defaults>> defaults(c.graph.components.size());
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      const ir::Task& task = c.graph[id];
      auto& of_component = defaults[task.component.index];
      if (!of_component) of_component.emplace(c.graph[task.component]);
      of_component->copy_to(task, c.tasks[id.index]);
    });
  }
}

}  // namespace mlpipe::compiler
