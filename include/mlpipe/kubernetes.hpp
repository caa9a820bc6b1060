/// What tasks tell Kubernetes: `p.add(Train{...}, {.platform = {kubernetes::Options{...}}})`. Claims on volumes are
/// made and deleted by tasks of their own: CreatePvc, DeletePvc.
///
///     const auto claim = p.add(kubernetes::CreatePvc{.access_modes = {"ReadWriteOnce"}, .size = "5Gi",
///                                                    .pvc_name_suffix = "-data"});
///     p.add(Train{}, {.platform = {kubernetes::Options{
///                         .secrets_as_env = {{.secret_name = "store", .keys = {{"password", "PASSWORD"}}}},
///                         .pvc_mounts = {{.pvc_name = claim.name, .mount_path = "/data"}},
///                         .tolerations = {{.key = "gpu", .op = kubernetes::TolerationOperator::Exists}}}}});
///
/// A `Setting` takes a constant or a value of the pipeline: an input, or a task's output, which the task then waits
/// for. It need be no input of the component. All else is constant, as Kubeflow Pipelines has no place for values
/// there. What Kubernetes would refuse when the step's pod is made is a diagnostic when the pipeline is compiled.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mlpipe/dsl/component.hpp"
#include "mlpipe/dsl/container.hpp"
#include "mlpipe/dsl/seconds.hpp"
#include "mlpipe/dsl/task_options.hpp"

namespace mlpipe::kubernetes {

/// Labels or annotations, by key: `{{"team", "vision"}}`.
using Labels = std::map<std::string, std::string>;

// ---- Environment ----

/// A key of a secret or config map, and the environment variable that tells its value: `{"password", "DB_PASSWORD"}`.
struct KeyToEnv {
  std::string key;
  std::string env_var;
};

/// Environment variables from keys of a secret.
struct SecretAsEnv {
  Setting<std::string> secret_name;
  std::vector<KeyToEnv> keys = {};
  bool optional = false;  ///< run also where there is no such secret
};

/// Environment variables from keys of a config map.
struct ConfigMapAsEnv {
  Setting<std::string> config_map_name;
  std::vector<KeyToEnv> keys = {};
  bool optional = false;  ///< run also where there is no such config map
};

/// An environment variable that tells a field of the step's pod: `{"POD", "metadata.name"}`.
struct FieldPathAsEnv {
  std::string env_var;
  std::string field_path;
};

// ---- Volumes ----

/// A secret as a folder with a file for each key.
struct SecretAsVolume {
  Setting<std::string> secret_name;
  std::string mount_path;
  bool optional = false;  ///< run also where there is no such secret
};

/// A config map as a folder with a file for each key.
struct ConfigMapAsVolume {
  Setting<std::string> config_map_name;
  std::string mount_path;
  bool optional = false;  ///< run also where there is no such config map
};

/// A persistent volume, by the name of the claim on it: one that is there, or CreatePvc's output.
struct PvcMount {
  Setting<std::string> pvc_name;
  std::string mount_path;
  std::string sub_path = {};  ///< within the volume; default: all of it
};

enum class AccessMode : std::uint8_t { ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod };

/// A volume that is made for the step and deleted with its pod.
struct EphemeralVolume {
  std::string name;
  std::string mount_path;
  std::vector<AccessMode> access_modes = {AccessMode::ReadWriteOnce};
  std::string size = {};                          ///< "5Gi"
  std::optional<std::string> storage_class = {};  ///< unset: the cluster's default
  Labels labels = {};                             ///< of the claim
  Labels annotations = {};                        ///< of the claim
};

/// A folder that is empty when the step starts and gone with its pod.
struct EmptyDir {
  std::string name;
  std::string mount_path;
  std::string medium = {};      ///< "Memory", "HugePages-2Mi"; default: the node's disk
  std::string size_limit = {};  ///< "1Gi"; default: none
};

/// More of /dev/shm than the 64 MiB that containers have.
struct SharedMemory {
  std::string volume_name = {};
  std::string size = {};  ///< "2Gi"
};

// ---- Where the pod runs ----

/// Which labels the node has: all of `labels`, and those of `json`, an object of strings.
struct NodeSelector {
  Labels labels = {};
  Setting<Json> json = {};
};

enum class SelectorOperator : std::uint8_t { In, NotIn, Exists, DoesNotExist, Gt, Lt };

/// What a label is to be: `{"zone", SelectorOperator::In, {"a", "b"}}`.
struct SelectorRequirement {
  std::string key;
  SelectorOperator op = SelectorOperator::In;
  std::vector<std::string> values = {};
};

/// What the node is to match: all of one term, of several terms one. `json` instead of the others is an object as
/// Kubernetes' own `nodeAffinity`.
struct NodeAffinity {
  std::vector<SelectorRequirement> match_expressions = {};  ///< its labels
  std::vector<SelectorRequirement> match_fields = {};       ///< its fields: `metadata.name`
  std::optional<int> weight = {};                           ///< 1 to 100: preferred; unset: required
  Setting<Json> json = {};
};

/// Which pods the node, or another place that `topology_key` says, is to hold, or with `anti` not to hold.
struct PodAffinity {
  std::vector<SelectorRequirement> match_pod_expressions = {};
  Labels match_pod_labels = {};
  std::string topology_key = {};             ///< "kubernetes.io/hostname"
  std::vector<std::string> namespaces = {};  ///< of the pods; default: the step's own
  std::vector<SelectorRequirement> match_namespace_expressions = {};
  Labels match_namespace_labels = {};
  std::optional<int> weight = {};  ///< 1 to 100: preferred; unset: required
  bool anti = false;
};

enum class TolerationOperator : std::uint8_t { Equal, Exists };
enum class TaintEffect : std::uint8_t { NoSchedule, PreferNoSchedule, NoExecute };

/// Taints of nodes that the pod bears. `json` or `json_list` instead of the others: one as Kubernetes writes it, or a
/// list of such.
struct Toleration {
  std::string key = {};                       ///< empty, with `Exists`: all
  std::optional<TolerationOperator> op = {};  ///< unset: Equal
  std::string value = {};
  std::optional<TaintEffect> effect = {};  ///< unset: all
  Seconds seconds = {};                    ///< of NoExecute, for how long; unset: for ever
  Setting<Json> json = {};
  Setting<std::vector<Json>> json_list = {};
};

// ---- The pod and its containers ----

enum class ImagePullPolicy : std::uint8_t { Always, IfNotPresent, Never };

/// As whom the step runs. Where administrators have said so, theirs counts.
struct SecurityContext {
  std::optional<std::int64_t> run_as_user = {};
  std::optional<std::int64_t> run_as_group = {};
  std::optional<bool> run_as_non_root = {};
};

enum class RestartPolicy : std::uint8_t { Always };

/// `{"A", "1"}`.
struct ContainerVariable {
  std::string name;
  std::string value;
};

/// A volume of the pod, by the name that another option gives it.
struct VolumeMount {
  std::string volume_name;
  std::string mount_path;
};

/// Amounts by resource: `{{"cpu", "500m"}, {"memory", "1Gi"}}`.
struct ContainerResources {
  Labels limits = {};
  Labels requests = {};
};

/// A container that runs before the step's, or with `RestartPolicy::Always` beside it. Kubeflow Pipelines 2.17 refuses
/// it; its successor takes it.
struct InitContainer {
  std::string name;
  std::string image;
  std::vector<std::string> command = {};
  std::vector<std::string> args = {};
  std::vector<ContainerVariable> env = {};
  std::vector<VolumeMount> volume_mounts = {};
  std::optional<RestartPolicy> restart_policy = {};
  ContainerResources resources = {};
};

/// What a task tells Kubernetes, in this order. Given several times for one task, lists are appended, maps merged, and
/// of single settings the last counts.
struct Options {
  std::vector<SecretAsEnv> secrets_as_env = {};
  std::vector<SecretAsVolume> secrets_as_volumes = {};
  std::vector<ConfigMapAsEnv> config_maps_as_env = {};
  std::vector<ConfigMapAsVolume> config_maps_as_volumes = {};
  std::vector<FieldPathAsEnv> field_paths_as_env = {};
  std::vector<PvcMount> pvc_mounts = {};
  std::vector<EphemeralVolume> ephemeral_volumes = {};
  std::vector<EmptyDir> empty_dirs = {};
  SharedMemory shared_memory = {};
  NodeSelector node_selector = {};
  std::vector<NodeAffinity> node_affinity = {};
  std::vector<PodAffinity> pod_affinity = {};
  std::vector<Toleration> tolerations = {};
  Labels labels = {};       ///< of the pod
  Labels annotations = {};  ///< of the pod
  std::optional<ImagePullPolicy> image_pull_policy = {};
  std::vector<Setting<std::string>> image_pull_secrets = {};
  SecurityContext security_context = {};
  Seconds timeout = {};  ///< after which the pod is ended; 0 is none
  std::vector<InitContainer> init_containers = {};
  /// A KubernetesExecutorConfig of KFP's as proto-JSON, merged into the above; its fields are checked.
  Json raw = {};

  /// As TaskOptions::platform has it.
  operator PlatformOption() const;  // NOLINT(google-explicit-constructor): `.platform = {kubernetes::Options{...}}`
};

// ---- Claims ----

/// Makes a claim on a persistent volume when the run comes to it; the backend does so itself, no container is started.
struct CreatePvc {
  In<std::vector<std::string>> access_modes;  ///< "ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"
  In<std::string> size;                       ///< "5Gi"
  In<std::optional<std::string>> pvc_name = {};         ///< the name, or
  In<std::optional<std::string>> pvc_name_suffix = {};  ///< what follows the name of the run's workflow in it
  /// Unset: the cluster's default; "": none, for a persistent volume that is there already.
  In<std::optional<std::string>> storage_class_name = {};
  In<std::optional<std::string>> volume_name = {};  ///< of a persistent volume that is there already
  In<std::optional<std::map<std::string, std::string>>> annotations = {};
  /// Of what it is a copy: `apiGroup`, `kind`, `name`.
  In<std::optional<std::map<std::string, std::string>>> data_source = {};
  struct Outputs {
    Out<std::string> name;  ///< of the claim
  };
  static constexpr Component component{.name = "createpvc"};
  ContainerSpec container(const Outputs&) const;
};

/// Deletes a claim when the run comes to it.
struct DeletePvc {
  In<std::string> pvc_name;
  static constexpr Component component{.name = "deletepvc"};
  ContainerSpec container() const;
};

}  // namespace mlpipe::kubernetes
