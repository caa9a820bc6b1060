// The fields of every message of mlpipe/ir/kubernetes_executor_config.hpp, in the proto's order; see
// message_fields.hpp.
#pragma once

#include "ir/message_fields.hpp"
#include "mlpipe/ir/kubernetes_executor_config.hpp"

namespace mlpipe::ir {

template <>
struct Message<kubernetes::EnabledSharedMemory>
    : FieldList<Field<"volume_name", &kubernetes::EnabledSharedMemory::volume_name>,
                Field<"size", &kubernetes::EnabledSharedMemory::size>> {};

template <>
struct Message<kubernetes::SecretAsVolume>
    : FieldList<Field<"secret_name", &kubernetes::SecretAsVolume::secret_name>,
                Field<"mount_path", &kubernetes::SecretAsVolume::mount_path>,
                Field<"optional", &kubernetes::SecretAsVolume::optional>,
                Field<"secret_name_parameter", &kubernetes::SecretAsVolume::secret_name_parameter>> {};

template <>
struct Message<kubernetes::SecretAsEnv>
    : FieldList<Field<"secret_name", &kubernetes::SecretAsEnv::secret_name>,
                Field<"key_to_env", &kubernetes::SecretAsEnv::key_to_env>,
                Field<"optional", &kubernetes::SecretAsEnv::optional>,
                Field<"secret_name_parameter", &kubernetes::SecretAsEnv::secret_name_parameter>> {};

template <>
struct Message<kubernetes::SecretAsEnv::SecretKeyToEnvMap>
    : FieldList<Field<"secret_key", &kubernetes::SecretAsEnv::SecretKeyToEnvMap::secret_key>,
                Field<"env_var", &kubernetes::SecretAsEnv::SecretKeyToEnvMap::env_var>> {};

template <>
struct Message<kubernetes::ConfigMapAsVolume>
    : FieldList<Field<"config_map_name", &kubernetes::ConfigMapAsVolume::config_map_name>,
                Field<"mount_path", &kubernetes::ConfigMapAsVolume::mount_path>,
                Field<"optional", &kubernetes::ConfigMapAsVolume::optional>,
                Field<"config_map_name_parameter", &kubernetes::ConfigMapAsVolume::config_map_name_parameter>> {};

template <>
struct Message<kubernetes::ConfigMapAsEnv>
    : FieldList<Field<"config_map_name", &kubernetes::ConfigMapAsEnv::config_map_name>,
                Field<"key_to_env", &kubernetes::ConfigMapAsEnv::key_to_env>,
                Field<"config_map_name_parameter", &kubernetes::ConfigMapAsEnv::config_map_name_parameter>,
                Field<"optional", &kubernetes::ConfigMapAsEnv::optional>> {};

template <>
struct Message<kubernetes::ConfigMapAsEnv::ConfigMapKeyToEnvMap>
    : FieldList<Field<"config_map_key", &kubernetes::ConfigMapAsEnv::ConfigMapKeyToEnvMap::config_map_key>,
                Field<"env_var", &kubernetes::ConfigMapAsEnv::ConfigMapKeyToEnvMap::env_var>> {};

template <>
struct Message<kubernetes::FieldPathAsEnv> : FieldList<Field<"name", &kubernetes::FieldPathAsEnv::name>,
                                                       Field<"field_path", &kubernetes::FieldPathAsEnv::field_path>> {};

template <>
struct Message<kubernetes::PvcMount>
    : FieldList<OneofField<"task_output_parameter", &kubernetes::PvcMount::pvc_reference,
                           kubernetes::InputParameterSpec::TaskOutputParameterSpec>,
                OneofField<"constant", &kubernetes::PvcMount::pvc_reference, kubernetes::PvcMount::Constant>,
                OneofField<"component_input_parameter", &kubernetes::PvcMount::pvc_reference,
                           kubernetes::InputParameterSpec::ComponentInputParameter>,
                Field<"mount_path", &kubernetes::PvcMount::mount_path>,
                Field<"pvc_name_parameter", &kubernetes::PvcMount::pvc_name_parameter>,
                Field<"sub_path", &kubernetes::PvcMount::sub_path>> {};

template <>
struct Message<kubernetes::TypedLocalObjectReference>
    : FieldList<Field<"api_group", &kubernetes::TypedLocalObjectReference::api_group>,
                Field<"kind", &kubernetes::TypedLocalObjectReference::kind>,
                Field<"name", &kubernetes::TypedLocalObjectReference::name>> {};

template <>
struct Message<kubernetes::CreatePvc>
    : FieldList<OneofField<"pvc_name", &kubernetes::CreatePvc::name, kubernetes::CreatePvc::PvcName>,
                OneofField<"pvc_name_suffix", &kubernetes::CreatePvc::name, kubernetes::CreatePvc::PvcNameSuffix>,
                Field<"access_modes", &kubernetes::CreatePvc::access_modes>,
                Field<"size", &kubernetes::CreatePvc::size>,
                Field<"default_storage_class", &kubernetes::CreatePvc::default_storage_class>,
                Field<"storage_class_name", &kubernetes::CreatePvc::storage_class_name>,
                Field<"volume_name", &kubernetes::CreatePvc::volume_name>,
                Field<"annotations", &kubernetes::CreatePvc::annotations>,
                Field<"data_source", &kubernetes::CreatePvc::data_source>> {};

template <>
struct Message<kubernetes::DeletePvc>
    : FieldList<OneofField<"task_output_parameter", &kubernetes::DeletePvc::pvc_reference,
                           kubernetes::InputParameterSpec::TaskOutputParameterSpec>,
                OneofField<"constant", &kubernetes::DeletePvc::pvc_reference, kubernetes::PvcMount::Constant>,
                OneofField<"component_input_parameter", &kubernetes::DeletePvc::pvc_reference,
                           kubernetes::InputParameterSpec::ComponentInputParameter>> {};

template <>
struct Message<kubernetes::NodeSelector>
    : FieldList<Field<"labels", &kubernetes::NodeSelector::labels>,
                Field<"node_selector_json", &kubernetes::NodeSelector::node_selector_json>> {};

template <>
struct Message<kubernetes::PodMetadata> : FieldList<Field<"labels", &kubernetes::PodMetadata::labels>,
                                                    Field<"annotations", &kubernetes::PodMetadata::annotations>> {};

template <>
struct Message<kubernetes::GenericEphemeralVolume>
    : FieldList<Field<"volume_name", &kubernetes::GenericEphemeralVolume::volume_name>,
                Field<"mount_path", &kubernetes::GenericEphemeralVolume::mount_path>,
                Field<"access_modes", &kubernetes::GenericEphemeralVolume::access_modes>,
                Field<"size", &kubernetes::GenericEphemeralVolume::size>,
                Field<"default_storage_class", &kubernetes::GenericEphemeralVolume::default_storage_class>,
                Field<"storage_class_name", &kubernetes::GenericEphemeralVolume::storage_class_name>,
                Field<"metadata", &kubernetes::GenericEphemeralVolume::metadata>> {};

template <>
struct Message<kubernetes::ImagePullSecret>
    : FieldList<Field<"secret_name", &kubernetes::ImagePullSecret::secret_name>,
                Field<"secret_name_parameter", &kubernetes::ImagePullSecret::secret_name_parameter>> {};

template <>
struct Message<kubernetes::Toleration>
    : FieldList<Field<"key", &kubernetes::Toleration::key>, Field<"operator", &kubernetes::Toleration::operator_>,
                Field<"value", &kubernetes::Toleration::value>, Field<"effect", &kubernetes::Toleration::effect>,
                Field<"toleration_seconds", &kubernetes::Toleration::toleration_seconds>,
                Field<"toleration_json", &kubernetes::Toleration::toleration_json>> {};

template <>
struct Message<kubernetes::SelectorRequirement>
    : FieldList<Field<"key", &kubernetes::SelectorRequirement::key>,
                Field<"operator", &kubernetes::SelectorRequirement::operator_>,
                Field<"values", &kubernetes::SelectorRequirement::values>> {};

template <>
struct Message<kubernetes::NodeAffinityTerm>
    : FieldList<Field<"match_expressions", &kubernetes::NodeAffinityTerm::match_expressions>,
                Field<"match_fields", &kubernetes::NodeAffinityTerm::match_fields>,
                Field<"weight", &kubernetes::NodeAffinityTerm::weight>,
                Field<"node_affinity_json", &kubernetes::NodeAffinityTerm::node_affinity_json>> {};

template <>
struct Message<kubernetes::PodAffinityTerm>
    : FieldList<Field<"match_pod_expressions", &kubernetes::PodAffinityTerm::match_pod_expressions>,
                Field<"match_pod_labels", &kubernetes::PodAffinityTerm::match_pod_labels>,
                Field<"topology_key", &kubernetes::PodAffinityTerm::topology_key>,
                Field<"namespaces", &kubernetes::PodAffinityTerm::namespaces>,
                Field<"match_namespace_expressions", &kubernetes::PodAffinityTerm::match_namespace_expressions>,
                Field<"match_namespace_labels", &kubernetes::PodAffinityTerm::match_namespace_labels>,
                Field<"weight", &kubernetes::PodAffinityTerm::weight>,
                Field<"anti", &kubernetes::PodAffinityTerm::anti>> {};

template <>
struct Message<kubernetes::EmptyDirMount> : FieldList<Field<"volume_name", &kubernetes::EmptyDirMount::volume_name>,
                                                      Field<"mount_path", &kubernetes::EmptyDirMount::mount_path>,
                                                      Field<"medium", &kubernetes::EmptyDirMount::medium>,
                                                      Field<"size_limit", &kubernetes::EmptyDirMount::size_limit>> {};

template <>
struct Message<kubernetes::SecurityContext>
    : FieldList<Field<"run_as_user", &kubernetes::SecurityContext::run_as_user>,
                Field<"run_as_group", &kubernetes::SecurityContext::run_as_group>,
                Field<"run_as_non_root", &kubernetes::SecurityContext::run_as_non_root>> {};

template <>
struct Message<kubernetes::InitContainer>
    : FieldList<Field<"name", &kubernetes::InitContainer::name>, Field<"image", &kubernetes::InitContainer::image>,
                Field<"command", &kubernetes::InitContainer::command>, Field<"args", &kubernetes::InitContainer::args>,
                Field<"env", &kubernetes::InitContainer::env>,
                Field<"volume_mounts", &kubernetes::InitContainer::volume_mounts>,
                Field<"restart_policy", &kubernetes::InitContainer::restart_policy>,
                Field<"resources", &kubernetes::InitContainer::resources>> {};

template <>
struct Message<kubernetes::InitContainer::EnvVar>
    : FieldList<Field<"name", &kubernetes::InitContainer::EnvVar::name>,
                Field<"value", &kubernetes::InitContainer::EnvVar::value>> {};

template <>
struct Message<kubernetes::InitContainer::VolumeMount>
    : FieldList<Field<"volume_name", &kubernetes::InitContainer::VolumeMount::volume_name>,
                Field<"mount_path", &kubernetes::InitContainer::VolumeMount::mount_path>> {};

template <>
struct Message<kubernetes::InitContainer::Resources>
    : FieldList<Field<"limits", &kubernetes::InitContainer::Resources::limits>,
                Field<"requests", &kubernetes::InitContainer::Resources::requests>> {};

template <>
struct Message<kubernetes::KubernetesExecutorConfig>
    : FieldList<Field<"secret_as_volume", &kubernetes::KubernetesExecutorConfig::secret_as_volume>,
                Field<"secret_as_env", &kubernetes::KubernetesExecutorConfig::secret_as_env>,
                Field<"pvc_mount", &kubernetes::KubernetesExecutorConfig::pvc_mount>,
                Field<"node_selector", &kubernetes::KubernetesExecutorConfig::node_selector>,
                Field<"pod_metadata", &kubernetes::KubernetesExecutorConfig::pod_metadata>,
                Field<"image_pull_secret", &kubernetes::KubernetesExecutorConfig::image_pull_secret>,
                Field<"image_pull_policy", &kubernetes::KubernetesExecutorConfig::image_pull_policy>,
                Field<"config_map_as_volume", &kubernetes::KubernetesExecutorConfig::config_map_as_volume>,
                Field<"config_map_as_env", &kubernetes::KubernetesExecutorConfig::config_map_as_env>,
                Field<"active_deadline_seconds", &kubernetes::KubernetesExecutorConfig::active_deadline_seconds>,
                Field<"field_path_as_env", &kubernetes::KubernetesExecutorConfig::field_path_as_env>,
                Field<"tolerations", &kubernetes::KubernetesExecutorConfig::tolerations>,
                Field<"generic_ephemeral_volume", &kubernetes::KubernetesExecutorConfig::generic_ephemeral_volume>,
                Field<"node_affinity", &kubernetes::KubernetesExecutorConfig::node_affinity>,
                Field<"pod_affinity", &kubernetes::KubernetesExecutorConfig::pod_affinity>,
                Field<"enabled_shared_memory", &kubernetes::KubernetesExecutorConfig::enabled_shared_memory>,
                Field<"empty_dir_mounts", &kubernetes::KubernetesExecutorConfig::empty_dir_mounts>,
                Field<"security_context", &kubernetes::KubernetesExecutorConfig::security_context>,
                Field<"init_containers", &kubernetes::KubernetesExecutorConfig::init_containers>> {};

/// All messages of kubernetes_executor_config.proto.
using AllKubernetesMessages =
    std::tuple<kubernetes::EnabledSharedMemory, kubernetes::SecretAsVolume, kubernetes::SecretAsEnv,
               kubernetes::SecretAsEnv::SecretKeyToEnvMap, kubernetes::ConfigMapAsVolume, kubernetes::ConfigMapAsEnv,
               kubernetes::ConfigMapAsEnv::ConfigMapKeyToEnvMap, kubernetes::FieldPathAsEnv, kubernetes::PvcMount,
               kubernetes::TypedLocalObjectReference, kubernetes::CreatePvc, kubernetes::DeletePvc,
               kubernetes::NodeSelector, kubernetes::PodMetadata, kubernetes::GenericEphemeralVolume,
               kubernetes::ImagePullSecret, kubernetes::Toleration, kubernetes::SelectorRequirement,
               kubernetes::NodeAffinityTerm, kubernetes::PodAffinityTerm, kubernetes::EmptyDirMount,
               kubernetes::SecurityContext, kubernetes::InitContainer, kubernetes::InitContainer::EnvVar,
               kubernetes::InitContainer::VolumeMount, kubernetes::InitContainer::Resources,
               kubernetes::KubernetesExecutorConfig>;

}  // namespace mlpipe::ir
