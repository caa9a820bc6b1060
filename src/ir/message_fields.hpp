// The fields of every message of mlpipe/ir/pipeline_spec.hpp: the one list that writers, readers and the test against
// KFP's descriptor share. Names of messages and enumerators come from the compiler, names of fields are written here.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::ir {

// ---- Names ----

/// A string as a template argument.
template <std::size_t Size>
struct FieldName {
  char text[Size]{};
  consteval FieldName(const char (&literal)[Size]) { std::copy_n(literal, Size, text); }
  constexpr std::string_view view() const { return {text, Size - 1}; }
};

/// A proto field's name in proto-JSON: `task_info` is `taskInfo`.
template <FieldName Name>
struct JsonName {
  static constexpr auto compute() {
    std::pair<std::array<char, sizeof(Name.text)>, std::size_t> result{};
    bool upper = false;
    for (const char c : Name.view()) {
      if (c == '_') {
        upper = true;
      } else {
        result.first[result.second++] = upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
      }
    }
    return result;
  }
  static constexpr auto storage = compute();
  static constexpr std::string_view value{storage.first.data(), storage.second};
};

namespace detail {

template <class T>
constexpr std::string_view signature_of_type() {
  return __PRETTY_FUNCTION__;
}
template <auto Value>
constexpr std::string_view signature_of_value() {
  return __PRETTY_FUNCTION__;
}

/// What stands behind the last `marker` up to the end of the name. Both compilers end with `X]` or `X; std::...]`.
constexpr std::string_view after(std::string_view signature, std::string_view marker) {
  signature.remove_prefix(signature.find(marker) + marker.size());
  return signature.substr(0, signature.find_first_of(";]"));
}

}  // namespace detail

/// `mlpipe::ir::PipelineTaskSpec::RetryPolicy` as the compiler writes it.
template <class T>
constexpr std::string_view type_name = detail::after(detail::signature_of_type<T>(), "T = ");
/// It stands outside of what it belongs to for a compiler's sake only.
template <>
inline constexpr std::string_view type_name<TaskCachingOptions> = "mlpipe::ir::PipelineTaskSpec::CachingOptions";

/// The name of an enumerator; empty where the enumeration has no such value.
template <auto Value>
constexpr std::string_view enumerator_name = [] {
  const std::string_view name = detail::after(detail::signature_of_value<Value>(), "Value = ");
  const bool cast = name.starts_with('(');
  return cast ? std::string_view() : name.substr(name.rfind(':') + 1);
}();

/// The names of an enumeration's values 0, 1, 2, ...; those of the proto have no gaps.
template <class Enum>
constexpr auto enumerator_names = [] {
  constexpr std::size_t limit = 32;
  return []<std::size_t... I>(std::index_sequence<I...>) {
    constexpr std::array<std::string_view, limit> all{enumerator_name<static_cast<Enum>(I)>...};
    constexpr auto size = static_cast<std::size_t>(std::find(all.begin(), all.end(), std::string_view()) - all.begin());
    std::array<std::string_view, size> names{};
    std::copy_n(all.begin(), size, names.begin());
    return names;
  }
  (std::make_index_sequence<limit>());
}();

// ---- Fields ----

template <class M>
struct Message;
template <class M>
concept IsMessage = requires {
  typename Message<M>::Fields;
};

namespace detail {

template <class T>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;
template <class T>
constexpr bool is_optional<Box<T>> = true;
template <class T>
constexpr bool is_repeated = false;
template <class T>
constexpr bool is_repeated<std::vector<T>> = true;
template <class T>
constexpr bool is_map = false;
template <class T>
constexpr bool is_map<std::map<std::string, T>> = true;

/// The value that a member holds, or nullptr where the text leaves it out.
template <class T>
auto present(const T& member) {
  if constexpr (is_optional<T>) {
    return member.has_value() ? &*member : nullptr;
  } else if constexpr (is_repeated<T> || is_map<T> || std::same_as<T, std::string>) {
    return member.empty() ? nullptr : &member;
  } else if constexpr (std::same_as<T, double>) {
    return member == 0 && !std::signbit(member) ? nullptr : &member;
  } else {
    return member == T{} ? nullptr : &member;
  }
}

template <class>
struct MemberOf;
template <class M, class T>
struct MemberOf<T M::*> {
  using message = M;
  using type = T;
};

}  // namespace detail

/// A field that is a member of its own.
template <FieldName Name, auto Member>
struct Field {
  using M = typename detail::MemberOf<decltype(Member)>::message;
  static constexpr std::string_view name = Name.view();
  static constexpr std::string_view json_name = JsonName<Name>::value;
  static constexpr bool in_struct = false;  ///< whether the proto has a Struct where we have a type
  static constexpr bool in_oneof = false;
  static constexpr auto member = Member;
  /// The value to write, or nullptr.
  static auto get(const M& message) { return detail::present(message.*Member); }
};

/// A field whose content the proto leaves to a google.protobuf.Struct: all of its numbers are doubles.
template <FieldName Name, auto Member>
struct StructField : Field<Name, Member> {
  static constexpr bool in_struct = true;
};

/// A field that is one alternative of a oneof.
template <FieldName Name, auto Member, class Alternative>
struct OneofField {
  using M = typename detail::MemberOf<decltype(Member)>::message;
  static constexpr std::string_view name = Name.view();
  static constexpr std::string_view json_name = JsonName<Name>::value;
  static constexpr bool in_struct = false;
  static constexpr bool in_oneof = true;
  static constexpr auto member = Member;
  using Given = Alternative;
  static auto get(const M& message) { return content(std::get_if<Alternative>(&(message.*Member))); }

 private:
  template <class A>
  static const auto* content(const A* alternative) {
    if constexpr (detail::is_optional<A>) {
      using T = std::remove_cvref_t<decltype(**alternative)>;
      static const T empty{};
      return !alternative ? nullptr : alternative->has_value() ? &**alternative : &empty;
    } else if constexpr (!IsMessage<A> && requires { alternative->value; }) {
      return alternative ? &alternative->value : nullptr;  // the struct that names a bare string
    } else {
      return alternative;
    }
  }
};

/// What Message<M> derives from.
template <class... F>
struct FieldList {
  using Fields = std::tuple<F...>;
  static constexpr std::size_t size = sizeof...(F);

  /// Positions of the fields, ordered by their names in JSON.
  static constexpr auto by_json_name = [] {
    constexpr std::array<std::string_view, size> names{F::json_name...};
    std::array<std::size_t, size> order{};
    for (std::size_t i = 0; i < size; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    return order;
  }();
};

/// Calls `visit.template operator()<F>()` for each field of M, in the proto's order.
template <IsMessage M, class Visit>
void for_each_field(Visit&& visit) {
  using Fields = typename Message<M>::Fields;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit.template operator()<std::tuple_element_t<I, Fields>>(), ...);
  }
  (std::make_index_sequence<Message<M>::size>());
}

/// The same in the order of the names in JSON.
template <IsMessage M, class Visit>
void for_each_field_sorted(Visit&& visit) {
  using Fields = typename Message<M>::Fields;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit.template operator()<std::tuple_element_t<Message<M>::by_json_name[I], Fields>>(), ...);
  }
  (std::make_index_sequence<Message<M>::size>());
}

// ---- The messages ----

// google.rpc.Status

template <>
struct Message<Status>
    : FieldList<Field<"code", &Status::code>, Field<"message", &Status::message>, Field<"details", &Status::details>> {
};

template <>
struct Message<PipelineJob>
    : FieldList<Field<"name", &PipelineJob::name>, Field<"display_name", &PipelineJob::display_name>,
                StructField<"pipeline_spec", &PipelineJob::pipeline_spec>, Field<"labels", &PipelineJob::labels>,
                Field<"runtime_config", &PipelineJob::runtime_config>> {};

template <>
struct Message<PipelineJob::RuntimeConfig>
    : FieldList<Field<"parameters", &PipelineJob::RuntimeConfig::parameters>,
                Field<"gcs_output_directory", &PipelineJob::RuntimeConfig::gcs_output_directory>,
                Field<"parameter_values", &PipelineJob::RuntimeConfig::parameter_values>> {};

template <>
struct Message<PipelineSpec>
    : FieldList<Field<"pipeline_info", &PipelineSpec::pipeline_info>,
                StructField<"deployment_spec", &PipelineSpec::deployment_spec>,
                Field<"sdk_version", &PipelineSpec::sdk_version>,
                Field<"schema_version", &PipelineSpec::schema_version>, Field<"components", &PipelineSpec::components>,
                Field<"root", &PipelineSpec::root>,
                Field<"default_pipeline_root", &PipelineSpec::default_pipeline_root>> {};

template <>
struct Message<PipelineSpec::RuntimeParameter>
    : FieldList<Field<"type", &PipelineSpec::RuntimeParameter::type>,
                Field<"default_value", &PipelineSpec::RuntimeParameter::default_value>> {};

template <>
struct Message<ComponentSpec>
    : FieldList<Field<"input_definitions", &ComponentSpec::input_definitions>,
                Field<"output_definitions", &ComponentSpec::output_definitions>,
                OneofField<"dag", &ComponentSpec::implementation, DagSpec>,
                OneofField<"executor_label", &ComponentSpec::implementation, ComponentSpec::ExecutorLabel>,
                Field<"single_platform_specs", &ComponentSpec::single_platform_specs>,
                Field<"task_config_passthroughs", &ComponentSpec::task_config_passthroughs>> {};

template <>
struct Message<DagSpec> : FieldList<Field<"tasks", &DagSpec::tasks>, Field<"outputs", &DagSpec::outputs>> {};

template <>
struct Message<DagOutputsSpec>
    : FieldList<Field<"artifacts", &DagOutputsSpec::artifacts>, Field<"parameters", &DagOutputsSpec::parameters>> {};

template <>
struct Message<DagOutputsSpec::ArtifactSelectorSpec>
    : FieldList<Field<"producer_subtask", &DagOutputsSpec::ArtifactSelectorSpec::producer_subtask>,
                Field<"output_artifact_key", &DagOutputsSpec::ArtifactSelectorSpec::output_artifact_key>> {};

template <>
struct Message<DagOutputsSpec::DagOutputArtifactSpec>
    : FieldList<Field<"artifact_selectors", &DagOutputsSpec::DagOutputArtifactSpec::artifact_selectors>> {};

template <>
struct Message<DagOutputsSpec::ParameterSelectorSpec>
    : FieldList<Field<"producer_subtask", &DagOutputsSpec::ParameterSelectorSpec::producer_subtask>,
                Field<"output_parameter_key", &DagOutputsSpec::ParameterSelectorSpec::output_parameter_key>> {};

template <>
struct Message<DagOutputsSpec::ParameterSelectorsSpec>
    : FieldList<Field<"parameter_selectors", &DagOutputsSpec::ParameterSelectorsSpec::parameter_selectors>> {};

template <>
struct Message<DagOutputsSpec::MapParameterSelectorsSpec>
    : FieldList<Field<"mapped_parameters", &DagOutputsSpec::MapParameterSelectorsSpec::mapped_parameters>> {};

template <>
struct Message<DagOutputsSpec::DagOutputParameterSpec>
    : FieldList<OneofField<"value_from_parameter", &DagOutputsSpec::DagOutputParameterSpec::kind,
                           DagOutputsSpec::ParameterSelectorSpec>,
                OneofField<"value_from_oneof", &DagOutputsSpec::DagOutputParameterSpec::kind,
                           DagOutputsSpec::ParameterSelectorsSpec>> {};

template <>
struct Message<ComponentInputsSpec> : FieldList<Field<"artifacts", &ComponentInputsSpec::artifacts>,
                                                Field<"parameters", &ComponentInputsSpec::parameters>> {};

template <>
struct Message<ComponentInputsSpec::ArtifactSpec>
    : FieldList<Field<"artifact_type", &ComponentInputsSpec::ArtifactSpec::artifact_type>,
                Field<"is_artifact_list", &ComponentInputsSpec::ArtifactSpec::is_artifact_list>,
                Field<"is_optional", &ComponentInputsSpec::ArtifactSpec::is_optional>,
                Field<"description", &ComponentInputsSpec::ArtifactSpec::description>> {};

template <>
struct Message<ComponentInputsSpec::ParameterSpec>
    : FieldList<Field<"type", &ComponentInputsSpec::ParameterSpec::type>,
                Field<"parameter_type", &ComponentInputsSpec::ParameterSpec::parameter_type>,
                Field<"default_value", &ComponentInputsSpec::ParameterSpec::default_value>,
                Field<"is_optional", &ComponentInputsSpec::ParameterSpec::is_optional>,
                Field<"description", &ComponentInputsSpec::ParameterSpec::description>,
                Field<"literals", &ComponentInputsSpec::ParameterSpec::literals>> {};

template <>
struct Message<ComponentOutputsSpec> : FieldList<Field<"artifacts", &ComponentOutputsSpec::artifacts>,
                                                 Field<"parameters", &ComponentOutputsSpec::parameters>> {};

template <>
struct Message<ComponentOutputsSpec::ArtifactSpec>
    : FieldList<Field<"artifact_type", &ComponentOutputsSpec::ArtifactSpec::artifact_type>,
                Field<"properties", &ComponentOutputsSpec::ArtifactSpec::properties>,
                Field<"custom_properties", &ComponentOutputsSpec::ArtifactSpec::custom_properties>,
                Field<"metadata", &ComponentOutputsSpec::ArtifactSpec::metadata>,
                Field<"is_artifact_list", &ComponentOutputsSpec::ArtifactSpec::is_artifact_list>,
                Field<"description", &ComponentOutputsSpec::ArtifactSpec::description>> {};

template <>
struct Message<ComponentOutputsSpec::ParameterSpec>
    : FieldList<Field<"type", &ComponentOutputsSpec::ParameterSpec::type>,
                Field<"parameter_type", &ComponentOutputsSpec::ParameterSpec::parameter_type>,
                Field<"description", &ComponentOutputsSpec::ParameterSpec::description>> {};

template <>
struct Message<TaskInputsSpec>
    : FieldList<Field<"parameters", &TaskInputsSpec::parameters>, Field<"artifacts", &TaskInputsSpec::artifacts>> {};

template <>
struct Message<TaskInputsSpec::InputArtifactSpec>
    : FieldList<OneofField<"task_output_artifact", &TaskInputsSpec::InputArtifactSpec::kind,
                           TaskInputsSpec::InputArtifactSpec::TaskOutputArtifactSpec>,
                OneofField<"component_input_artifact", &TaskInputsSpec::InputArtifactSpec::kind,
                           TaskInputsSpec::InputArtifactSpec::ComponentInputArtifact>> {};

template <>
struct Message<TaskInputsSpec::InputArtifactSpec::TaskOutputArtifactSpec>
    : FieldList<Field<"producer_task", &TaskInputsSpec::InputArtifactSpec::TaskOutputArtifactSpec::producer_task>,
                Field<"output_artifact_key",
                      &TaskInputsSpec::InputArtifactSpec::TaskOutputArtifactSpec::output_artifact_key>> {};

template <>
struct Message<TaskInputsSpec::InputParameterSpec>
    : FieldList<
          OneofField<"task_output_parameter", &TaskInputsSpec::InputParameterSpec::kind,
                     TaskInputsSpec::InputParameterSpec::TaskOutputParameterSpec>,
          OneofField<"runtime_value", &TaskInputsSpec::InputParameterSpec::kind, ValueOrRuntimeParameter>,
          OneofField<"component_input_parameter", &TaskInputsSpec::InputParameterSpec::kind,
                     TaskInputsSpec::InputParameterSpec::ComponentInputParameter>,
          OneofField<"task_final_status", &TaskInputsSpec::InputParameterSpec::kind,
                     TaskInputsSpec::InputParameterSpec::TaskFinalStatus>,
          Field<"parameter_expression_selector", &TaskInputsSpec::InputParameterSpec::parameter_expression_selector>> {
};

template <>
struct Message<TaskInputsSpec::InputParameterSpec::TaskOutputParameterSpec>
    : FieldList<Field<"producer_task", &TaskInputsSpec::InputParameterSpec::TaskOutputParameterSpec::producer_task>,
                Field<"output_parameter_key",
                      &TaskInputsSpec::InputParameterSpec::TaskOutputParameterSpec::output_parameter_key>> {};

template <>
struct Message<TaskInputsSpec::InputParameterSpec::TaskFinalStatus>
    : FieldList<Field<"producer_task", &TaskInputsSpec::InputParameterSpec::TaskFinalStatus::producer_task>> {};

template <>
struct Message<TaskOutputsSpec>
    : FieldList<Field<"parameters", &TaskOutputsSpec::parameters>, Field<"artifacts", &TaskOutputsSpec::artifacts>> {};

template <>
struct Message<TaskOutputsSpec::OutputArtifactSpec>
    : FieldList<Field<"artifact_type", &TaskOutputsSpec::OutputArtifactSpec::artifact_type>,
                Field<"properties", &TaskOutputsSpec::OutputArtifactSpec::properties>,
                Field<"custom_properties", &TaskOutputsSpec::OutputArtifactSpec::custom_properties>> {};

template <>
struct Message<TaskOutputsSpec::OutputParameterSpec>
    : FieldList<Field<"type", &TaskOutputsSpec::OutputParameterSpec::type>> {};

template <>
struct Message<PrimitiveType> : FieldList<> {};

template <>
struct Message<ParameterType> : FieldList<> {};

template <>
struct Message<TaskConfigPassthroughType> : FieldList<> {};

template <>
struct Message<TaskConfigPassthrough> : FieldList<Field<"field", &TaskConfigPassthrough::field>,
                                                  Field<"apply_to_task", &TaskConfigPassthrough::apply_to_task>> {};

template <>
struct Message<PipelineTaskSpec>
    : FieldList<Field<"task_info", &PipelineTaskSpec::task_info>, Field<"inputs", &PipelineTaskSpec::inputs>,
                Field<"dependent_tasks", &PipelineTaskSpec::dependent_tasks>,
                Field<"caching_options", &PipelineTaskSpec::caching_options>,
                Field<"component_ref", &PipelineTaskSpec::component_ref>,
                Field<"trigger_policy", &PipelineTaskSpec::trigger_policy>,
                OneofField<"artifact_iterator", &PipelineTaskSpec::iterator, Box<ArtifactIteratorSpec>>,
                OneofField<"parameter_iterator", &PipelineTaskSpec::iterator, Box<ParameterIteratorSpec>>,
                Field<"retry_policy", &PipelineTaskSpec::retry_policy>,
                Field<"iterator_policy", &PipelineTaskSpec::iterator_policy>> {};

template <>
struct Message<PipelineTaskSpec::CachingOptions>
    : FieldList<Field<"enable_cache", &PipelineTaskSpec::CachingOptions::enable_cache>,
                Field<"cache_key", &PipelineTaskSpec::CachingOptions::cache_key>> {};

template <>
struct Message<PipelineTaskSpec::TriggerPolicy>
    : FieldList<Field<"condition", &PipelineTaskSpec::TriggerPolicy::condition>,
                Field<"strategy", &PipelineTaskSpec::TriggerPolicy::strategy>> {};

template <>
struct Message<PipelineTaskSpec::RetryPolicy>
    : FieldList<Field<"max_retry_count", &PipelineTaskSpec::RetryPolicy::max_retry_count>,
                Field<"backoff_duration", &PipelineTaskSpec::RetryPolicy::backoff_duration>,
                Field<"backoff_factor", &PipelineTaskSpec::RetryPolicy::backoff_factor>,
                Field<"backoff_max_duration", &PipelineTaskSpec::RetryPolicy::backoff_max_duration>> {};

template <>
struct Message<PipelineTaskSpec::IteratorPolicy>
    : FieldList<Field<"parallelism_limit", &PipelineTaskSpec::IteratorPolicy::parallelism_limit>> {};

template <>
struct Message<ArtifactIteratorSpec>
    : FieldList<Field<"items", &ArtifactIteratorSpec::items>, Field<"item_input", &ArtifactIteratorSpec::item_input>> {
};

template <>
struct Message<ArtifactIteratorSpec::ItemsSpec>
    : FieldList<Field<"input_artifact", &ArtifactIteratorSpec::ItemsSpec::input_artifact>> {};

template <>
struct Message<ParameterIteratorSpec> : FieldList<Field<"items", &ParameterIteratorSpec::items>,
                                                  Field<"item_input", &ParameterIteratorSpec::item_input>> {};

template <>
struct Message<ParameterIteratorSpec::ItemsSpec>
    : FieldList<OneofField<"raw", &ParameterIteratorSpec::ItemsSpec::kind, ParameterIteratorSpec::ItemsSpec::Raw>,
                OneofField<"input_parameter", &ParameterIteratorSpec::ItemsSpec::kind,
                           ParameterIteratorSpec::ItemsSpec::InputParameter>> {};

template <>
struct Message<ComponentRef> : FieldList<Field<"name", &ComponentRef::name>> {};

template <>
struct Message<PipelineInfo>
    : FieldList<Field<"name", &PipelineInfo::name>, Field<"display_name", &PipelineInfo::display_name>,
                Field<"description", &PipelineInfo::description>> {};

template <>
struct Message<ArtifactTypeSchema>
    : FieldList<OneofField<"schema_title", &ArtifactTypeSchema::kind, ArtifactTypeSchema::SchemaTitle>,
                OneofField<"schema_uri", &ArtifactTypeSchema::kind, ArtifactTypeSchema::SchemaUri>,
                OneofField<"instance_schema", &ArtifactTypeSchema::kind, ArtifactTypeSchema::InstanceSchema>,
                Field<"schema_version", &ArtifactTypeSchema::schema_version>> {};

template <>
struct Message<PipelineTaskInfo> : FieldList<Field<"name", &PipelineTaskInfo::name>> {};

template <>
struct Message<ValueOrRuntimeParameter>
    : FieldList<
          OneofField<"constant_value", &ValueOrRuntimeParameter::value, Value>,
          OneofField<"runtime_parameter", &ValueOrRuntimeParameter::value, ValueOrRuntimeParameter::RuntimeParameter>,
          OneofField<"constant", &ValueOrRuntimeParameter::value, Json>> {};

template <>
struct Message<PipelineDeploymentConfig> : FieldList<Field<"executors", &PipelineDeploymentConfig::executors>> {};

template <>
struct Message<PipelineDeploymentConfig::PipelineContainerSpec>
    : FieldList<Field<"image", &PipelineDeploymentConfig::PipelineContainerSpec::image>,
                Field<"command", &PipelineDeploymentConfig::PipelineContainerSpec::command>,
                Field<"args", &PipelineDeploymentConfig::PipelineContainerSpec::args>,
                Field<"lifecycle", &PipelineDeploymentConfig::PipelineContainerSpec::lifecycle>,
                Field<"resources", &PipelineDeploymentConfig::PipelineContainerSpec::resources>,
                Field<"env", &PipelineDeploymentConfig::PipelineContainerSpec::env>> {};

template <>
struct Message<PipelineDeploymentConfig::PipelineContainerSpec::Lifecycle>
    : FieldList<
          Field<"pre_cache_check", &PipelineDeploymentConfig::PipelineContainerSpec::Lifecycle::pre_cache_check>> {};

template <>
struct Message<PipelineDeploymentConfig::PipelineContainerSpec::Lifecycle::Exec>
    : FieldList<Field<"command", &PipelineDeploymentConfig::PipelineContainerSpec::Lifecycle::Exec::command>,
                Field<"args", &PipelineDeploymentConfig::PipelineContainerSpec::Lifecycle::Exec::args>> {};

template <>
struct Message<PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec>
    : FieldList<Field<"cpu_limit", &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::cpu_limit>,
                Field<"memory_limit", &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::memory_limit>,
                Field<"cpu_request", &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::cpu_request>,
                Field<"memory_request", &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::memory_request>,
                Field<"resource_cpu_limit",
                      &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::resource_cpu_limit>,
                Field<"resource_memory_limit",
                      &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::resource_memory_limit>,
                Field<"resource_cpu_request",
                      &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::resource_cpu_request>,
                Field<"resource_memory_request",
                      &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::resource_memory_request>,
                Field<"accelerator", &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::accelerator>> {};

template <>
struct Message<PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::AcceleratorConfig>
    : FieldList<
          Field<"type", &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::AcceleratorConfig::type>,
          Field<"count", &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::AcceleratorConfig::count>,
          Field<"resource_type",
                &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::AcceleratorConfig::resource_type>,
          Field<"resource_count",
                &PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::AcceleratorConfig::resource_count>> {};

template <>
struct Message<PipelineDeploymentConfig::PipelineContainerSpec::EnvVar>
    : FieldList<Field<"name", &PipelineDeploymentConfig::PipelineContainerSpec::EnvVar::name>,
                Field<"value", &PipelineDeploymentConfig::PipelineContainerSpec::EnvVar::value>> {};

template <>
struct Message<PipelineDeploymentConfig::ImporterSpec>
    : FieldList<Field<"artifact_uri", &PipelineDeploymentConfig::ImporterSpec::artifact_uri>,
                Field<"type_schema", &PipelineDeploymentConfig::ImporterSpec::type_schema>,
                Field<"properties", &PipelineDeploymentConfig::ImporterSpec::properties>,
                Field<"custom_properties", &PipelineDeploymentConfig::ImporterSpec::custom_properties>,
                Field<"reimport", &PipelineDeploymentConfig::ImporterSpec::reimport>,
                Field<"metadata", &PipelineDeploymentConfig::ImporterSpec::metadata>,
                Field<"download_to_workspace", &PipelineDeploymentConfig::ImporterSpec::download_to_workspace>> {};

template <>
struct Message<PipelineDeploymentConfig::ResolverSpec>
    : FieldList<Field<"output_artifact_queries", &PipelineDeploymentConfig::ResolverSpec::output_artifact_queries>> {};

template <>
struct Message<PipelineDeploymentConfig::ResolverSpec::ArtifactQuerySpec>
    : FieldList<Field<"filter", &PipelineDeploymentConfig::ResolverSpec::ArtifactQuerySpec::filter>,
                Field<"limit", &PipelineDeploymentConfig::ResolverSpec::ArtifactQuerySpec::limit>> {};

template <>
struct Message<PipelineDeploymentConfig::AIPlatformCustomJobSpec>
    : FieldList<Field<"custom_job", &PipelineDeploymentConfig::AIPlatformCustomJobSpec::custom_job>> {};

template <>
struct Message<PipelineDeploymentConfig::ExecutorSpec>
    : FieldList<OneofField<"container", &PipelineDeploymentConfig::ExecutorSpec::spec,
                           PipelineDeploymentConfig::PipelineContainerSpec>,
                OneofField<"importer", &PipelineDeploymentConfig::ExecutorSpec::spec,
                           Box<PipelineDeploymentConfig::ImporterSpec>>,
                OneofField<"resolver", &PipelineDeploymentConfig::ExecutorSpec::spec,
                           Box<PipelineDeploymentConfig::ResolverSpec>>,
                OneofField<"custom_job", &PipelineDeploymentConfig::ExecutorSpec::spec,
                           Box<PipelineDeploymentConfig::AIPlatformCustomJobSpec>>> {};

template <>
struct Message<Value>
    : FieldList<OneofField<"int_value", &Value::value, std::int64_t>, OneofField<"double_value", &Value::value, double>,
                OneofField<"string_value", &Value::value, std::string>> {};

template <>
struct Message<RuntimeArtifact>
    : FieldList<Field<"name", &RuntimeArtifact::name>, Field<"type", &RuntimeArtifact::type>,
                Field<"uri", &RuntimeArtifact::uri>, Field<"properties", &RuntimeArtifact::properties>,
                Field<"custom_properties", &RuntimeArtifact::custom_properties>,
                Field<"metadata", &RuntimeArtifact::metadata>, Field<"custom_path", &RuntimeArtifact::custom_path>> {};

template <>
struct Message<ArtifactList> : FieldList<Field<"artifacts", &ArtifactList::artifacts>> {};

template <>
struct Message<ExecutorInput>
    : FieldList<Field<"inputs", &ExecutorInput::inputs>, Field<"outputs", &ExecutorInput::outputs>> {};

template <>
struct Message<ExecutorInput::Inputs> : FieldList<Field<"parameters", &ExecutorInput::Inputs::parameters>,
                                                  Field<"artifacts", &ExecutorInput::Inputs::artifacts>,
                                                  Field<"parameter_values", &ExecutorInput::Inputs::parameter_values>> {
};

template <>
struct Message<ExecutorInput::OutputParameter>
    : FieldList<Field<"output_file", &ExecutorInput::OutputParameter::output_file>> {};

template <>
struct Message<ExecutorInput::Outputs> : FieldList<Field<"parameters", &ExecutorInput::Outputs::parameters>,
                                                   Field<"artifacts", &ExecutorInput::Outputs::artifacts>,
                                                   Field<"output_file", &ExecutorInput::Outputs::output_file>> {};

template <>
struct Message<ExecutorOutput>
    : FieldList<Field<"parameters", &ExecutorOutput::parameters>, Field<"artifacts", &ExecutorOutput::artifacts>,
                Field<"parameter_values", &ExecutorOutput::parameter_values>> {};

template <>
struct Message<PipelineTaskFinalStatus>
    : FieldList<Field<"state", &PipelineTaskFinalStatus::state>, Field<"error", &PipelineTaskFinalStatus::error>,
                Field<"pipeline_job_uuid", &PipelineTaskFinalStatus::pipeline_job_uuid>,
                Field<"pipeline_job_name", &PipelineTaskFinalStatus::pipeline_job_name>,
                Field<"pipeline_job_resource_name", &PipelineTaskFinalStatus::pipeline_job_resource_name>,
                Field<"pipeline_task_name", &PipelineTaskFinalStatus::pipeline_task_name>> {};

template <>
struct Message<PipelineStateEnum> : FieldList<> {};

template <>
struct Message<PlatformSpec> : FieldList<Field<"platforms", &PlatformSpec::platforms>> {};

template <>
struct Message<SinglePlatformSpec>
    : FieldList<Field<"deployment_spec", &SinglePlatformSpec::deployment_spec>,
                Field<"platform", &SinglePlatformSpec::platform>, Field<"config", &SinglePlatformSpec::config>,
                Field<"pipelineConfig", &SinglePlatformSpec::pipelineConfig>> {};

template <>
struct Message<PlatformDeploymentConfig> : FieldList<Field<"executors", &PlatformDeploymentConfig::executors>> {};

template <>
struct Message<WorkspaceConfig>
    : FieldList<Field<"size", &WorkspaceConfig::size>, Field<"kubernetes", &WorkspaceConfig::kubernetes>> {};

template <>
struct Message<KubernetesWorkspaceConfig>
    : FieldList<Field<"pvc_spec_patch", &KubernetesWorkspaceConfig::pvc_spec_patch>> {};

template <>
struct Message<PipelineConfig>
    : FieldList<Field<"resource_ttl_on_completion", &PipelineConfig::resource_ttl_on_completion>,
                Field<"workspace", &PipelineConfig::workspace>,
                Field<"resource_ttl_on_success", &PipelineConfig::resource_ttl_on_success>,
                Field<"resource_ttl_on_failure", &PipelineConfig::resource_ttl_on_failure>,
                Field<"active_deadline_seconds", &PipelineConfig::active_deadline_seconds>> {};

/// All messages of pipeline_spec.proto.
using AllMessages = std::tuple<
    PipelineJob, PipelineJob::RuntimeConfig, PipelineSpec, PipelineSpec::RuntimeParameter, ComponentSpec, DagSpec,
    DagOutputsSpec, DagOutputsSpec::ArtifactSelectorSpec, DagOutputsSpec::DagOutputArtifactSpec,
    DagOutputsSpec::ParameterSelectorSpec, DagOutputsSpec::ParameterSelectorsSpec,
    DagOutputsSpec::MapParameterSelectorsSpec, DagOutputsSpec::DagOutputParameterSpec, ComponentInputsSpec,
    ComponentInputsSpec::ArtifactSpec, ComponentInputsSpec::ParameterSpec, ComponentOutputsSpec,
    ComponentOutputsSpec::ArtifactSpec, ComponentOutputsSpec::ParameterSpec, TaskInputsSpec,
    TaskInputsSpec::InputArtifactSpec, TaskInputsSpec::InputArtifactSpec::TaskOutputArtifactSpec,
    TaskInputsSpec::InputParameterSpec, TaskInputsSpec::InputParameterSpec::TaskOutputParameterSpec,
    TaskInputsSpec::InputParameterSpec::TaskFinalStatus, TaskOutputsSpec, TaskOutputsSpec::OutputArtifactSpec,
    TaskOutputsSpec::OutputParameterSpec, PrimitiveType, ParameterType, TaskConfigPassthroughType,
    TaskConfigPassthrough, PipelineTaskSpec, PipelineTaskSpec::CachingOptions, PipelineTaskSpec::TriggerPolicy,
    PipelineTaskSpec::RetryPolicy, PipelineTaskSpec::IteratorPolicy, ArtifactIteratorSpec,
    ArtifactIteratorSpec::ItemsSpec, ParameterIteratorSpec, ParameterIteratorSpec::ItemsSpec, ComponentRef,
    PipelineInfo, ArtifactTypeSchema, PipelineTaskInfo, ValueOrRuntimeParameter, PipelineDeploymentConfig,
    PipelineDeploymentConfig::PipelineContainerSpec, PipelineDeploymentConfig::PipelineContainerSpec::Lifecycle,
    PipelineDeploymentConfig::PipelineContainerSpec::Lifecycle::Exec,
    PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec,
    PipelineDeploymentConfig::PipelineContainerSpec::ResourceSpec::AcceleratorConfig,
    PipelineDeploymentConfig::PipelineContainerSpec::EnvVar, PipelineDeploymentConfig::ImporterSpec,
    PipelineDeploymentConfig::ResolverSpec, PipelineDeploymentConfig::ResolverSpec::ArtifactQuerySpec,
    PipelineDeploymentConfig::AIPlatformCustomJobSpec, PipelineDeploymentConfig::ExecutorSpec, Value, RuntimeArtifact,
    ArtifactList, ExecutorInput, ExecutorInput::Inputs, ExecutorInput::OutputParameter, ExecutorInput::Outputs,
    ExecutorOutput, PipelineTaskFinalStatus, PipelineStateEnum, PlatformSpec, SinglePlatformSpec,
    PlatformDeploymentConfig, WorkspaceConfig, KubernetesWorkspaceConfig, PipelineConfig>;

}  // namespace mlpipe::ir
