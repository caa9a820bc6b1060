#include "mlpipe/kubernetes.hpp"

#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

#include "kubernetes/spellings.hpp"

namespace mlpipe::kubernetes {
namespace {

using detail::Expression;

// ---- Enumerators, as Kubernetes spells them

template <class Enum, std::size_t N>
std::string spelled(Enum value, const std::array<std::string_view, N>& names) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? std::string(names[index]) : std::string();
}

std::string text_of(AccessMode mode) { return spelled(mode, access_modes); }
std::string text_of(SelectorOperator op) { return spelled(op, selector_operators); }
std::string text_of(TolerationOperator op) { return spelled(op, toleration_operators); }
std::string text_of(TaintEffect effect) { return spelled(effect, taint_effects); }
std::string text_of(ImagePullPolicy policy) { return spelled(policy, pull_policies); }
std::string text_of(RestartPolicy) { return std::string(restart_policy); }

// ---- A message as a tree. What is empty or unset is left out.

class Tree {
 public:
  Tree& put(const char* key, Expression value) {
    entries_.push_back({key, std::move(value)});
    return *this;
  }
  Tree& put(const char* key, Json value) { return put(key, Expression(std::move(value))); }
  Tree& text(const char* key, const std::string& value) { return value.empty() ? *this : put(key, Json(value)); }
  Tree& labels(const char* key, const Labels& given) {
    if (given.empty()) return *this;
    Json object = Json::object();
    for (const auto& [name, value] : given) object.set(name, value);
    return put(key, std::move(object));
  }
  Tree& texts(const char* key, const std::vector<std::string>& given) {
    return given.empty() ? *this : put(key, Json(Json::Array(given.begin(), given.end())));
  }
  template <class Number>
  Tree& number(const char* key, const std::optional<Number>& value) {
    return value ? put(key, Json(*value)) : *this;
  }
  template <class Enum>
  Tree& choice(const char* key, const std::optional<Enum>& value) {
    return value ? text(key, text_of(*value)) : *this;
  }
  template <class T>
  Tree& each(const char* key, const std::vector<T>& items) {
    if (items.empty()) return *this;
    std::vector<Expression> list;
    list.reserve(items.size());
    for (const T& item : items) list.push_back(tree_of(item));
    return put(key, Expression(std::move(list)));
  }
  template <class T>
  Tree& message(const char* key, const T& given) {
    Expression inner = tree_of(given);
    return inner.map.empty() ? *this : put(key, std::move(inner));
  }
  /// What the message has an InputParameterSpec for.
  template <class T>
  Tree& parameter(const char* key, const Setting<T>& setting) {
    const Expression* given = setting.expression();
    if (given == nullptr) return *this;
    if (given->kind == Expression::Kind::value || given->kind == Expression::Kind::text) return put(key, *given);
    Tree constant;
    constant.put("constant", *given);
    Tree parameter;
    parameter.put("runtimeValue", constant.take());
    return put(key, parameter.take());
  }
  Expression take() { return Expression(std::move(entries_)); }

 private:
  static Expression tree_of(const Setting<std::string>& secret);
  template <class T>
  static Expression tree_of(const T& given);

  std::vector<Expression::Entry> entries_;
};

// Of a key and the variable that tells it, the proto names the key by what it is a key of.
struct SecretKey {
  const KeyToEnv& given;
};
struct ConfigMapKey {
  const KeyToEnv& given;
};

template <class Key>
std::vector<Key> keys_of(const std::vector<KeyToEnv>& given) {
  std::vector<Key> keys;
  for (const KeyToEnv& key : given) keys.push_back({key});
  return keys;
}

void fill(Tree& tree, const SecretKey& key) { tree.text("secretKey", key.given.key).text("envVar", key.given.env_var); }
void fill(Tree& tree, const ConfigMapKey& key) {
  tree.text("configMapKey", key.given.key).text("envVar", key.given.env_var);
}

void fill(Tree& tree, const SecretAsEnv& secret) {
  tree.each("keyToEnv", keys_of<SecretKey>(secret.keys))
      .put("optional", Json(secret.optional))
      .parameter("secretNameParameter", secret.secret_name);
}

void fill(Tree& tree, const SecretAsVolume& secret) {
  tree.text("mountPath", secret.mount_path)
      .put("optional", Json(secret.optional))
      .parameter("secretNameParameter", secret.secret_name);
}

void fill(Tree& tree, const ConfigMapAsEnv& map) {
  tree.each("keyToEnv", keys_of<ConfigMapKey>(map.keys))
      .put("optional", Json(map.optional))
      .parameter("configMapNameParameter", map.config_map_name);
}

void fill(Tree& tree, const ConfigMapAsVolume& map) {
  tree.text("mountPath", map.mount_path)
      .put("optional", Json(map.optional))
      .parameter("configMapNameParameter", map.config_map_name);
}

void fill(Tree& tree, const FieldPathAsEnv& field) {
  tree.text("name", field.env_var).text("fieldPath", field.field_path);
}

void fill(Tree& tree, const PvcMount& mount) {
  tree.text("mountPath", mount.mount_path)
      .text("subPath", mount.sub_path)
      .parameter("pvcNameParameter", mount.pvc_name);
}

struct Metadata {
  const Labels& labels;
  const Labels& annotations;
};
void fill(Tree& tree, const Metadata& metadata) {
  tree.labels("labels", metadata.labels).labels("annotations", metadata.annotations);
}

void fill(Tree& tree, const EphemeralVolume& volume) {
  std::vector<std::string> modes;
  for (const AccessMode mode : volume.access_modes) modes.push_back(text_of(mode));
  tree.text("volumeName", volume.name)
      .text("mountPath", volume.mount_path)
      .texts("accessModes", modes)
      .text("size", volume.size)
      .message("metadata", Metadata{volume.labels, volume.annotations});
  if (volume.storage_class)
    tree.put("storageClassName", Json(*volume.storage_class));
  else
    tree.put("defaultStorageClass", Json(true));
}

void fill(Tree& tree, const EmptyDir& dir) {
  tree.text("volumeName", dir.name)
      .text("mountPath", dir.mount_path)
      .text("medium", dir.medium)
      .text("sizeLimit", dir.size_limit);
}

void fill(Tree& tree, const SharedMemory& memory) {
  tree.text("volumeName", memory.volume_name).text("size", memory.size);
}

void fill(Tree& tree, const NodeSelector& selector) {
  tree.labels("labels", selector.labels).parameter("nodeSelectorJson", selector.json);
}

void fill(Tree& tree, const SelectorRequirement& requirement) {
  tree.text("key", requirement.key).text("operator", text_of(requirement.op)).texts("values", requirement.values);
}

void fill(Tree& tree, const NodeAffinity& affinity) {
  tree.each("matchExpressions", affinity.match_expressions)
      .each("matchFields", affinity.match_fields)
      .number("weight", affinity.weight)
      .parameter("nodeAffinityJson", affinity.json);
}

void fill(Tree& tree, const PodAffinity& affinity) {
  tree.each("matchPodExpressions", affinity.match_pod_expressions)
      .labels("matchPodLabels", affinity.match_pod_labels)
      .text("topologyKey", affinity.topology_key)
      .texts("namespaces", affinity.namespaces)
      .each("matchNamespaceExpressions", affinity.match_namespace_expressions)
      .labels("matchNamespaceLabels", affinity.match_namespace_labels)
      .number("weight", affinity.weight);
  if (affinity.anti) tree.put("anti", Json(true));
}

// Where both are given, the proto's other spelling of the field has them found beside each other.
void fill(Tree& tree, const Toleration& toleration) {
  tree.text("key", toleration.key)
      .choice("operator", toleration.op)
      .text("value", toleration.value)
      .choice("effect", toleration.effect)
      .number("tolerationSeconds", toleration.seconds.count())
      .parameter("tolerationJson", toleration.json)
      .parameter(toleration.json.expression() ? "toleration_json" : "tolerationJson", toleration.json_list);
}

void fill(Tree& tree, const SecurityContext& context) {
  tree.number("runAsUser", context.run_as_user)
      .number("runAsGroup", context.run_as_group)
      .number("runAsNonRoot", context.run_as_non_root);
}

void fill(Tree& tree, const ContainerVariable& variable) {
  tree.text("name", variable.name).text("value", variable.value);
}

void fill(Tree& tree, const VolumeMount& mount) {
  tree.text("volumeName", mount.volume_name).text("mountPath", mount.mount_path);
}

void fill(Tree& tree, const ContainerResources& resources) {
  tree.labels("limits", resources.limits).labels("requests", resources.requests);
}

void fill(Tree& tree, const InitContainer& container) {
  tree.text("name", container.name)
      .text("image", container.image)
      .texts("command", container.command)
      .texts("args", container.args)
      .each("env", container.env)
      .each("volumeMounts", container.volume_mounts)
      .choice("restartPolicy", container.restart_policy)
      .message("resources", container.resources);
}

Expression Tree::tree_of(const Setting<std::string>& secret) {
  Tree tree;
  tree.parameter("secretNameParameter", secret);
  return tree.take();
}

template <class T>
Expression Tree::tree_of(const T& given) {
  Tree tree;
  fill(tree, given);
  return tree.take();
}

}  // namespace

Options::operator PlatformOption() const {
  Tree tree;
  tree.each("secretAsEnv", secrets_as_env)
      .each("secretAsVolume", secrets_as_volumes)
      .each("configMapAsEnv", config_maps_as_env)
      .each("configMapAsVolume", config_maps_as_volumes)
      .each("fieldPathAsEnv", field_paths_as_env)
      .each("pvcMount", pvc_mounts)
      .each("genericEphemeralVolume", ephemeral_volumes)
      .each("emptyDirMounts", empty_dirs)
      .message("enabledSharedMemory", shared_memory)
      .message("nodeSelector", node_selector)
      .each("nodeAffinity", node_affinity)
      .each("podAffinity", pod_affinity)
      .each("tolerations", tolerations)
      .message("podMetadata", Metadata{labels, annotations})
      .choice("imagePullPolicy", image_pull_policy)
      .each("imagePullSecret", image_pull_secrets)
      .message("securityContext", security_context)
      .number("activeDeadlineSeconds", timeout.count())
      .each("initContainers", init_containers);
  return {"kubernetes", tree.take(), raw};
}

ContainerSpec CreatePvc::container(const Outputs&) const { return {.image = create_claim_image}; }
ContainerSpec DeletePvc::container() const { return {.image = delete_claim_image}; }

}  // namespace mlpipe::kubernetes
