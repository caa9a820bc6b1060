/// The types of inputs and outputs: KFP's parameter types and artifact types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mlpipe {

/// The type of an input or output. `Type::string` and the like are parameters, `Type::artifact("system.Model")` is an
/// artifact. Lists and maps may know their element type, which KFP's spec drops and mlpipe checks.
class Type {
 public:
  enum Kind : std::uint8_t {
    string,             ///< STRING
    integer,            ///< NUMBER_INTEGER: travels as a double, so exact up to 2^53
    number,             ///< NUMBER_DOUBLE
    boolean,            ///< BOOLEAN
    list,               ///< LIST
    structure,          ///< STRUCT: a JSON object
    task_final_status,  ///< TASK_FINAL_STATUS, filled by the backend
    task_config,        ///< TASK_CONFIG, filled by the backend
    any_artifact        ///< an artifact, see schema_title()
  };

  Type(Kind kind) : kind_(kind) {}  // NOLINT(google-explicit-constructor): `Type::string` is a type

  static Type list_of(Type element);
  static Type map_of(Type element);
  static Type artifact(std::string_view schema_title, std::string_view schema_version = "0.0.1");
  static Type artifact_list(std::string_view schema_title, std::string_view schema_version = "0.0.1");

  Kind kind() const { return kind_; }
  bool is_artifact() const { return kind_ == any_artifact; }
  bool is_artifact_list() const { return is_artifact() && list_; }
  bool is_parameter() const { return !is_artifact(); }
  /// Whether nobody gives such an input: the backend fills it in.
  bool is_filled_by_backend() const { return kind_ == task_final_status || kind_ == task_config; }
  const std::string& schema_title() const { return title_; }
  const std::string& schema_version() const { return version_; }
  /// The element type of a list or map, or nullptr where it is not known.
  const Type* element() const { return element_.empty() ? nullptr : &element_.front(); }

  friend bool operator==(const Type& a, const Type& b);

 private:
  Kind kind_;
  bool list_ = false;
  std::string title_;
  std::string version_;
  std::vector<Type> element_;  // none or one: a vector, since a class cannot hold itself
};

/// `NUMBER_INTEGER`, as the spec writes it; empty for an artifact.
std::string_view parameter_type_name(Type::Kind kind);
/// The kind that the spec's name stands for, if any.
std::optional<Type::Kind> parameter_type_from_name(std::string_view name);

/// For people: `int`, `list of string`, `system.Model`, `list of system.Model`.
std::string to_string(const Type& type);

/// Whether a value of type `from` may be given to an input of type `to`: KFP's rules (lists and artifacts alike, the
/// same title and major version, or either side system.Artifact), and stricter: element types must agree where both are
/// known. An integer may feed a double, since the backend's driver takes any JSON number for one.
bool feeds(const Type& from, const Type& to);

}  // namespace mlpipe
