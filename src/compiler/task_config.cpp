#include "compiler/task_config.hpp"

#include <array>

#include "compiler/kubernetes_config.hpp"

namespace mlpipe::compiler {
namespace {

using Field = TaskConfigField;
using Message = ir::TaskConfigPassthroughType;

struct FieldNames {
  Field field;
  Message::TaskConfigPassthroughTypeEnum message;
  std::string_view name;
};

constexpr std::array field_names = {
    FieldNames{Field::resources, Message::RESOURCES, "RESOURCES"},
    FieldNames{Field::env, Message::ENV, "ENV"},
    FieldNames{Field::kubernetes_affinity, Message::KUBERNETES_AFFINITY, "KUBERNETES_AFFINITY"},
    FieldNames{Field::kubernetes_tolerations, Message::KUBERNETES_TOLERATIONS, "KUBERNETES_TOLERATIONS"},
    FieldNames{Field::kubernetes_node_selector, Message::KUBERNETES_NODE_SELECTOR, "KUBERNETES_NODE_SELECTOR"},
    FieldNames{Field::kubernetes_volumes, Message::KUBERNETES_VOLUMES, "KUBERNETES_VOLUMES"},
};

const FieldNames& names_of(Field field) { return field_names.at(static_cast<std::size_t>(field)); }

KubernetesConfig kubernetes_config_of(const ir::TaskOptions& options) {
  KubernetesConfig merged;
  for (const ir::PlatformOption& option : options.platform) {
    if (option.platform != "kubernetes") continue;
    const auto config = read_kubernetes_config(option.config, any_parameter);
    if (const auto* read = std::get_if<KubernetesConfig>(&config)) merge(merged, *read);
  }
  return merged;
}

}  // namespace

std::string_view task_config_field_name(Field field) { return names_of(field).name; }

std::optional<Field> task_config_field_from_name(std::string_view name) {
  for (const FieldNames& row : field_names) {
    if (row.name == name) return row.field;
  }
  return std::nullopt;
}

std::vector<ir::TaskConfigPassthrough> lower_task_config(const TaskConfigPassthroughs& given) {
  std::vector<ir::TaskConfigPassthrough> lowered;
  for (const TaskConfigPassthrough& one : given) lowered.push_back({names_of(one.field).message, one.apply_to_task});
  return lowered;
}

std::vector<Field> fields_set_by(const ir::TaskOptions& options) {
  const KubernetesConfig config = kubernetes_config_of(options);
  const bool resources = options.cpu_request || options.cpu_limit || options.memory_request || options.memory_limit ||
                         options.accelerator_type || options.accelerator_count;
  const bool volumes =
      !config.pvc_mount.empty() || !config.secret_as_volume.empty() || !config.config_map_as_volume.empty();
  const std::pair<Field, bool> all[] = {
      {Field::resources, resources},
      {Field::env, !options.env.empty()},
      {Field::kubernetes_affinity, !config.node_affinity.empty() || !config.pod_affinity.empty()},
      {Field::kubernetes_tolerations, !config.tolerations.empty()},
      {Field::kubernetes_node_selector, config.node_selector.has_value()},
      {Field::kubernetes_volumes, volumes},
  };
  std::vector<Field> set;
  for (const auto& [field, given] : all) {
    if (given) set.push_back(field);
  }
  return set;
}

}  // namespace mlpipe::compiler
