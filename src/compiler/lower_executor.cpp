#include "compiler/lower_executor.hpp"

#include <algorithm>
#include <string_view>

#include "compiler/kubernetes_config.hpp"
#include "compiler/program.hpp"
#include "compiler/quantities.hpp"
#include "compiler/spec_parts.hpp"
#include "compiler/targets.hpp"

namespace mlpipe::compiler {
namespace {

using Resources = ContainerSpec::ResourceSpec;

std::string lower_text(const ir::Interface& interface, const ir::Text& text) {
  std::string result;
  for (const ir::Segment& segment : text) result += container_segment(interface, segment);
  return result;
}

Json lower_word(const ir::Interface& interface, const ir::ContainerArgument& word);

Json lower_choice(const ir::Interface& interface, const std::vector<ir::ContainerArgument>& words) {
  Json::Array list;
  for (const ir::ContainerArgument& word : words) list.push_back(lower_word(interface, word));
  return list;
}

Json lower_word(const ir::Interface& interface, const ir::ContainerArgument& word) {
  if (const auto* text = std::get_if<ir::Text>(&word.content)) return lower_text(interface, *text);
  const auto& choice = std::get<std::vector<ir::ContainerArgument::IfPresent>>(word.content).front();
  Json content = Json::object({{"InputName", choice.input}, {"Then", lower_choice(interface, choice.then)}});
  if (!choice.otherwise.empty()) content.set("Else", lower_choice(interface, choice.otherwise));
  return Json::object({{"IfPresent", std::move(content)}});
}

std::vector<std::string> lower_words(const ir::Interface& interface, const std::vector<ir::ContainerArgument>& words) {
  std::vector<std::string> result;
  result.reserve(words.size());
  for (const ir::ContainerArgument& word : words) {
    const Json lowered = lower_word(interface, word);
    result.push_back(lowered.is_string() ? lowered.as_string() : dump(lowered, JsonStyle::python));
  }
  return result;
}

void set_env(ContainerSpec& container, std::string name, std::string value) {
  const auto same = [&](const ContainerSpec::EnvVar& variable) { return variable.name == name; };
  const auto at = std::find_if(container.env.begin(), container.env.end(), same);
  if (at != container.env.end())
    at->value = std::move(value);
  else
    container.env.push_back({std::move(name), std::move(value)});
}

// A constant as its text; a value by the placeholder of the input that lower_arguments gives the task.
struct Quantity {
  std::string text;
  bool constant = false;
};

Quantity quantity_of(const ir::Graph& graph, const ir::Setting& setting) {
  if (!setting) return {};
  if (const auto* json = std::get_if<Json>(&setting->content)) {
    return {json->is_string() ? json->as_string() : dump(*json), true};
  }
  ir::ValueId value;
  if (const auto* direct = std::get_if<ir::ValueId>(&setting->content))
    value = *direct;
  else
    value = std::get<ir::Text>(setting->content).front().value;  // check_options: this one only
  return {input_placeholder(channel_name(full_name(graph, value))), false};
}

void set_cpu(std::string& text, double& number, const Quantity& quantity) {
  text = quantity.text;
  if (quantity.constant) number = parse_cpu(quantity.text).value_or(0);
}

void set_memory(std::string& text, double& number, const Quantity& quantity) {
  text = quantity.constant ? kubernetes_memory(quantity.text) : quantity.text;
  if (quantity.constant) number = parse_memory(quantity.text).value_or(0) / 1e9;
}

void set_accelerator(Resources& resources, const Quantity& type, const Quantity& count) {
  if (type.text.empty() && count.text.empty()) return;
  auto& accelerator = resources.accelerator.emplace();
  accelerator.resource_type = type.text;
  accelerator.resource_count = count.text.empty() ? "1" : count.text;
  if (type.constant) accelerator.type = type.text;
  if (count.constant || count.text.empty()) accelerator.count = std::stoll(accelerator.resource_count);
}

Resources lower_resources(const ir::Graph& graph, const ir::TaskOptions& options) {
  Resources resources;
  set_cpu(resources.resource_cpu_request, resources.cpu_request, quantity_of(graph, options.cpu_request));
  set_cpu(resources.resource_cpu_limit, resources.cpu_limit, quantity_of(graph, options.cpu_limit));
  set_memory(resources.resource_memory_request, resources.memory_request, quantity_of(graph, options.memory_request));
  set_memory(resources.resource_memory_limit, resources.memory_limit, quantity_of(graph, options.memory_limit));
  set_accelerator(resources, quantity_of(graph, options.accelerator_type),
                  quantity_of(graph, options.accelerator_count));
  return resources;
}

ContainerSpec lower_native(const Compilation& c, const ir::Component& component) {
  ContainerSpec spec;
  const std::string program = program_of(c);
  spec.image = image_of(c, component);
  spec.command = {program};
  spec.args = {"exec", component.name, "--executor_input", "{{$}}"};
  return spec;
}

ContainerSpec lower_foreign(const ir::Component& component, const ir::Container& container) {
  ContainerSpec spec;
  spec.image = lower_text(component.interface, container.image);
  spec.command = lower_words(component.interface, container.command);
  spec.args = lower_words(component.interface, container.args);
  for (const auto& [name, value] : container.env) set_env(spec, name, lower_text(component.interface, value));
  return spec;
}

// check_target: where the target does not know the field, none may be missing, which is what that target does.
void leave_out_optional(KubernetesConfig& config) {
  for (auto& source : config.secret_as_env) source.optional.reset();
  for (auto& source : config.config_map_as_env) source.optional.reset();
}

}  // namespace

ContainerSpec lower_container(const Compilation& c, const ir::Component& component, const ir::TaskOptions& options) {
  const auto* container = std::get_if<ir::Container>(&component.body);
  ContainerSpec spec = container ? lower_foreign(component, *container) : lower_native(c, component);
  for (const auto& [name, value] : options.env) {
    const Json& constant = std::get<Json>(value.content);  // check_options: no backend looks into these
    set_env(spec, name, constant.is_string() ? constant.as_string() : dump(constant));
  }
  Resources resources = lower_resources(c.graph, options);
  if (resources != Resources{}) spec.resources = std::move(resources);
  return spec;
}

ImporterSpec lower_importer(const ir::Importer& importer, const Type& type) {
  ImporterSpec spec;
  spec.artifact_uri = importer.uri ? ir::ValueOrRuntimeParameter{Json(*importer.uri)}
                                   : ir::ValueOrRuntimeParameter{ir::ValueOrRuntimeParameter::RuntimeParameter{"uri"}};
  spec.type_schema = artifact_schema(type);
  spec.reimport = importer.reimport;
  spec.download_to_workspace = importer.download_to_workspace;
  if (!importer.metadata.is_null()) spec.metadata = importer.metadata;
  return spec;
}

std::vector<std::pair<std::string, Json>> lower_platforms(const Compilation& c, const ir::TaskOptions& options,
                                                          ir::ScopeId scope) {
  if (options.platform.empty()) return {};
  const auto parameter_of = [&](ir::ValueId value) {
    ir::TaskInputsSpec inputs;
    wire(c.graph, inputs, "value", value, scope);
    return inputs.parameters["value"];
  };
  KubernetesConfig merged;  // check_options: there are no others
  for (const ir::PlatformOption& option : options.platform) {
    merge(merged, std::get<KubernetesConfig>(read_kubernetes_config(option.config, parameter_of)));
  }
  if (merged == KubernetesConfig{}) return {};
  fill_deprecated_fields(merged);
  if (!carries(c.options.target, Feature::optional_variables)) leave_out_optional(merged);
  return {{"kubernetes", to_json(merged)}};
}

}  // namespace mlpipe::compiler
