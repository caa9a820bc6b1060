/// KFP's `kubernetes_executor_config.proto`: what one executor tells the platform `kubernetes`, every message and field
/// of it, mapped as in pipeline_spec.hpp. `PlatformDeploymentConfig::executors` holds a KubernetesExecutorConfig.
///
/// Names that the proto takes from `pipeline_spec.proto` are those of mlpipe::ir.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::ir::kubernetes {

using InputParameterSpec = TaskInputsSpec::InputParameterSpec;

struct EnabledSharedMemory {
  std::string volume_name;
  std::string size;
  friend bool operator==(const EnabledSharedMemory&, const EnabledSharedMemory&) = default;
};

struct SecretAsVolume {
  std::string secret_name;  ///< deprecated
  std::string mount_path;
  std::optional<bool> optional;
  std::optional<InputParameterSpec> secret_name_parameter;
  friend bool operator==(const SecretAsVolume&, const SecretAsVolume&) = default;
};

struct SecretAsEnv {
  struct SecretKeyToEnvMap {
    std::string secret_key;
    std::string env_var;
    friend bool operator==(const SecretKeyToEnvMap&, const SecretKeyToEnvMap&) = default;
  };
  std::string secret_name;  ///< deprecated
  std::vector<SecretKeyToEnvMap> key_to_env;
  std::optional<bool> optional;
  std::optional<InputParameterSpec> secret_name_parameter;
  friend bool operator==(const SecretAsEnv&, const SecretAsEnv&) = default;
};

struct ConfigMapAsVolume {
  std::string config_map_name;  ///< deprecated
  std::string mount_path;
  std::optional<bool> optional;
  std::optional<InputParameterSpec> config_map_name_parameter;
  friend bool operator==(const ConfigMapAsVolume&, const ConfigMapAsVolume&) = default;
};

struct ConfigMapAsEnv {
  struct ConfigMapKeyToEnvMap {
    std::string config_map_key;
    std::string env_var;
    friend bool operator==(const ConfigMapKeyToEnvMap&, const ConfigMapKeyToEnvMap&) = default;
  };
  std::string config_map_name;  ///< deprecated
  std::vector<ConfigMapKeyToEnvMap> key_to_env;
  std::optional<InputParameterSpec> config_map_name_parameter;
  std::optional<bool> optional;
  friend bool operator==(const ConfigMapAsEnv&, const ConfigMapAsEnv&) = default;
};

struct FieldPathAsEnv {
  std::string name;
  std::string field_path;
  friend bool operator==(const FieldPathAsEnv&, const FieldPathAsEnv&) = default;
};

struct PvcMount {
  struct Constant {
    std::string value;
    friend bool operator==(const Constant&, const Constant&) = default;
  };
  /// task_output_parameter, constant, component_input_parameter; all deprecated
  std::variant<std::monostate, InputParameterSpec::TaskOutputParameterSpec, Constant,
               InputParameterSpec::ComponentInputParameter>
      pvc_reference;
  std::string mount_path;
  std::optional<InputParameterSpec> pvc_name_parameter;
  std::string sub_path;
  friend bool operator==(const PvcMount&, const PvcMount&) = default;
};

struct TypedLocalObjectReference {
  std::optional<std::string> api_group;
  std::string kind;
  std::string name;
  friend bool operator==(const TypedLocalObjectReference&, const TypedLocalObjectReference&) = default;
};

/// In the proto, but no field has this type: a claim is made by a task of the component `createpvc`.
struct CreatePvc {
  struct PvcName {
    std::string value;
    friend bool operator==(const PvcName&, const PvcName&) = default;
  };
  struct PvcNameSuffix {
    std::string value;
    friend bool operator==(const PvcNameSuffix&, const PvcNameSuffix&) = default;
  };
  std::variant<std::monostate, PvcName, PvcNameSuffix> name;
  std::vector<std::string> access_modes;
  std::string size;
  bool default_storage_class = false;
  std::string storage_class_name;
  std::string volume_name;
  std::optional<Json> annotations;
  std::optional<TypedLocalObjectReference> data_source;
  friend bool operator==(const CreatePvc&, const CreatePvc&) = default;
};

/// In the proto, but no field has this type: a claim is deleted by a task of the component `deletepvc`.
struct DeletePvc {
  std::variant<std::monostate, InputParameterSpec::TaskOutputParameterSpec, PvcMount::Constant,
               InputParameterSpec::ComponentInputParameter>
      pvc_reference;
  friend bool operator==(const DeletePvc&, const DeletePvc&) = default;
};

struct NodeSelector {
  std::map<std::string, std::string> labels;
  std::optional<InputParameterSpec> node_selector_json;
  friend bool operator==(const NodeSelector&, const NodeSelector&) = default;
};

struct PodMetadata {
  std::map<std::string, std::string> labels;
  std::map<std::string, std::string> annotations;
  friend bool operator==(const PodMetadata&, const PodMetadata&) = default;
};

struct GenericEphemeralVolume {
  std::string volume_name;
  std::string mount_path;
  std::vector<std::string> access_modes;
  std::string size;
  bool default_storage_class = false;
  std::string storage_class_name;
  std::optional<PodMetadata> metadata;
  friend bool operator==(const GenericEphemeralVolume&, const GenericEphemeralVolume&) = default;
};

struct ImagePullSecret {
  std::string secret_name;  ///< deprecated
  std::optional<InputParameterSpec> secret_name_parameter;
  friend bool operator==(const ImagePullSecret&, const ImagePullSecret&) = default;
};

struct Toleration {
  std::string key;
  std::string operator_;  ///< `operator` in the proto
  std::string value;
  std::string effect;
  std::optional<std::int64_t> toleration_seconds;
  std::optional<InputParameterSpec> toleration_json;  ///< instead of the others: one toleration, or a list of them
  friend bool operator==(const Toleration&, const Toleration&) = default;
};

struct SelectorRequirement {
  std::string key;
  std::string operator_;  ///< `operator` in the proto
  std::vector<std::string> values;
  friend bool operator==(const SelectorRequirement&, const SelectorRequirement&) = default;
};

struct NodeAffinityTerm {
  std::vector<SelectorRequirement> match_expressions;
  std::vector<SelectorRequirement> match_fields;
  std::optional<std::int32_t> weight;
  std::optional<InputParameterSpec> node_affinity_json;
  friend bool operator==(const NodeAffinityTerm&, const NodeAffinityTerm&) = default;
};

struct PodAffinityTerm {
  std::vector<SelectorRequirement> match_pod_expressions;
  std::map<std::string, std::string> match_pod_labels;
  std::string topology_key;
  std::vector<std::string> namespaces;
  std::vector<SelectorRequirement> match_namespace_expressions;
  std::map<std::string, std::string> match_namespace_labels;
  std::optional<std::int32_t> weight;
  std::optional<bool> anti;
  friend bool operator==(const PodAffinityTerm&, const PodAffinityTerm&) = default;
};

struct EmptyDirMount {
  std::string volume_name;
  std::string mount_path;
  std::optional<std::string> medium;
  std::optional<std::string> size_limit;
  friend bool operator==(const EmptyDirMount&, const EmptyDirMount&) = default;
};

struct SecurityContext {
  std::optional<std::int64_t> run_as_user;
  std::optional<std::int64_t> run_as_group;
  std::optional<bool> run_as_non_root;
  friend bool operator==(const SecurityContext&, const SecurityContext&) = default;
};

/// Newer than the proto on PyPI.
struct InitContainer {
  struct EnvVar {
    std::string name;
    std::string value;
    friend bool operator==(const EnvVar&, const EnvVar&) = default;
  };
  struct VolumeMount {
    std::string volume_name;
    std::string mount_path;
    friend bool operator==(const VolumeMount&, const VolumeMount&) = default;
  };
  struct Resources {
    std::map<std::string, std::string> limits;
    std::map<std::string, std::string> requests;
    friend bool operator==(const Resources&, const Resources&) = default;
  };
  std::string name;
  std::string image;
  std::vector<std::string> command;
  std::vector<std::string> args;
  std::vector<EnvVar> env;
  std::vector<VolumeMount> volume_mounts;
  std::string restart_policy;
  std::optional<Resources> resources;
  friend bool operator==(const InitContainer&, const InitContainer&) = default;
};

struct KubernetesExecutorConfig {
  std::vector<SecretAsVolume> secret_as_volume;
  std::vector<SecretAsEnv> secret_as_env;
  std::vector<PvcMount> pvc_mount;
  std::optional<NodeSelector> node_selector;
  std::optional<PodMetadata> pod_metadata;
  std::vector<ImagePullSecret> image_pull_secret;
  std::string image_pull_policy;
  std::vector<ConfigMapAsVolume> config_map_as_volume;
  std::vector<ConfigMapAsEnv> config_map_as_env;
  std::int64_t active_deadline_seconds = 0;
  std::vector<FieldPathAsEnv> field_path_as_env;
  std::vector<Toleration> tolerations;
  std::vector<GenericEphemeralVolume> generic_ephemeral_volume;
  std::vector<NodeAffinityTerm> node_affinity;
  std::vector<PodAffinityTerm> pod_affinity;
  std::optional<EnabledSharedMemory> enabled_shared_memory;
  std::vector<EmptyDirMount> empty_dir_mounts;
  std::optional<SecurityContext> security_context;
  std::vector<InitContainer> init_containers;  ///< newer than the proto on PyPI
  friend bool operator==(const KubernetesExecutorConfig&, const KubernetesExecutorConfig&) = default;
};

}  // namespace mlpipe::ir::kubernetes
