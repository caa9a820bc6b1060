#include <algorithm>
#include <unordered_map>

#include "compiler/hashing.hpp"
#include "compiler/lower_executor.hpp"
#include "compiler/naming.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"
#include "compiler/task_config.hpp"

namespace mlpipe::compiler {
namespace {

std::size_t definition_hash(const Definition& definition) {
  Hash hash;
  hash.add(definition.name);
  if (definition.container) hash.add(hash_of(*definition.container));
  hash.add(std::size_t{definition.loop.index});
  for (const auto& [platform, config] : definition.platforms) hash.add(dump(config));
  if (const auto* dag = std::get_if<ir::DagSpec>(&definition.component.implementation)) {
    for (const auto& [key, task] : dag->tasks) hash.add(key).add(task.component_ref->name);
  }
  return hash.value();
}

// Bottom-up: a DAG refers to the definitions of its tasks by number, so that two DAGs are equal where all in them is.
class Sharing {
 public:
  explicit Sharing(Compilation& c) : c_(c) {
    c.task_definition.resize(c.graph.tasks.size());
    c.scope_definition.resize(c.graph.scopes.size());
  }

  void run(ir::ScopeId body) {
    ir::walk(
        c_.graph, body, [](ir::ScopeId) {}, [&](ir::TaskId id) { define_task(id); },
        [&](ir::ScopeId id) { define_scope(id); });
  }

 private:
  void define_task(ir::TaskId id) {
    const ir::Task& task = c_.graph[id];
    DefinitionId& definition = c_.task_definition[id.index];
    if (const ir::ScopeId body = body_called_by(c_.graph, task)) {
      definition = c_.scope_definition[body.index];
    } else {
      // Values that platforms are told are another thing in every scope.
      if (tells_values(c_.graph.options_of(task)))
        definition = number_of(leaf(task));
      else
        definition = once(by_ids_[std::uint64_t{task.component.index} << 32 | task.options], task);
    }
    c_.tasks[id.index].component_ref = {.name = std::to_string(definition.index)};
  }

  static bool tells_values(const ir::TaskOptions& options) {
    bool found = false;
    for (const ir::PlatformOption& option : options.platform)
      for_each_value(option.config, [&](ir::ValueId) { found = true; });
    return found;
  }

  DefinitionId once(DefinitionId& known, const ir::Task& task) {
    if (!known) known = number_of(leaf(task));
    return known;
  }

  Definition leaf(const ir::Task& task) {
    const ir::Component& component = c_.graph[task.component];
    const ir::TaskOptions& options = c_.graph.options_of(task);
    Definition definition;
    definition.name = kebab_name(component.name);
    define_interface(definition.component, component.interface);
    definition.component.task_config_passthroughs = lower_task_config(component.task_config);
    if (const auto* importer = std::get_if<ir::Importer>(&component.body)) {
      definition.importer = lower_importer(*importer, component.interface.outputs.front().type);
      return definition;
    }
    definition.container = lower_container(c_, component, options);
    definition.platforms = lower_platforms(c_, options, task.scope);
    return definition;
  }

  void define_scope(ir::ScopeId id) {
    const ir::Scope& scope = c_.graph[id];
    if (ir::is_lone_if(scope)) return;
    take_children(id);
    if (scope.kind == ir::Scope::Kind::pipeline && scope.component == c_.graph.root) return;
    Definition definition;
    definition.name = scope.parent ? scope.name : kebab_name(c_.graph[scope.component].name);
    definition.component = std::move(c_.dags[id.index]);
    if (scope.loop) definition.loop = id;
    c_.scope_definition[id.index] = number_of(std::move(definition));
    if (scope.parent) c_.groups[id.index].component_ref = {.name = number_text(c_.scope_definition[id.index])};
  }

  static std::string number_text(DefinitionId id) { return std::to_string(id.index); }

  // The tasks move into their DAG, in the order of their keys: a map that is filled from its end is filled fast.
  void take_children(ir::ScopeId id) {
    const std::vector<ir::Child>& children = c_.graph[id].children;
    std::vector<std::pair<const std::string*, ir::PipelineTaskSpec*>> entries;
    entries.reserve(children.size());
    for (const ir::Child& child : children) entries.emplace_back(&key_of(c_.graph, child), spec_of(child));
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return *a.first < *b.first; });
    auto& tasks = std::get<ir::DagSpec>(c_.dags[id.index].implementation).tasks;
    for (const auto& [key, spec] : entries) tasks.emplace_hint(tasks.end(), *key, std::move(*spec));
  }

  ir::PipelineTaskSpec* spec_of(const ir::Child& child) {
    if (const auto* task = std::get_if<ir::TaskId>(&child)) return &c_.tasks[task->index];
    return &c_.groups[group_of(c_.graph, std::get<ir::ScopeId>(child)).index];
  }

  DefinitionId number_of(Definition definition) {
    const std::size_t hash = definition_hash(definition);
    const auto [begin, end] = by_hash_.equal_range(hash);
    for (auto at = begin; at != end; ++at) {
      if (c_.definitions[at->second.index] == definition) return at->second;
    }
    const DefinitionId id(c_.definitions.size());
    c_.definitions.push_back(std::move(definition));
    by_hash_.emplace(hash, id);
    return id;
  }

  Compilation& c_;
  std::unordered_map<std::uint64_t, DefinitionId> by_ids_;  // by component and options
  std::unordered_multimap<std::size_t, DefinitionId> by_hash_;
};

}  // namespace

void share_components(Compilation& c) {
  Sharing sharing(c);
  for (auto body = c.bodies.rbegin(); body != c.bodies.rend(); ++body) sharing.run(*body);
}

}  // namespace mlpipe::compiler
