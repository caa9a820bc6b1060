/// Records: structs whose members are all In. They are parameters of their own, JSON objects on the wire, and their
/// fields are values of the pipeline: `struct Trial { In<double> lr; In<int> layers = 2; };`, `In<Trial> trial`,
/// `trial.lr`.
#pragma once

#include "mlpipe/dsl/in_out.hpp"

namespace mlpipe::detail {

struct StructDescriptor;

/// One member of what may be a record.
struct FieldProbe {
  bool is_input = false;
  template <class T, fixed_string Doc>
  explicit constexpr FieldProbe(const In<T, Doc>&) : is_input(true) {}
  template <class M>
  explicit constexpr FieldProbe(const M&) {}
};

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#endif

template <class T>
consteval bool has_only_inputs() {
  const auto members = gather<FieldProbe>(mlpipe_external<T>.value, count_constant<member_count<T>>{});
  for (std::size_t i = 0; i < member_count<T>; ++i) {
    if (!members.at[i].is_input) return false;
  }
  return true;
}

#ifdef __clang__
#pragma clang diagnostic pop
#endif

// A component is none: it has a body.
template <class T>
consteval bool find_is_record() {
  if constexpr (!std::is_class_v<T> || !std::is_aggregate_v<T> || ArtifactType<T>)
    return false;
  else if constexpr (struct_problem<T> != StructProblem::none || member_count<T> == 0)
    return false;
  else
    return has_only_inputs<T>();
}

Json record_to_json(const StructDescriptor& record, const void* value);
/// Fields that are left out keep their defaults; false where one without is missing, or of the wrong type. What is no
/// field is ignored, as the backends do.
bool record_from_json(const StructDescriptor& record, const Json& json, void* value);
/// Whether all fields are constants, or absent.
bool is_constant_record(const StructDescriptor& record, const void* value);
/// The record with values of the pipeline in it, as a map.
Expression expression_of_record(const StructDescriptor& record, const void* value);

/// A constant where all in it are.
Expression list_of_records(std::vector<Expression> items);
Expression map_of_records(std::vector<Expression::Entry> entries);

template <class T>
const StructDescriptor& record_descriptor();

template <class T>
requires is_record<T>
struct ParameterTraits<T> {
  using stored = T;
  static Type type() { return Type::structure; }
  static const StructDescriptor& descriptor() { return record_descriptor<T>(); }
  static Json to_json(const T& value) { return record_to_json(descriptor(), &value); }
  static bool from_json(const Json& json, T& value) { return record_from_json(descriptor(), json, &value); }
};

template <class T>
Expression expression_of_records(const stored<T>& value) {
  if constexpr (is_record<T>) {
    const StructDescriptor& record = record_descriptor<T>();
    return is_constant_record(record, &value) ? Expression(record_to_json(record, &value))
                                              : expression_of_record(record, &value);
  } else if constexpr (std::same_as<typename element_of<T>::map, NoElement>) {
    std::vector<Expression> items;
    for (const auto& item : value) items.push_back(expression_of_records<typename element_of<T>::list>(item));
    return list_of_records(std::move(items));
  } else {
    std::vector<Expression::Entry> entries;
    for (const auto& [key, item] : value)
      entries.push_back({key, expression_of_records<typename element_of<T>::map>(item)});
    return map_of_records(std::move(entries));
  }
}

}  // namespace mlpipe::detail
