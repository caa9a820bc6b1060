#include "mlpipe/type.hpp"

#include <array>

namespace mlpipe {
namespace {

struct KindNames {
  Type::Kind kind;
  std::string_view spec;    // as pipeline_spec.proto spells it
  std::string_view people;  // as a C++ author would
};

constexpr std::array names = {
    KindNames{Type::string, "STRING", "string"},
    KindNames{Type::integer, "NUMBER_INTEGER", "int"},
    KindNames{Type::number, "NUMBER_DOUBLE", "double"},
    KindNames{Type::boolean, "BOOLEAN", "bool"},
    KindNames{Type::list, "LIST", "list"},
    KindNames{Type::structure, "STRUCT", "map"},
    KindNames{Type::task_final_status, "TASK_FINAL_STATUS", "task final status"},
    KindNames{Type::task_config, "TASK_CONFIG", "task config"},
    KindNames{Type::any_artifact, "", "artifact"},
};

std::string_view major_version(std::string_view version) { return version.substr(0, version.find('.')); }

constexpr std::string_view base_artifact = "system.Artifact";

bool artifact_feeds(const Type& from, const Type& to) {
  if (from.is_artifact_list() != to.is_artifact_list()) return false;
  if (from.schema_title() == base_artifact || to.schema_title() == base_artifact) return true;
  return from.schema_title() == to.schema_title() &&
         major_version(from.schema_version()) == major_version(to.schema_version());
}

}  // namespace

Type Type::list_of(Type element) {
  Type type(list);
  type.element_.push_back(std::move(element));
  return type;
}

Type Type::map_of(Type element) {
  Type type(structure);
  type.element_.push_back(std::move(element));
  return type;
}

Type Type::artifact(std::string_view schema_title, std::string_view schema_version) {
  Type type(any_artifact);
  type.title_ = schema_title;
  type.version_ = schema_version;
  return type;
}

Type Type::artifact_list(std::string_view schema_title, std::string_view schema_version) {
  Type type = artifact(schema_title, schema_version);
  type.list_ = true;
  return type;
}

bool operator==(const Type& a, const Type& b) {
  return a.kind_ == b.kind_ && a.list_ == b.list_ && a.title_ == b.title_ && a.version_ == b.version_ &&
         a.element_ == b.element_;
}

std::string_view parameter_type_name(Type::Kind kind) { return names.at(kind).spec; }

std::optional<Type::Kind> parameter_type_from_name(std::string_view name) {
  for (const KindNames& row : names) {
    if (!name.empty() && row.spec == name) return row.kind;
  }
  return std::nullopt;
}

std::string to_string(const Type& type) {
  const std::string name(names.at(type.kind()).people);
  if (type.is_artifact()) {
    return (type.is_artifact_list() ? "list of " : "") + (type.schema_title().empty() ? name : type.schema_title());
  }
  return type.element() ? name + " of " + to_string(*type.element()) : name;
}

bool feeds(const Type& from, const Type& to) {
  if (from.is_artifact() != to.is_artifact()) return false;
  if (from.is_artifact()) return artifact_feeds(from, to);
  if (from.kind() == Type::integer && to.kind() == Type::number) return true;
  if (from.kind() != to.kind()) return false;
  if (!from.element() || !to.element()) return true;
  return feeds(*from.element(), *to.element());
}

}  // namespace mlpipe
