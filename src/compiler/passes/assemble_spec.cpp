#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "compiler/hashing.hpp"
#include "compiler/naming.hpp"
#include "compiler/passes.hpp"
#include "compiler/program.hpp"
#include "compiler/quantities.hpp"
#include "compiler/scopes.hpp"
#include "mlpipe/version.hpp"

namespace mlpipe::compiler {
namespace {

constexpr std::string_view component_prefix = "comp-";
constexpr std::string_view executor_prefix = "exec-";

// The second variant of a name is `-2`, in the order of first use: callers before callees, within each as written.
class Naming {
 public:
  explicit Naming(Compilation& c) : c_(c), names_(c.definitions.size()) {
    // KFP's loader takes `comp-<the pipeline's name>` for the pipeline itself.
    given_.reserve(pipeline_name(c));
    for (const ir::ScopeId body : c.bodies) {
      ir::walk(
          c.graph, body, [&](ir::ScopeId id) { name(c.scope_definition[id.index]); },
          [&](ir::TaskId id) { name(c.task_definition[id.index]); }, [](ir::ScopeId) {});
    }
  }

  /// By definition, without a prefix.
  const std::vector<std::string>& names() const { return names_; }

 private:
  void name(DefinitionId id) {
    if (id && names_[id.index].empty()) names_[id.index] = given_.give(c_.definitions[id.index].name);
  }

  Compilation& c_;
  NameGiver given_;
  std::vector<std::string> names_;
};

std::string prefixed(std::string_view prefix, const std::string& name) { return std::string(prefix).append(name); }

void resolve_references(ir::ComponentSpec& component, const std::vector<std::string>& names) {
  auto* dag = std::get_if<ir::DagSpec>(&component.implementation);
  if (!dag) return;
  for (auto& [key, task] : dag->tasks) {
    std::string& name = task.component_ref->name;
    std::size_t number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    name = prefixed(component_prefix, names[number]);
  }
}

// KFP files a component's interface under the hash of its container alone, and the first one wins. Where two interfaces
// have one container, all but the first get a variable that tells them apart; again, where a user's own variable of
// that name makes it equal to a third.
void tell_apart(std::vector<Definition>& definitions, const std::vector<std::string>& names,
                const std::vector<std::size_t>& order) {
  std::unordered_multimap<std::size_t, std::size_t> seen;
  for (const std::size_t at : order) {
    Definition& definition = definitions[at];
    if (!definition.container) continue;
    const auto is_confused_with = [&](const auto& entry) {
      const Definition& other = definitions[entry.second];
      return *other.container == *definition.container && other.component != definition.component;
    };
    std::size_t hash = hash_of(*definition.container);
    for (auto known = seen.equal_range(hash); std::any_of(known.first, known.second, is_confused_with);
         known = seen.equal_range(hash)) {
      definition.container->env.push_back({"MLPIPE_COMPONENT", names[at]});
      hash = hash_of(*definition.container);
    }
    seen.emplace(hash, at);
  }
}

void add_platforms(Compilation& c, const Definition& definition, const std::string& label) {
  if (definition.platforms.empty()) return;
  if (!c.documents.platform) c.documents.platform.emplace();
  for (const auto& [platform, config] : definition.platforms) {
    auto& deployment = c.documents.platform->platforms[platform].deployment_spec;
    if (!deployment) deployment.emplace();
    deployment->executors[label] = config;
  }
}

void add_configuration(Compilation& c) {
  const std::optional<ir::Configuration>& given = c.graph[c.graph.root].configuration;
  if (!given) return;
  const auto seconds = [](const std::optional<std::int64_t>& span) {
    return static_cast<std::int32_t>(span.value_or(0));  // check_configuration: it fits
  };
  ir::PipelineConfig config;
  if (given->workspace) {
    const Json& patch = given->workspace->pvc_spec_patch;
    config.workspace = {.size = kubernetes_memory(given->workspace->size),
                        .kubernetes = ir::KubernetesWorkspaceConfig{patch.is_null() ? Json::object() : patch}};
  }
  config.resource_ttl_on_completion = seconds(given->ttl_after_finished);
  config.resource_ttl_on_success = seconds(given->ttl_after_success);
  config.resource_ttl_on_failure = seconds(given->ttl_after_failure);
  config.active_deadline_seconds = seconds(given->active_deadline);
  if (config == ir::PipelineConfig{}) return;
  if (!c.documents.platform) c.documents.platform.emplace();
  c.documents.platform->platforms["kubernetes"].pipelineConfig = std::move(config);
}

ir::PipelineInfo info_of(const Compilation& c) {
  const ir::Component& root = c.graph[c.graph.root];
  return {.name = pipeline_name(c),
          .display_name = c.options.display_name.empty() ? root.display_name : c.options.display_name,
          .description = root.description};
}

}  // namespace

void assemble_spec(Compilation& c) {
  const Naming naming(c);
  const std::vector<std::string>& names = naming.names();
  std::vector<std::size_t> order(c.definitions.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
  tell_apart(c.definitions, names, order);

  ir::PipelineSpec& spec = c.documents.pipeline;
  spec.pipeline_info = info_of(c);
  spec.schema_version = "2.1.0";
  spec.sdk_version = "mlpipe-" MLPIPE_VERSION_STRING;
  spec.default_pipeline_root = c.options.pipeline_root;
  auto& executors = spec.deployment_spec.emplace().executors;
  for (const std::size_t at : order) {
    Definition& definition = c.definitions[at];
    if (definition.container || definition.importer) {
      std::string label = prefixed(executor_prefix, names[at]);
      definition.component.implementation = ir::ComponentSpec::ExecutorLabel{label};
      add_platforms(c, definition, label);
      auto& executor =
          executors.emplace_hint(executors.end(), std::move(label), ir::PipelineDeploymentConfig::ExecutorSpec{})
              ->second.spec;
      if (definition.container)
        executor = std::move(*definition.container);
      else
        executor = ir::Box(std::move(*definition.importer));
    }
    resolve_references(definition.component, names);
    spec.components.emplace_hint(spec.components.end(), prefixed(component_prefix, names[at]),
                                 std::move(definition.component));
  }
  add_configuration(c);
  const ir::ScopeId root = std::get<ir::ScopeId>(c.graph[c.graph.root].body);
  spec.root = std::move(c.dags[root.index]);
  resolve_references(*spec.root, names);
}

}  // namespace mlpipe::compiler
