#include "compiler/kubernetes_config.hpp"

#include "compiler/spec_parts.hpp"
#include "ir/kubernetes_fields.hpp"
#include "ir/proto_json.hpp"

namespace mlpipe::compiler {
namespace {

namespace k8s = ir::kubernetes;
using Parameter = k8s::InputParameterSpec;

template <ir::IsMessage M>
Json json_of(const M& message) {
  return std::get<Json>(parse_json(ir::proto_json(message)));
}

const ir::RunPlaceholder* lone_placeholder(const ir::Text& text) {
  return text.size() == 1 && text.front().kind == ir::SegmentKind::run ? &text.front().run : nullptr;
}

// For what check_options refuses: a value that is put together, or known to be bad.
Json unknown_value() {
  Parameter parameter;
  parameter.kind = Parameter::ComponentInputParameter{};
  return json_of(parameter);
}

Json lower(const ir::Argument& argument, const ParameterOf& parameter_of) {
  if (const auto* json = std::get_if<Json>(&argument.content)) return *json;
  if (const ir::ValueId value = lone_value(argument)) return json_of(parameter_of(value));
  if (const auto* text = std::get_if<ir::Text>(&argument.content)) {
    const ir::RunPlaceholder* run = lone_placeholder(*text);
    return run ? json_of(constant_input(std::string(run_placeholder(*run)))) : unknown_value();
  }
  if (const auto* list = std::get_if<ir::Argument::List>(&argument.content)) {
    Json::Array items;
    for (const ir::Argument& item : *list) items.push_back(lower(item, parameter_of));
    return items;
  }
  const auto* map = std::get_if<ir::Argument::Map>(&argument.content);
  if (!map) return unknown_value();
  Json object = Json::object();
  for (const ir::Argument::Entry& entry : *map) object.set(entry.key, lower(entry.value, parameter_of));
  return object;
}

// One field into another of its type.
template <class T>
void merge_field(T& into, const T& from) {
  if constexpr (ir::IsMessage<T>) {
    ir::for_each_field<T>([&]<class F>() {
      static_assert(!F::in_oneof, "whether it is given cannot be told");
      merge_field(into.*F::member, from.*F::member);
    });
  } else if constexpr (ir::detail::is_repeated<T>) {
    into.insert(into.end(), from.begin(), from.end());
  } else if constexpr (ir::detail::is_map<T>) {
    for (const auto& [key, value] : from) into.insert_or_assign(key, value);
  } else if constexpr (ir::detail::is_optional<T>) {
    using Held = std::remove_cvref_t<decltype(*from)>;
    if (!from.has_value()) return;
    if constexpr (ir::IsMessage<Held> && !std::same_as<Held, Parameter>) {
      if (into.has_value()) return merge_field(*into, *from);
    }
    into = from;
  } else if (ir::detail::present(from)) {
    into = from;
  }
}

const Json* constant_of(const std::optional<Parameter>& parameter) {
  const auto* runtime = parameter ? std::get_if<ir::ValueOrRuntimeParameter>(&parameter->kind) : nullptr;
  return runtime ? std::get_if<Json>(&runtime->value) : nullptr;
}

void fill_name(std::string& deprecated, const std::optional<Parameter>& parameter) {
  const Json* constant = constant_of(parameter);
  if (deprecated.empty() && constant && constant->is_string()) deprecated = constant->as_string();
}

void fill_reference(k8s::PvcMount& mount) {
  if (mount.pvc_reference.index() != 0 || !mount.pvc_name_parameter) return;
  const auto& kind = mount.pvc_name_parameter->kind;
  const Json* constant = constant_of(mount.pvc_name_parameter);
  if (constant && constant->is_string()) mount.pvc_reference = k8s::PvcMount::Constant{constant->as_string()};
  if (const auto* output = std::get_if<Parameter::TaskOutputParameterSpec>(&kind)) mount.pvc_reference = *output;
  if (const auto* input = std::get_if<Parameter::ComponentInputParameter>(&kind)) mount.pvc_reference = *input;
}

}  // namespace

ir::TaskInputsSpec::InputParameterSpec any_parameter(ir::ValueId) {
  ir::TaskInputsSpec::InputParameterSpec any;
  any.kind = ir::TaskInputsSpec::InputParameterSpec::ComponentInputParameter{"value"};
  return any;
}

ir::ValueId lone_value(const ir::Argument& given) {
  if (const auto* value = std::get_if<ir::ValueId>(&given.content)) return *value;
  const auto* text = std::get_if<ir::Text>(&given.content);
  const bool alone = text && text->size() == 1 && text->front().kind == ir::SegmentKind::value;
  return alone ? text->front().value : ir::ValueId();
}

std::variant<KubernetesConfig, ir::ReadProblem> read_kubernetes_config(const ir::Argument& option,
                                                                       const ParameterOf& parameter_of) {
  KubernetesConfig config;
  if (auto problem = ir::MessageReader::read(lower(option, parameter_of), config)) return *std::move(problem);
  return config;
}

void merge(KubernetesConfig& into, const KubernetesConfig& from) { merge_field(into, from); }

void fill_deprecated_fields(KubernetesConfig& config) {
  for (auto& secret : config.secret_as_env) fill_name(secret.secret_name, secret.secret_name_parameter);
  for (auto& secret : config.secret_as_volume) fill_name(secret.secret_name, secret.secret_name_parameter);
  for (auto& secret : config.image_pull_secret) fill_name(secret.secret_name, secret.secret_name_parameter);
  for (auto& map : config.config_map_as_env) fill_name(map.config_map_name, map.config_map_name_parameter);
  for (auto& map : config.config_map_as_volume) fill_name(map.config_map_name, map.config_map_name_parameter);
  for (auto& mount : config.pvc_mount) fill_reference(mount);
}

Json to_json(const KubernetesConfig& config) { return json_of(config); }

}  // namespace mlpipe::compiler
