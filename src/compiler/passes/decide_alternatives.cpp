#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"

namespace mlpipe::compiler {
namespace {

using Words = std::vector<ir::ContainerArgument>;
using IfPresent = ir::ContainerArgument::IfPresent;

const IfPresent* choice_in(const ir::ContainerArgument& word) {
  const auto* choices = std::get_if<std::vector<IfPresent>>(&word.content);
  return choices == nullptr ? nullptr : &choices->front();
}

bool holds_choice(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const auto& word) { return choice_in(word) != nullptr; });
}

bool is_nested(const IfPresent& choice) { return holds_choice(choice.then) || holds_choice(choice.otherwise); }

bool has_nested(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const auto& word) {
    const IfPresent* const choice = choice_in(word);
    return choice != nullptr && is_nested(*choice);
  });
}

// Whether a task gives its component the input. Nothing where only a run knows.
std::optional<bool> is_given(const ir::Graph& graph, const ir::Task& task, std::string_view name) {
  const auto& inputs = graph[task.component].interface.inputs;
  const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const auto& each) { return each.name == name; });
  if (input == inputs.end() || input->type.is_artifact() || input->type.is_filled_by_backend()) return std::nullopt;
  const auto index = static_cast<std::uint32_t>(input - inputs.begin());
  for (const ir::TaskArgument& given : task.arguments) {
    if (given.input != index) continue;
    const ir::ValueId value = whole_value(graph, given.argument);
    return value && may_be_absent(graph, value) ? std::nullopt : std::optional(true);
  }
  return input->default_value.has_value();  // of what is asked for, copy_defaults gives the task the default
}

/// The words of one task: what is known of its inputs, or by the choice around, decides where one choice would stand in
/// another. All other choices are left to the backend.
class Deciding {
 public:
  Deciding(const ir::Graph& graph, const ir::Task& task) : graph_(graph), task_(task) {}

  Words decide(const Words& words, bool within = false) {
    Words decided;
    for (const ir::ContainerArgument& word : words) {
      const IfPresent* const choice = choice_in(word);
      if (choice == nullptr)
        decided.push_back(word);
      else
        add_choice(*choice, within, decided);
    }
    return decided;
  }

 private:
  void add_choice(const IfPresent& choice, bool within, Words& into) {
    if (const auto answer = within || is_nested(choice) ? answer_to(choice.input) : std::nullopt) {
      for (ir::ContainerArgument& word : decide(*answer ? choice.then : choice.otherwise, within))
        into.push_back(std::move(word));
      return;
    }
    std::vector<IfPresent> one;
    one.push_back({choice.input, assuming(choice, true), assuming(choice, false)});
    into.push_back({std::move(one)});
  }

  Words assuming(const IfPresent& choice, bool present) {
    assumed_.emplace_back(choice.input, present);
    Words words = decide(present ? choice.then : choice.otherwise, true);
    assumed_.pop_back();
    return words;
  }

  std::optional<bool> answer_to(std::string_view input) const {
    for (const auto& [name, present] : assumed_) {
      if (name == input) return present;
    }
    return is_given(graph_, task_, input);
  }

  const ir::Graph& graph_;
  const ir::Task& task_;
  std::vector<std::pair<std::string_view, bool>> assumed_;  // by the choices around
};

class Pass {
 public:
  explicit Pass(ir::Graph& graph) : graph_(graph), variants_(graph.components.size()) {}

  void decide_for(ir::Task& task) {
    const auto* container = std::get_if<ir::Container>(&graph_[task.component].body);
    if (container == nullptr || (!has_nested(container->command) && !has_nested(container->args))) return;
    ir::Container decided = *container;
    decided.command = Deciding(graph_, task).decide(container->command);
    decided.args = Deciding(graph_, task).decide(container->args);
    if (decided != *container) task.component = component_with(task.component, std::move(decided));
  }

 private:
  ir::ComponentId component_with(ir::ComponentId original, ir::Container container) {
    std::vector<ir::ComponentId>& known = variants_[original.index];
    for (const ir::ComponentId variant : known) {
      if (std::get<ir::Container>(graph_[variant].body) == container) return variant;
    }
    const ir::ComponentId id(graph_.components.size());
    ir::Component variant = graph_[original];
    variant.body = std::move(container);
    graph_.components.push_back(std::move(variant));
    known.push_back(id);
    return id;
  }

  ir::Graph& graph_;
  std::vector<std::vector<ir::ComponentId>> variants_;  // by the component that was written
};

}  // namespace

void decide_alternatives(Compilation& c) {
  Pass pass(c.graph);
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      if (c.graph[id].component) pass.decide_for(c.graph[id]);
    });
  }
}

}  // namespace mlpipe::compiler
