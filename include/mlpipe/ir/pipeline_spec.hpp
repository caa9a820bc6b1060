/// KFP's `pipeline_spec.proto` (schema 2.1.0), every message and field of it, as plain values.
///
/// How the proto is mapped, everywhere the same way:
/// - messages are structs of the same name, nested ones nested; fields keep the proto's names;
/// - a `oneof` is a `std::variant` under the oneof's own name, `std::monostate` first for "none is set". An alternative
///   that is a bare string in the proto gets a struct named after the field: `spec.kind =
///   ComponentInputParameter{"x"}`;
/// - a field that holds a message, and a scalar with explicit presence, is a `std::optional` or, where it is large and
///   rare, a `Box`; other scalars are plain members, absent from the text when they are zero;
/// - `google.protobuf.Value` and `Struct` are `mlpipe::Json`. Their numbers are doubles on the wire: an integer is kept
///   here as it is and written as `3.0`;
/// - two Structs have a content that the proto does not spell out and every backend expects; they have that type here:
///   `PipelineSpec::deployment_spec` and `PipelineJob::pipeline_spec`.
///
/// Fields that KFP calls deprecated are here as well: specs that use them can be read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mlpipe/ir/box.hpp"
#include "mlpipe/json.hpp"

namespace mlpipe::ir {

// ---- Types of Google's own protos ----

/// google.protobuf.Duration; in text `3600s`, `1.500s`.
struct Duration {
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;  ///< of the same sign as `seconds`
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// google.rpc.Status.
struct Status {
  std::int32_t code = 0;
  std::string message;
  std::vector<Json> details;
  friend bool operator==(const Status&, const Status&) = default;
};

// ---- Types and values ----

/// Deprecated in the proto, in favour of ParameterType.
struct PrimitiveType {
  enum class PrimitiveTypeEnum : std::uint8_t { PRIMITIVE_TYPE_UNSPECIFIED, INT, DOUBLE, STRING };
  using enum PrimitiveTypeEnum;
  friend bool operator==(const PrimitiveType&, const PrimitiveType&) = default;
};

/// What kind of value a parameter holds: `ParameterType::NUMBER_INTEGER`.
struct ParameterType {
  enum class ParameterTypeEnum : std::uint8_t {
    PARAMETER_TYPE_ENUM_UNSPECIFIED,
    NUMBER_DOUBLE,
    NUMBER_INTEGER,
    STRING,
    BOOLEAN,
    LIST,
    STRUCT,
    TASK_FINAL_STATUS,
    TASK_CONFIG
  };
  using enum ParameterTypeEnum;
  friend bool operator==(const ParameterType&, const ParameterType&) = default;
};

/// The old form of a value, of the deprecated fields.
struct Value {
  std::variant<std::monostate, std::int64_t, double, std::string> value;  ///< int_value, double_value, string_value
  friend bool operator==(const Value&, const Value&) = default;
};

struct ValueOrRuntimeParameter {
  struct RuntimeParameter {
    std::string value;
    friend bool operator==(const RuntimeParameter&, const RuntimeParameter&) = default;
  };
  /// constant_value (deprecated), runtime_parameter, constant
  std::variant<std::monostate, Value, RuntimeParameter, Json> value;
  friend bool operator==(const ValueOrRuntimeParameter&, const ValueOrRuntimeParameter&) = default;
};

/// The type of an artifact; in nearly all specs a title such as `system.Model`, and a version.
struct ArtifactTypeSchema {
  struct SchemaTitle {
    std::string value;
    friend bool operator==(const SchemaTitle&, const SchemaTitle&) = default;
  };
  struct SchemaUri {
    std::string value;
    friend bool operator==(const SchemaUri&, const SchemaUri&) = default;
  };
  struct InstanceSchema {
    std::string value;
    friend bool operator==(const InstanceSchema&, const InstanceSchema&) = default;
  };
  std::variant<std::monostate, SchemaTitle, SchemaUri, InstanceSchema> kind;
  std::string schema_version;
  friend bool operator==(const ArtifactTypeSchema&, const ArtifactTypeSchema&) = default;
};

// ---- The interface of a component ----

struct ComponentInputsSpec {
  struct ArtifactSpec {
    std::optional<ArtifactTypeSchema> artifact_type;
    bool is_artifact_list = false;
    bool is_optional = false;
    std::string description;
    friend bool operator==(const ArtifactSpec&, const ArtifactSpec&) = default;
  };
  struct ParameterSpec {
    PrimitiveType::PrimitiveTypeEnum type{};  ///< deprecated
    ParameterType::ParameterTypeEnum parameter_type{};
    bool is_optional = false;
    std::optional<Json> default_value;
    std::string description;
    std::vector<Json> literals;  ///< when not empty: the only values allowed
    friend bool operator==(const ParameterSpec&, const ParameterSpec&) = default;
  };
  std::map<std::string, ArtifactSpec> artifacts;
  std::map<std::string, ParameterSpec> parameters;
  friend bool operator==(const ComponentInputsSpec&, const ComponentInputsSpec&) = default;
};

struct ComponentOutputsSpec {
  struct ArtifactSpec {
    std::optional<ArtifactTypeSchema> artifact_type;
    std::map<std::string, ValueOrRuntimeParameter> properties;         ///< deprecated
    std::map<std::string, ValueOrRuntimeParameter> custom_properties;  ///< deprecated
    std::optional<Json> metadata;
    bool is_artifact_list = false;
    std::string description;
    friend bool operator==(const ArtifactSpec&, const ArtifactSpec&) = default;
  };
  struct ParameterSpec {
    PrimitiveType::PrimitiveTypeEnum type{};  ///< deprecated
    ParameterType::ParameterTypeEnum parameter_type{};
    std::string description;
    friend bool operator==(const ParameterSpec&, const ParameterSpec&) = default;
  };
  std::map<std::string, ArtifactSpec> artifacts;
  std::map<std::string, ParameterSpec> parameters;
  friend bool operator==(const ComponentOutputsSpec&, const ComponentOutputsSpec&) = default;
};

// ---- A task of a DAG ----

/// Where each input of a task comes from.
struct TaskInputsSpec {
  struct InputArtifactSpec {
    struct TaskOutputArtifactSpec {
      std::string producer_task;
      std::string output_artifact_key;
      friend bool operator==(const TaskOutputArtifactSpec&, const TaskOutputArtifactSpec&) = default;
    };
    struct ComponentInputArtifact {
      std::string value;
      friend bool operator==(const ComponentInputArtifact&, const ComponentInputArtifact&) = default;
    };
    /// task_output_artifact, component_input_artifact
    std::variant<std::monostate, TaskOutputArtifactSpec, ComponentInputArtifact> kind;
    friend bool operator==(const InputArtifactSpec&, const InputArtifactSpec&) = default;
  };

  struct InputParameterSpec {
    struct TaskOutputParameterSpec {
      std::string producer_task;
      std::string output_parameter_key;
      friend bool operator==(const TaskOutputParameterSpec&, const TaskOutputParameterSpec&) = default;
    };
    struct TaskFinalStatus {
      std::string producer_task;
      friend bool operator==(const TaskFinalStatus&, const TaskFinalStatus&) = default;
    };
    struct ComponentInputParameter {
      std::string value;
      friend bool operator==(const ComponentInputParameter&, const ComponentInputParameter&) = default;
    };
    /// task_output_parameter, runtime_value, component_input_parameter, task_final_status
    std::variant<std::monostate, TaskOutputParameterSpec, ValueOrRuntimeParameter, ComponentInputParameter,
                 TaskFinalStatus>
        kind;
    std::string parameter_expression_selector;  ///< CEL over the value found: `parseJson(string_value)["lr"]`
    friend bool operator==(const InputParameterSpec&, const InputParameterSpec&) = default;
  };

  std::map<std::string, InputParameterSpec> parameters;
  std::map<std::string, InputArtifactSpec> artifacts;
  friend bool operator==(const TaskInputsSpec&, const TaskInputsSpec&) = default;
};

/// In the proto, but no field of a pipeline's spec has this type.
struct TaskOutputsSpec {
  struct OutputArtifactSpec {
    std::optional<ArtifactTypeSchema> artifact_type;
    std::map<std::string, ValueOrRuntimeParameter> properties;
    std::map<std::string, ValueOrRuntimeParameter> custom_properties;
    friend bool operator==(const OutputArtifactSpec&, const OutputArtifactSpec&) = default;
  };
  struct OutputParameterSpec {
    PrimitiveType::PrimitiveTypeEnum type{};
    friend bool operator==(const OutputParameterSpec&, const OutputParameterSpec&) = default;
  };
  std::map<std::string, OutputParameterSpec> parameters;
  std::map<std::string, OutputArtifactSpec> artifacts;
  friend bool operator==(const TaskOutputsSpec&, const TaskOutputsSpec&) = default;
};

struct ArtifactIteratorSpec {
  struct ItemsSpec {
    std::string input_artifact;
    friend bool operator==(const ItemsSpec&, const ItemsSpec&) = default;
  };
  std::optional<ItemsSpec> items;
  std::string item_input;
  friend bool operator==(const ArtifactIteratorSpec&, const ArtifactIteratorSpec&) = default;
};

struct ParameterIteratorSpec {
  struct ItemsSpec {
    struct Raw {
      std::string value;  ///< a JSON array
      friend bool operator==(const Raw&, const Raw&) = default;
    };
    struct InputParameter {
      std::string value;
      friend bool operator==(const InputParameter&, const InputParameter&) = default;
    };
    std::variant<std::monostate, Raw, InputParameter> kind;
    friend bool operator==(const ItemsSpec&, const ItemsSpec&) = default;
  };
  std::optional<ItemsSpec> items;
  std::string item_input;
  friend bool operator==(const ParameterIteratorSpec&, const ParameterIteratorSpec&) = default;
};

struct ComponentRef {
  std::string name;
  friend bool operator==(const ComponentRef&, const ComponentRef&) = default;
};

struct PipelineTaskInfo {
  std::string name;  ///< what people see; the task's key in the DAG is its name for the other tasks
  friend bool operator==(const PipelineTaskInfo&, const PipelineTaskInfo&) = default;
};

/// `PipelineTaskSpec::CachingOptions`. It stands outside, as an `optional` beside it could not be emplaced on Clang 14,
/// which learns the defaults of nested members only at the end of the class around them.
struct TaskCachingOptions {
  bool enable_cache = false;
  std::string cache_key;
  friend bool operator==(const TaskCachingOptions&, const TaskCachingOptions&) = default;
};

/// There may be a hundred thousand of these: what few tasks have is in a Box.
struct PipelineTaskSpec {
  using CachingOptions = TaskCachingOptions;
  struct TriggerPolicy {
    enum class TriggerStrategy : std::uint8_t {
      TRIGGER_STRATEGY_UNSPECIFIED,
      ALL_UPSTREAM_TASKS_SUCCEEDED,
      ALL_UPSTREAM_TASKS_COMPLETED
    };
    using enum TriggerStrategy;
    std::string condition;  ///< CEL
    TriggerStrategy strategy{};
    friend bool operator==(const TriggerPolicy&, const TriggerPolicy&) = default;
  };
  struct RetryPolicy {
    std::int32_t max_retry_count = 0;
    std::optional<Duration> backoff_duration;
    double backoff_factor = 0;
    std::optional<Duration> backoff_max_duration;
    friend bool operator==(const RetryPolicy&, const RetryPolicy&) = default;
  };
  struct IteratorPolicy {
    std::int32_t parallelism_limit = 0;  ///< 0: no limit
    friend bool operator==(const IteratorPolicy&, const IteratorPolicy&) = default;
  };

  std::optional<PipelineTaskInfo> task_info;
  std::optional<TaskInputsSpec> inputs;
  std::vector<std::string> dependent_tasks;
  std::optional<CachingOptions> caching_options;
  std::optional<ComponentRef> component_ref;
  Box<TriggerPolicy> trigger_policy;
  /// artifact_iterator, parameter_iterator
  std::variant<std::monostate, Box<ArtifactIteratorSpec>, Box<ParameterIteratorSpec>> iterator;
  Box<RetryPolicy> retry_policy;
  Box<IteratorPolicy> iterator_policy;
  friend bool operator==(const PipelineTaskSpec&, const PipelineTaskSpec&) = default;
};

// ---- DAGs and components ----

/// Which subtasks' outputs a DAG gives as its own.
struct DagOutputsSpec {
  struct ArtifactSelectorSpec {
    std::string producer_subtask;
    std::string output_artifact_key;
    friend bool operator==(const ArtifactSelectorSpec&, const ArtifactSelectorSpec&) = default;
  };
  struct DagOutputArtifactSpec {
    std::vector<ArtifactSelectorSpec> artifact_selectors;  ///< several: the first that ran
    friend bool operator==(const DagOutputArtifactSpec&, const DagOutputArtifactSpec&) = default;
  };
  struct ParameterSelectorSpec {
    std::string producer_subtask;
    std::string output_parameter_key;
    friend bool operator==(const ParameterSelectorSpec&, const ParameterSelectorSpec&) = default;
  };
  struct ParameterSelectorsSpec {
    std::vector<ParameterSelectorSpec> parameter_selectors;
    friend bool operator==(const ParameterSelectorsSpec&, const ParameterSelectorsSpec&) = default;
  };
  /// In the proto, but no field has this type.
  struct MapParameterSelectorsSpec {
    std::map<std::string, ParameterSelectorSpec> mapped_parameters;
    friend bool operator==(const MapParameterSelectorsSpec&, const MapParameterSelectorsSpec&) = default;
  };
  struct DagOutputParameterSpec {
    /// value_from_parameter, value_from_oneof
    std::variant<std::monostate, ParameterSelectorSpec, ParameterSelectorsSpec> kind;
    friend bool operator==(const DagOutputParameterSpec&, const DagOutputParameterSpec&) = default;
  };
  std::map<std::string, DagOutputArtifactSpec> artifacts;
  std::map<std::string, DagOutputParameterSpec> parameters;
  friend bool operator==(const DagOutputsSpec&, const DagOutputsSpec&) = default;
};

struct DagSpec {
  std::map<std::string, PipelineTaskSpec> tasks;
  std::optional<DagOutputsSpec> outputs;
  friend bool operator==(const DagSpec&, const DagSpec&) = default;
};

struct KubernetesWorkspaceConfig {
  std::optional<Json> pvc_spec_patch;
  friend bool operator==(const KubernetesWorkspaceConfig&, const KubernetesWorkspaceConfig&) = default;
};

struct WorkspaceConfig {
  std::string size;
  std::optional<KubernetesWorkspaceConfig> kubernetes;
  friend bool operator==(const WorkspaceConfig&, const WorkspaceConfig&) = default;
};

struct PipelineConfig {
  std::int32_t resource_ttl_on_completion = 0;
  std::optional<WorkspaceConfig> workspace;
  std::int32_t resource_ttl_on_success = 0;
  std::int32_t resource_ttl_on_failure = 0;
  std::int32_t active_deadline_seconds = 0;
  friend bool operator==(const PipelineConfig&, const PipelineConfig&) = default;
};

struct PlatformDeploymentConfig {
  std::map<std::string, Json> executors;  ///< by executor label: what the platform's own proto says
  friend bool operator==(const PlatformDeploymentConfig&, const PlatformDeploymentConfig&) = default;
};

struct SinglePlatformSpec {
  std::optional<PlatformDeploymentConfig> deployment_spec;
  std::string platform;
  std::optional<Json> config;
  std::optional<PipelineConfig> pipelineConfig;  // the proto spells this one so
  friend bool operator==(const SinglePlatformSpec&, const SinglePlatformSpec&) = default;
};

/// The second document of a spec: what belongs to one platform, by its name (`kubernetes`).
struct PlatformSpec {
  std::map<std::string, SinglePlatformSpec> platforms;
  friend bool operator==(const PlatformSpec&, const PlatformSpec&) = default;
};

struct TaskConfigPassthroughType {
  enum class TaskConfigPassthroughTypeEnum : std::uint8_t {
    NONE,
    RESOURCES,
    ENV,
    KUBERNETES_AFFINITY,
    KUBERNETES_TOLERATIONS,
    KUBERNETES_NODE_SELECTOR,
    KUBERNETES_VOLUMES
  };
  using enum TaskConfigPassthroughTypeEnum;
  friend bool operator==(const TaskConfigPassthroughType&, const TaskConfigPassthroughType&) = default;
};

struct TaskConfigPassthrough {
  TaskConfigPassthroughType::TaskConfigPassthroughTypeEnum field{};
  bool apply_to_task = false;
  friend bool operator==(const TaskConfigPassthrough&, const TaskConfigPassthrough&) = default;
};

struct ComponentSpec {
  struct ExecutorLabel {
    std::string value;
    friend bool operator==(const ExecutorLabel&, const ExecutorLabel&) = default;
  };
  std::optional<ComponentInputsSpec> input_definitions;
  std::optional<ComponentOutputsSpec> output_definitions;
  std::variant<std::monostate, DagSpec, ExecutorLabel> implementation;  ///< dag, executor_label
  std::vector<SinglePlatformSpec> single_platform_specs;
  std::vector<TaskConfigPassthrough> task_config_passthroughs;
  friend bool operator==(const ComponentSpec&, const ComponentSpec&) = default;
};

// ---- Executors ----

struct PipelineDeploymentConfig {
  struct PipelineContainerSpec {
    struct Lifecycle {
      struct Exec {
        std::vector<std::string> command;
        std::vector<std::string> args;
        friend bool operator==(const Exec&, const Exec&) = default;
      };
      std::optional<Exec> pre_cache_check;
      friend bool operator==(const Lifecycle&, const Lifecycle&) = default;
    };
    struct ResourceSpec {
      struct AcceleratorConfig {
        std::string type;        ///< deprecated
        std::int64_t count = 0;  ///< deprecated
        std::string resource_type;
        std::string resource_count;
        friend bool operator==(const AcceleratorConfig&, const AcceleratorConfig&) = default;
      };
      double cpu_limit = 0;       ///< deprecated
      double memory_limit = 0;    ///< deprecated, in units of 1e9 bytes
      double cpu_request = 0;     ///< deprecated
      double memory_request = 0;  ///< deprecated, in units of 1e9 bytes
      std::string resource_cpu_limit;
      std::string resource_memory_limit;
      std::string resource_cpu_request;
      std::string resource_memory_request;
      Box<AcceleratorConfig> accelerator;
      friend bool operator==(const ResourceSpec&, const ResourceSpec&) = default;
    };
    struct EnvVar {
      std::string name;
      std::string value;
      friend bool operator==(const EnvVar&, const EnvVar&) = default;
    };
    std::string image;
    std::vector<std::string> command;
    std::vector<std::string> args;
    Box<Lifecycle> lifecycle;
    Box<ResourceSpec> resources;
    std::vector<EnvVar> env;
    friend bool operator==(const PipelineContainerSpec&, const PipelineContainerSpec&) = default;
  };

  struct ImporterSpec {
    std::optional<ValueOrRuntimeParameter> artifact_uri;
    std::optional<ArtifactTypeSchema> type_schema;
    std::map<std::string, ValueOrRuntimeParameter> properties;         ///< deprecated
    std::map<std::string, ValueOrRuntimeParameter> custom_properties;  ///< deprecated
    bool reimport = false;
    std::optional<Json> metadata;
    bool download_to_workspace = false;
    friend bool operator==(const ImporterSpec&, const ImporterSpec&) = default;
  };

  struct ResolverSpec {
    struct ArtifactQuerySpec {
      std::string filter;
      std::int32_t limit = 0;
      friend bool operator==(const ArtifactQuerySpec&, const ArtifactQuerySpec&) = default;
    };
    std::map<std::string, ArtifactQuerySpec> output_artifact_queries;
    friend bool operator==(const ResolverSpec&, const ResolverSpec&) = default;
  };

  /// Deprecated in the proto.
  struct AIPlatformCustomJobSpec {
    std::optional<Json> custom_job;
    friend bool operator==(const AIPlatformCustomJobSpec&, const AIPlatformCustomJobSpec&) = default;
  };

  struct ExecutorSpec {
    /// container, importer, resolver, custom_job (deprecated)
    std::variant<std::monostate, PipelineContainerSpec, Box<ImporterSpec>, Box<ResolverSpec>,
                 Box<AIPlatformCustomJobSpec>>
        spec;
    friend bool operator==(const ExecutorSpec&, const ExecutorSpec&) = default;
  };

  std::map<std::string, ExecutorSpec> executors;  ///< by label
  friend bool operator==(const PipelineDeploymentConfig&, const PipelineDeploymentConfig&) = default;
};

// ---- The pipeline, and a run of it ----

struct PipelineInfo {
  std::string name;
  std::string display_name;
  std::string description;
  friend bool operator==(const PipelineInfo&, const PipelineInfo&) = default;
};

/// A pipeline: what `compile` gives and every backend takes.
struct PipelineSpec {
  /// In the proto, but no field has this type.
  struct RuntimeParameter {
    PrimitiveType::PrimitiveTypeEnum type{};
    std::optional<Value> default_value;
    friend bool operator==(const RuntimeParameter&, const RuntimeParameter&) = default;
  };
  std::optional<PipelineInfo> pipeline_info;
  std::optional<PipelineDeploymentConfig> deployment_spec;  ///< a Struct in the proto
  std::string sdk_version;
  std::string schema_version;
  std::map<std::string, ComponentSpec> components;
  std::optional<ComponentSpec> root;
  std::string default_pipeline_root;
  friend bool operator==(const PipelineSpec&, const PipelineSpec&) = default;
};

/// What travels together: the pipeline and, where something in it belongs to a platform, the second document.
struct PipelineDocuments {
  PipelineSpec pipeline;
  std::optional<PlatformSpec> platform;
  friend bool operator==(const PipelineDocuments&, const PipelineDocuments&) = default;
};

struct PipelineJob {
  struct RuntimeConfig {
    std::map<std::string, Value> parameters;  ///< deprecated
    std::string gcs_output_directory;
    std::map<std::string, Json> parameter_values;
    friend bool operator==(const RuntimeConfig&, const RuntimeConfig&) = default;
  };
  std::string name;
  std::string display_name;
  Box<PipelineSpec> pipeline_spec;  ///< a Struct in the proto
  std::map<std::string, std::string> labels;
  std::optional<RuntimeConfig> runtime_config;
  friend bool operator==(const PipelineJob&, const PipelineJob&) = default;
};

// ---- What a step's process reads and writes ----

struct RuntimeArtifact {
  std::string name;
  std::optional<ArtifactTypeSchema> type;
  std::string uri;
  std::map<std::string, Value> properties;         ///< deprecated
  std::map<std::string, Value> custom_properties;  ///< deprecated
  std::optional<Json> metadata;
  std::optional<std::string> custom_path;
  friend bool operator==(const RuntimeArtifact&, const RuntimeArtifact&) = default;
};

struct ArtifactList {
  std::vector<RuntimeArtifact> artifacts;
  friend bool operator==(const ArtifactList&, const ArtifactList&) = default;
};

struct ExecutorInput {
  struct Inputs {
    std::map<std::string, Value> parameters;  ///< deprecated
    std::map<std::string, ArtifactList> artifacts;
    std::map<std::string, Json> parameter_values;
    friend bool operator==(const Inputs&, const Inputs&) = default;
  };
  struct OutputParameter {
    std::string output_file;
    friend bool operator==(const OutputParameter&, const OutputParameter&) = default;
  };
  struct Outputs {
    std::map<std::string, OutputParameter> parameters;
    std::map<std::string, ArtifactList> artifacts;
    std::string output_file;
    friend bool operator==(const Outputs&, const Outputs&) = default;
  };
  std::optional<Inputs> inputs;
  std::optional<Outputs> outputs;
  friend bool operator==(const ExecutorInput&, const ExecutorInput&) = default;
};

struct ExecutorOutput {
  std::map<std::string, Value> parameters;  ///< deprecated
  std::map<std::string, ArtifactList> artifacts;
  std::map<std::string, Json> parameter_values;
  friend bool operator==(const ExecutorOutput&, const ExecutorOutput&) = default;
};

struct PipelineTaskFinalStatus {
  std::string state;
  std::optional<Status> error;
  std::int64_t pipeline_job_uuid = 0;  ///< deprecated
  std::string pipeline_job_name;       ///< deprecated
  std::string pipeline_job_resource_name;
  std::string pipeline_task_name;
  friend bool operator==(const PipelineTaskFinalStatus&, const PipelineTaskFinalStatus&) = default;
};

struct PipelineStateEnum {
  enum class PipelineTaskState : std::uint8_t {
    TASK_STATE_UNSPECIFIED,
    PENDING,
    RUNNING_DRIVER,
    DRIVER_SUCCEEDED,
    RUNNING_EXECUTOR,
    SUCCEEDED,
    CANCEL_PENDING,
    CANCELLING,
    CANCELLED,
    FAILED,
    SKIPPED,
    QUEUED,
    NOT_TRIGGERED,
    UNSCHEDULABLE
  };
  using enum PipelineTaskState;
  friend bool operator==(const PipelineStateEnum&, const PipelineStateEnum&) = default;
};

}  // namespace mlpipe::ir
