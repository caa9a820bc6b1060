#include <unordered_map>

#include "compiler/hashing.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

void add_text(Hash& hash, const ir::Text& text) {
  for (const ir::Segment& segment : text) hash.add(segment.text).add(static_cast<std::size_t>(segment.kind));
}

std::size_t hash_of(const ir::Component& component) {
  Hash hash;
  hash.add(component.name).add(component.body.index());
  for (const ir::InputDefinition& input : component.interface.inputs) hash.add(input.name);
  if (const auto* container = std::get_if<ir::Container>(&component.body)) {
    ir::for_each_text(*container, [&](const ir::Text& text) { add_text(hash, text); });
    for (const auto& [name, value] : container->env) add_text(hash.add(name), value);
  }
  if (const auto* importer = std::get_if<ir::Importer>(&component.body)) {
    hash.add(importer->uri.value_or("")).add(dump(importer->metadata));
  }
  return hash.value();
}

bool are_equal(const ir::Component& a, const ir::Component& b) {
  return a.name == b.name && a.interface == b.interface && a.body == b.body && a.cpp_type == b.cpp_type &&
         a.task_config == b.task_config;
}

}  // namespace

// By content, never by the C++ type: one struct with two configurations is two components, two equal ones are one.
void merge_components(Compilation& c) {
  std::vector<ir::ComponentId> first(c.graph.components.size());
  std::unordered_multimap<std::size_t, ir::ComponentId> known;
  const auto merge = [&](ir::TaskId id) {
    ir::ComponentId& component = c.graph[id].component;
    ir::ComponentId& found = first[component.index];
    if (!found) {
      const std::size_t hash = hash_of(c.graph[component]);
      const auto [begin, end] = known.equal_range(hash);
      for (auto at = begin; at != end && !found; ++at) {
        if (are_equal(c.graph[at->second], c.graph[component])) found = at->second;
      }
      if (!found) known.emplace(hash, found = component);
    }
    component = found;
  };
  for (const ir::ScopeId body : c.bodies) ir::for_each_task(c.graph, body, merge);
}

}  // namespace mlpipe::compiler
