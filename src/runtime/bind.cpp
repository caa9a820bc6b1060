#include "runtime/bind.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "dsl/names.hpp"
#include "json/exact_integer.hpp"
#include "json/shown.hpp"
#include "json/utf8.hpp"
#include "runtime/local_path.hpp"

namespace mlpipe::runtime {
namespace {

using detail::Member;
using State = detail::Slot::State;

std::vector<Json> list_literals(const detail::TypeInfo& type) {
  std::vector<Json> allowed;
  if (type.literals != nullptr) type.literals(allowed);
  if (type.item_literals != nullptr) type.item_literals(allowed);
  return allowed;
}

std::string wanted(const detail::TypeInfo& type) {
  if (type.literals != nullptr) return one_of(list_literals(type));
  if (type.item_literals != nullptr)
    return fmt::format("{}, each {}", to_string(type.type()), one_of(list_literals(type)));
  return to_string(type.type());
}

template <class Map>
auto find(const Map& map, const std::string& key) -> decltype(&map.begin()->second) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

/// KFP's driver gives artifacts as its metadata store has them, which wraps lists and objects. Such artifacts come
/// without the title of their type; everybody else's have one, and are left as they are.
Json unwrapped(const ir::RuntimeArtifact& artifact) {
  Json metadata = artifact.metadata ? *artifact.metadata : Json::object();
  if (artifact.type && std::holds_alternative<ir::ArtifactTypeSchema::SchemaTitle>(artifact.type->kind))
    return metadata;
  Json plain = Json::object();
  for (const Json::Member& entry : metadata.as_object()) {
    const Json* const list = entry.value.find("list");
    const Json* const object = entry.value.find("struct");
    const bool wrapped = entry.value.is_object() && entry.value.as_object().size() == 1;
    if (wrapped && list != nullptr && list->is_array())
      plain.set(entry.key, *list);
    else if (wrapped && object != nullptr && object->is_object())
      plain.set(entry.key, *object);
    else
      plain.set(entry.key, entry.value);
  }
  return plain;
}

void fill(Artifact& artifact, const ir::RuntimeArtifact& from) {
  artifact.set_name(from.name);
  artifact.set_uri(from.uri);
  artifact.set_path(local_path(from));
  artifact.metadata = unwrapped(from);
}

/// A list or map that a pipeline puts together of values that only the run knows: backends fill these in as text,
/// `["1", "2.5", "true"]`, and what they are only the component's own type still knows.
Json with_elements_read(const Json& given, const Type& type) {
  const Type* const element = type.element();
  if (element == nullptr) return given;
  const auto read = [element](const Json& item) {
    if (!item.is_string() || element->kind() == Type::string) return with_elements_read(item, *element);
    const auto parsed = parse_json(item.as_string());
    const Json* const value = std::get_if<Json>(&parsed);
    return value == nullptr ? item : with_elements_read(*value, *element);
  };
  if (given.is_array()) {
    Json::Array items;
    for (const Json& item : given.as_array()) items.push_back(read(item));
    return items;
  }
  if (!given.is_object()) return given;
  Json object = Json::object();
  for (const Json::Member& entry : given.as_object()) object.set(entry.key, read(entry.value));
  return object;
}

bool read_parameter(const Member& member, const Json& given) {
  if (member.type->from_json(given, member.value)) return true;
  const Type type = member.type->type();
  return type.element() != nullptr && member.type->from_json(with_elements_read(given, type), member.value);
}

/// A null is what the driver gives where an optional input of the pipeline is absent.
std::optional<Problem> bind_parameter(const Member& member, const std::string& name, const Json* given) {
  if (given != nullptr && (!given->is_null() || member.type->optional)) {
    if (!read_parameter(member, *given))
      return Problem{fmt::format("input `{}` wants {}, and {} is given", name, wanted(*member.type), shown(*given))};
    member.slot->state = given->is_null() ? State::unset : State::held;
  }
  if (member.slot->state == State::held || (member.slot->state == State::unset && member.type->optional))
    return std::nullopt;
  return Problem{fmt::format("the required input `{}` ({}) is not given", name, wanted(*member.type))};
}

std::optional<Problem> bind_artifacts(const Member& member, const std::string& name, const ir::ArtifactList* given) {
  if (given != nullptr && (member.type->append_artifact != nullptr || !given->artifacts.empty())) {
    if (member.type->append_artifact == nullptr)
      fill(*member.type->artifact(member.value), given->artifacts.front());
    else
      for (const auto& artifact : given->artifacts) fill(*member.type->append_artifact(member.value), artifact);
    member.slot->state = State::held;
    return std::nullopt;
  }
  if (member.type->optional) return std::nullopt;
  return Problem{fmt::format("the required input `{}` ({}) is not given", name, wanted(*member.type))};
}

/// Why JSON, as the backends carry it, has no such value; empty where it has.
std::string_view trouble_with(const Json& value) {
  if (value.is_real() && !std::isfinite(value.as_real())) return "NaN or infinite, which JSON cannot express";
  if (value.is_integer() && (value.as_integer() > largest_exact_integer || value.as_integer() < -largest_exact_integer))
    return "an integer beyond 2^53, which backends do not carry exactly";
  if (value.is_string() && !utf8::is_valid(value.as_string())) return "a string that is not UTF-8";
  if (value.is_array()) {
    for (const Json& item : value.as_array()) {
      if (const auto trouble = trouble_with(item); !trouble.empty()) return trouble;
    }
  }
  if (value.is_object()) {
    for (const Json::Member& member : value.as_object()) {
      if (!utf8::is_valid(member.key)) return "an object with a key that is not UTF-8";
      if (const auto trouble = trouble_with(member.value); !trouble.empty()) return trouble;
    }
  }
  return {};
}

std::optional<Problem> collect_parameter(const Member& member, const std::string& name, ir::ExecutorOutput& into) {
  if (member.slot->state != State::held) return Problem{fmt::format("`run` did not set the output `{}`", name)};
  Json value = member.type->to_json(member.value);
  if (const auto trouble = trouble_with(value); !trouble.empty())
    return Problem{fmt::format("the output `{}` is, or holds, {}", name, trouble)};
  if (member.type->type().kind() == Type::structure && !value.is_object())
    return Problem{fmt::format("the output `{}` is to be a JSON object, and is {}", name, shown(value))};
  if (const auto allowed = list_literals(*member.type); !allowed.empty()) {
    if (const Json* stranger = first_outside(value, allowed))
      return Problem{
          fmt::format("the output `{}` is, or holds, {}, and not {}", name, shown(*stranger), one_of(allowed))};
  }
  into.parameter_values.emplace(name, std::move(value));
  return std::nullopt;
}

std::optional<Problem> collect_artifact(const Artifact& artifact, const std::string& name, const std::string& bound_to,
                                        ir::ArtifactList& into) {
  ir::RuntimeArtifact record;
  record.name = artifact.name();
  record.uri = artifact.uri();
  if (artifact.path() != bound_to) record.custom_path = artifact.path();
  if (!artifact.metadata.is_object())
    return Problem{
        fmt::format("the metadata of output `{}` is to be a JSON object, and is {}", name, shown(artifact.metadata))};
  for (const Json::Member& entry : artifact.metadata.as_object()) {
    if (entry.value.is_null())
      return Problem{
          fmt::format("the metadata `{}` of output `{}` is null, which backends cannot store", entry.key, name)};
    if (const auto trouble = trouble_with(entry.value); !trouble.empty())
      return Problem{fmt::format("the metadata `{}` of output `{}` is, or holds, {}", entry.key, name, trouble)};
  }
  record.metadata = artifact.metadata;
  into.artifacts.push_back(std::move(record));
  return std::nullopt;
}

}  // namespace

BoundComponent::BoundComponent(const detail::ComponentDescriptor& descriptor)
    : descriptor_(descriptor),
      component_(descriptor.make()),
      outputs_(descriptor.make_outputs()),
      input_members_(list(*descriptor.inputs, component_)),
      output_members_(list(*descriptor.outputs, outputs_)) {}

BoundComponent::~BoundComponent() {
  descriptor_.destroy_outputs(outputs_);
  descriptor_.destroy(component_);
}

std::vector<BoundComponent::NamedMember> BoundComponent::list(const detail::StructDescriptor& members, void* object) {
  std::vector<Member> places(members.size);
  members.members(object, places.data());
  const std::vector<std::string> names = detail::member_names(members.spelling());
  std::vector<NamedMember> result;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].slot == nullptr) continue;  // the author's own
    result.push_back({std::string(detail::member_to_input_name(names[i])), places[i], {}});
  }
  return result;
}

std::vector<Problem> BoundComponent::bind(const ir::ExecutorInput& input) {
  static const ir::ExecutorInput::Inputs no_inputs;
  static const ir::ExecutorInput::Outputs no_outputs;
  const auto& inputs = input.inputs ? *input.inputs : no_inputs;
  const auto& outputs = input.outputs ? *input.outputs : no_outputs;
  std::vector<Problem> problems;
  for (const NamedMember& in : input_members_) {
    auto problem = in.member.type->from_json != nullptr
                       ? bind_parameter(in.member, in.name, find(inputs.parameter_values, in.name))
                       : bind_artifacts(in.member, in.name, find(inputs.artifacts, in.name));
    if (problem) problems.push_back(std::move(*problem));
  }
  for (NamedMember& out : output_members_) {
    if (out.member.type->to_json != nullptr) continue;
    const ir::ArtifactList* const given = find(outputs.artifacts, out.name);
    if (out.member.type->artifact == nullptr || given == nullptr || given->artifacts.empty()) {
      problems.push_back({fmt::format("nothing is said of the output `{}` ({}): where is it to be written?", out.name,
                                      to_string(out.member.type->type()))});
      continue;
    }
    out.member.slot->state = State::held;
    fill(*out.member.type->artifact(out.member.value), given->artifacts.front());
    out.path = local_path(given->artifacts.front());
  }
  if (!output_members_.empty() && outputs.output_file.empty())
    problems.push_back({"`outputs.outputFile` is not given, the file that takes the results"});
  return problems;
}

std::variant<ir::ExecutorOutput, std::vector<Problem>> BoundComponent::results() const {
  ir::ExecutorOutput output;
  std::vector<Problem> problems;
  for (const NamedMember& out : output_members_) {
    auto problem = out.member.type->to_json != nullptr
                       ? collect_parameter(out.member, out.name, output)
                       : collect_artifact(*out.member.type->artifact(out.member.value), out.name, out.path,
                                          output.artifacts[out.name]);
    if (problem) problems.push_back(std::move(*problem));
  }
  if (!problems.empty()) return problems;
  return output;
}

std::string parameter_text(const Json& value) { return value.is_string() ? value.as_string() : dump(value); }

}  // namespace mlpipe::runtime
