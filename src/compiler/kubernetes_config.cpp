#include "compiler/kubernetes_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include "compiler/check_constant.hpp"

namespace mlpipe::compiler {
namespace {

enum class Form { text, flag, integer, any, labels, message };  // labels: a map of strings
enum class Count { one, many, one_of };                         // one_of: excludes the other such of its message

struct Field {
  std::string_view owner;
  std::string_view name;  // in proto-JSON
  Form form;
  Count count = Count::one;
  std::string_view type = {};  // of form `message`
};

constexpr std::string_view config = "KubernetesExecutorConfig", parameter = "InputParameterSpec";

using enum Form;
using enum Count;

constexpr std::array fields = {
    Field{config, "secretAsVolume", message, many, "SecretAsVolume"},
    Field{config, "secretAsEnv", message, many, "SecretAsEnv"},
    Field{config, "pvcMount", message, many, "PvcMount"},
    Field{config, "nodeSelector", message, one, "NodeSelector"},
    Field{config, "podMetadata", message, one, "PodMetadata"},
    Field{config, "imagePullSecret", message, many, "ImagePullSecret"},
    Field{config, "imagePullPolicy", text},
    Field{config, "configMapAsVolume", message, many, "ConfigMapAsVolume"},
    Field{config, "configMapAsEnv", message, many, "ConfigMapAsEnv"},
    Field{config, "activeDeadlineSeconds", integer},
    Field{config, "fieldPathAsEnv", message, many, "FieldPathAsEnv"},
    Field{config, "tolerations", message, many, "Toleration"},
    Field{config, "genericEphemeralVolume", message, many, "GenericEphemeralVolume"},
    Field{config, "nodeAffinity", message, many, "NodeAffinityTerm"},
    Field{config, "podAffinity", message, many, "PodAffinityTerm"},
    Field{config, "enabledSharedMemory", message, one, "EnabledSharedMemory"},
    Field{config, "emptyDirMounts", message, many, "EmptyDirMount"},
    Field{config, "securityContext", message, one, "SecurityContext"},
    Field{config, "initContainers", message, many, "InitContainer"},
    Field{"SecretAsVolume", "secretName", text},
    Field{"SecretAsVolume", "mountPath", text},
    Field{"SecretAsVolume", "optional", flag},
    Field{"SecretAsVolume", "secretNameParameter", message, one, parameter},
    Field{"SecretAsEnv", "secretName", text},
    Field{"SecretAsEnv", "keyToEnv", message, many, "SecretKeyToEnvMap"},
    Field{"SecretAsEnv", "optional", flag},
    Field{"SecretAsEnv", "secretNameParameter", message, one, parameter},
    Field{"SecretKeyToEnvMap", "secretKey", text},
    Field{"SecretKeyToEnvMap", "envVar", text},
    Field{"PvcMount", "taskOutputParameter", message, one_of, "TaskOutputParameterSpec"},
    Field{"PvcMount", "constant", text, one_of},
    Field{"PvcMount", "componentInputParameter", text, one_of},
    Field{"PvcMount", "mountPath", text},
    Field{"PvcMount", "subPath", text},
    Field{"PvcMount", "pvcNameParameter", message, one, parameter},
    Field{"NodeSelector", "labels", labels},
    Field{"NodeSelector", "nodeSelectorJson", message, one, parameter},
    Field{"PodMetadata", "labels", labels},
    Field{"PodMetadata", "annotations", labels},
    Field{"ImagePullSecret", "secretName", text},
    Field{"ImagePullSecret", "secretNameParameter", message, one, parameter},
    Field{"ConfigMapAsVolume", "configMapName", text},
    Field{"ConfigMapAsVolume", "mountPath", text},
    Field{"ConfigMapAsVolume", "optional", flag},
    Field{"ConfigMapAsVolume", "configMapNameParameter", message, one, parameter},
    Field{"ConfigMapAsEnv", "configMapName", text},
    Field{"ConfigMapAsEnv", "keyToEnv", message, many, "ConfigMapKeyToEnvMap"},
    Field{"ConfigMapAsEnv", "configMapNameParameter", message, one, parameter},
    Field{"ConfigMapAsEnv", "optional", flag},
    Field{"ConfigMapKeyToEnvMap", "configMapKey", text},
    Field{"ConfigMapKeyToEnvMap", "envVar", text},
    Field{"FieldPathAsEnv", "name", text},
    Field{"FieldPathAsEnv", "fieldPath", text},
    Field{"Toleration", "key", text},
    Field{"Toleration", "operator", text},
    Field{"Toleration", "value", text},
    Field{"Toleration", "effect", text},
    Field{"Toleration", "tolerationSeconds", integer},
    Field{"Toleration", "tolerationJson", message, one, parameter},
    Field{"GenericEphemeralVolume", "volumeName", text},
    Field{"GenericEphemeralVolume", "mountPath", text},
    Field{"GenericEphemeralVolume", "accessModes", text, many},
    Field{"GenericEphemeralVolume", "size", text},
    Field{"GenericEphemeralVolume", "defaultStorageClass", flag},
    Field{"GenericEphemeralVolume", "storageClassName", text},
    Field{"GenericEphemeralVolume", "metadata", message, one, "PodMetadata"},
    Field{"NodeAffinityTerm", "matchExpressions", message, many, "SelectorRequirement"},
    Field{"NodeAffinityTerm", "matchFields", message, many, "SelectorRequirement"},
    Field{"NodeAffinityTerm", "weight", integer},
    Field{"NodeAffinityTerm", "nodeAffinityJson", message, one, parameter},
    Field{"SelectorRequirement", "key", text},
    Field{"SelectorRequirement", "operator", text},
    Field{"SelectorRequirement", "values", text, many},
    Field{"PodAffinityTerm", "matchPodExpressions", message, many, "SelectorRequirement"},
    Field{"PodAffinityTerm", "matchPodLabels", labels},
    Field{"PodAffinityTerm", "topologyKey", text},
    Field{"PodAffinityTerm", "namespaces", text, many},
    Field{"PodAffinityTerm", "matchNamespaceExpressions", message, many, "SelectorRequirement"},
    Field{"PodAffinityTerm", "matchNamespaceLabels", labels},
    Field{"PodAffinityTerm", "weight", integer},
    Field{"PodAffinityTerm", "anti", flag},
    Field{"EnabledSharedMemory", "volumeName", text},
    Field{"EnabledSharedMemory", "size", text},
    Field{"EmptyDirMount", "volumeName", text},
    Field{"EmptyDirMount", "mountPath", text},
    Field{"EmptyDirMount", "medium", text},
    Field{"EmptyDirMount", "sizeLimit", text},
    Field{"SecurityContext", "runAsUser", integer},
    Field{"SecurityContext", "runAsGroup", integer},
    Field{"SecurityContext", "runAsNonRoot", flag},
    Field{"InitContainer", "name", text},
    Field{"InitContainer", "image", text},
    Field{"InitContainer", "command", text, many},
    Field{"InitContainer", "args", text, many},
    Field{"InitContainer", "env", message, many, "InitContainerVariable"},
    Field{"InitContainer", "volumeMounts", message, many, "InitContainerMount"},
    Field{"InitContainer", "restartPolicy", text},
    Field{"InitContainer", "resources", message, one, "InitContainerResources"},
    Field{"InitContainerVariable", "name", text},
    Field{"InitContainerVariable", "value", text},
    Field{"InitContainerMount", "mountPath", text},
    Field{"InitContainerMount", "volumeName", text},
    Field{"InitContainerResources", "limits", labels},
    Field{"InitContainerResources", "requests", labels},
    Field{parameter, "taskOutputParameter", message, one_of, "TaskOutputParameterSpec"},
    Field{parameter, "runtimeValue", message, one_of, "ValueOrRuntimeParameter"},
    Field{parameter, "componentInputParameter", text, one_of},
    Field{parameter, "taskFinalStatus", message, one_of, "TaskFinalStatus"},
    Field{parameter, "parameterExpressionSelector", text},
    Field{"TaskOutputParameterSpec", "producerTask", text},
    Field{"TaskOutputParameterSpec", "outputParameterKey", text},
    Field{"TaskFinalStatus", "producerTask", text},
    Field{"ValueOrRuntimeParameter", "runtimeParameter", text, one_of},
    Field{"ValueOrRuntimeParameter", "constant", any, one_of},
};

// Readers of proto-JSON take `node_selector` for `nodeSelector`.
bool is_name_of(const Field& field, std::string_view given) {
  if (field.name == given) return true;
  std::string original;
  for (const char c : field.name) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (is_upper) original += '_';
    original += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return original == given;
}

const Field* find_field(std::string_view owner, std::string_view name) {
  const auto at = std::find_if(fields.begin(), fields.end(),
                               [&](const Field& field) { return field.owner == owner && is_name_of(field, name); });
  return at == fields.end() ? nullptr : &*at;
}

std::string names_of(std::string_view owner) {
  std::string names;
  for (const Field& field : fields) {
    if (field.owner == owner) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", field.name);
  }
  return "there are " + names;
}

// 64-bit integers may be written as strings.
bool is_integer(const Json& value) {
  if (!value.is_string()) return value.is_integer();
  const std::string& text = value.as_string();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

std::optional<ConfigProblem> check_message(const Json& value, std::string_view type, const std::string& path);

std::optional<ConfigProblem> check_labels(const Json& value, const std::string& path) {
  for (const Json::Member& member : value.as_object()) {
    if (!member.value.is_string())
      return ConfigProblem{fmt::format("`{}.{}` is {}, not a string", path, member.key, kind_of(member.value)), {}};
  }
  return std::nullopt;
}

std::optional<ConfigProblem> check_one(const Json& value, const Field& field, const std::string& path) {
  const auto expect = [&](bool holds, std::string_view what) -> std::optional<ConfigProblem> {
    if (holds) return std::nullopt;
    return ConfigProblem{fmt::format("`{}` is {}, not {}", path, kind_of(value), what), {}};
  };
  switch (field.form) {
    case text:
      return expect(value.is_string(), "a string");
    case flag:
      return expect(value.is_boolean(), "a boolean");
    case integer:
      return expect(is_integer(value), "an integer");
    case any:
      return std::nullopt;
    case labels:
      if (auto problem = expect(value.is_object(), "a map of strings")) return problem;
      return check_labels(value, path);
    case message:
      break;
  }
  if (auto problem = expect(value.is_object(), "an object")) return problem;
  return check_message(value, field.type, path);
}

std::optional<ConfigProblem> check_field(const Json& value, const Field& field, const std::string& path) {
  if (field.count != many) return check_one(value, field, path);
  if (!value.is_array()) return ConfigProblem{fmt::format("`{}` is {}, not a list", path, kind_of(value)), {}};
  std::size_t index = 0;
  for (const Json& item : value.as_array()) {
    if (auto problem = check_one(item, field, fmt::format("{}[{}]", path, index++))) return problem;
  }
  return std::nullopt;
}

std::optional<ConfigProblem> check_message(const Json& value, std::string_view type, const std::string& path) {
  std::vector<const Field*> seen;
  for (const Json::Member& member : value.as_object()) {
    const std::string inner = path.empty() ? member.key : fmt::format("{}.{}", path, member.key);
    const Field* field = find_field(type, member.key);
    if (!field) return ConfigProblem{fmt::format("`{}` is no field that there is", inner), names_of(type)};
    for (const Field* other : seen) {
      const bool excluded = other == field || (other->count == one_of && field->count == one_of);
      if (excluded)
        return ConfigProblem{fmt::format("`{}` stands beside `{}`", inner, other->name), "give one of them"};
    }
    seen.push_back(field);
    if (auto problem = check_field(member.value, *field, inner)) return problem;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ConfigProblem> check_kubernetes_config(const Json& given) {
  if (!given.is_object()) return ConfigProblem{fmt::format("it is {}, no object", kind_of(given)), names_of(config)};
  return check_message(given, config, {});
}

}  // namespace mlpipe::compiler
