#include "load/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "yaml/scalar.hpp"

namespace mlpipe::load {
namespace {

using Kind = yaml::Node::Kind;
using yaml::ScalarKind;

bool is_null(const yaml::Node& node) { return node.is_scalar() && yaml::kind_of(node) == ScalarKind::null; }

}  // namespace

std::optional<std::string> as_text(const yaml::Node& node) {
  if (!node.is_scalar() || yaml::kind_of(node) != ScalarKind::text) return std::nullopt;
  return node.text;
}

void Reporter::wrong(const yaml::Node& node, std::string_view where, std::string_view what) {
  const bool unquoted = what == "a text" && node.is_scalar() && node.plain && !node.text.empty();
  report(Code::wrong_field, node, fmt::format("{} is {}, not {}", where, yaml::describe(node), what),
         unquoted ? fmt::format("put it in quotes: `\"{}\"`", node.text) : "");
}

Fields::Fields(Reporter& reporter, const yaml::Node& mapping, std::string what)
    : reporter_(reporter), mapping_(mapping), what_(std::move(what)) {
  if (!mapping.is_mapping()) reporter_.wrong(mapping, what_, "a mapping");
}

const yaml::Node* Fields::take(std::string_view name) {
  known_.push_back(name);
  const yaml::Node* field = mapping_.find(name);
  return field == nullptr || is_null(*field) ? nullptr : field;
}

const yaml::Node* Fields::require(std::string_view name) {
  const yaml::Node* field = take(name);
  if (field == nullptr && mapping_.is_mapping())
    reporter_.report(Code::missing_field, mapping_, fmt::format("{} has no `{}`", what_, name));
  return field;
}

const yaml::Node* Fields::expect(const yaml::Node* field, std::string_view name, Kind kind) {
  if (field == nullptr || field->kind == kind) return field;
  reporter_.wrong(*field, fmt::format("`{}` of {}", name, what_), kind == Kind::mapping ? "a mapping" : "a list");
  return nullptr;
}

std::optional<std::string> Fields::text_of(const yaml::Node* field, std::string_view name) {
  if (field == nullptr) return std::nullopt;
  auto text = as_text(*field);
  if (!text) reporter_.wrong(*field, fmt::format("`{}` of {}", name, what_), "a text");
  return text;
}

const yaml::Node* Fields::take_mapping(std::string_view name) { return expect(take(name), name, Kind::mapping); }
const yaml::Node* Fields::require_mapping(std::string_view name) { return expect(require(name), name, Kind::mapping); }
const yaml::Node* Fields::take_sequence(std::string_view name) { return expect(take(name), name, Kind::sequence); }
std::optional<std::string> Fields::take_text(std::string_view name) { return text_of(take(name), name); }
std::optional<std::string> Fields::require_text(std::string_view name) { return text_of(require(name), name); }

std::optional<bool> Fields::take_boolean(std::string_view name) {
  const yaml::Node* field = take(name);
  if (field == nullptr) return std::nullopt;
  if (field->is_scalar() && yaml::kind_of(*field) == ScalarKind::boolean) return yaml::value_of(*field).as_boolean();
  reporter_.wrong(*field, fmt::format("`{}` of {}", name, what_), "a boolean");
  return std::nullopt;
}

const yaml::Node* Fields::take_texts(std::string_view name) {
  const yaml::Node* field = take_mapping(name);
  if (field == nullptr) return nullptr;
  bool all_texts = true;
  for (const yaml::Node::Member& member : field->members) {
    for (const yaml::Node* part : {&member.key, &member.value}) {
      if (as_text(*part)) continue;
      reporter_.wrong(*part, fmt::format("a part of `{}` of {}", name, what_), "a text");
      all_texts = false;
    }
  }
  return all_texts ? field : nullptr;
}

void Fields::refuse_others() {
  for (const yaml::Node::Member& member : mapping_.members) {
    const std::string& name = member.key.text;
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    reporter_.report(Code::unknown_field, member.key, fmt::format("{} has no field `{}`", what_, name),
                     fmt::format("it may have `{}`", fmt::join(known_, "`, `")));
  }
}

}  // namespace mlpipe::load
