#include "compiler/passes.hpp"
#include "compiler/placeholders.hpp"

namespace mlpipe::compiler {
namespace {

void read_words(std::vector<ir::ContainerArgument>& words) {
  for (ir::ContainerArgument& word : words) {
    if (auto* text = std::get_if<ir::Text>(&word.content)) {
      *text = split_placeholders(*text);
      continue;
    }
    for (auto& choice : std::get<std::vector<ir::ContainerArgument::IfPresent>>(word.content)) {
      read_words(choice.then);
      read_words(choice.otherwise);
    }
  }
}

}  // namespace

// What a user spells out is then checked and served as what the API gives: that there is such an input, that its
// default is known to the driver, and so on.
void read_placeholders(Compilation& c) {
  for (ir::Component& component : c.graph.components) {
    auto* container = std::get_if<ir::Container>(&component.body);
    if (!container) continue;
    container->image = split_placeholders(container->image);
    read_words(container->command);
    read_words(container->args);
    for (auto& [name, value] : container->env) value = split_placeholders(value);
  }
}

}  // namespace mlpipe::compiler
