/// What the library knows of a component's struct, with its type erased: so that everything but the reflection of
/// members is compiled once, in the library, and not in every file that uses a component.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mlpipe/dsl/component.hpp"
#include "mlpipe/dsl/in_out.hpp"
#include "mlpipe/dsl/record_types.hpp"
#include "mlpipe/dsl/reflect.hpp"

namespace mlpipe {

class Pipeline;

namespace detail {

struct ConfigurationOps {
  bool (*equal)(const void* a, const void* b);  ///< nullptr: its type cannot be compared, so no two are the same
};

template <class M>
bool equal_values(const void* a, const void* b) {
  return *static_cast<const M*>(a) == *static_cast<const M*>(b);
}
template <class M>
consteval ConfigurationOps make_configuration_ops() {
  if constexpr (requires(const M& a, const M& b) {
                  { a == b } -> std::convertible_to<bool>;
                })
    return {&equal_values<M>};
  else
    return {nullptr};
}
template <class M>
inline constexpr ConfigurationOps configuration_ops = make_configuration_ops<M>();

/// A member of a component or of its Outputs.
struct Member {
  Slot* slot = nullptr;                             ///< of an In or Out; nullptr: configuration of the author's own
  void* value = nullptr;                            ///< what it holds: a stored<T>, or the configuration member
  const TypeInfo* type = nullptr;                   ///< of an In or Out
  const ConfigurationOps* configuration = nullptr;  ///< of a configuration member
  std::string_view description;

  Member() = default;
  template <class T, fixed_string Doc>
  explicit Member(In<T, Doc>& in) : Member(static_cast<Input<T>&>(in)) {
    if constexpr (!Doc.view().empty()) description = Doc.view();
  }
  template <class T, fixed_string Doc>
  explicit Member(Out<T, Doc>& out) : Member(static_cast<Output<T>&>(out)) {
    if constexpr (!Doc.view().empty()) description = Doc.view();
  }
  template <class T>
  explicit Member(Input<T>& in) : slot(&Access::slot(in)), value(&Access::value(in)), type(&type_info<T>) {}
  template <class T>
  explicit Member(Output<T>& out) : slot(&Access::slot(out)), value(&Access::value(out)), type(&type_info<T>) {}
  template <class M>
  explicit Member(M& own) : value(&own), configuration(&configuration_ops<M>) {}
};

/// A struct's members and their names.
struct StructDescriptor {
  std::size_t size;                             ///< how many members
  void (*members)(void* object, Member* into);  ///< writes `size` members
  std::string_view (*spelling)();               ///< for member_names()
};

template <class T>
void list_members(void* object, Member* into) {
  if constexpr (member_count < T >> 0) {
    auto gathered = gather<Member>(*static_cast<T*>(object), count_constant<member_count<T>>{});
    for (std::size_t i = 0; i < member_count<T>; ++i) into[i] = gathered.at[i];
  }
}

template <class T>
inline constexpr StructDescriptor struct_descriptor{member_count<T>, &list_members<T>, &spelled_members<T>};

template <class T>
const StructDescriptor& record_descriptor() {
  return struct_descriptor<T>;
}

/// One component type. Its address is the type's identity within a program.
struct ComponentDescriptor {
  std::string_view (*type_spelling)();  ///< for type_name()
  const Component* (*metadata)();       ///< nullptr where the struct says nothing
  const StructDescriptor* inputs;       ///< In members and configuration members
  const StructDescriptor* outputs;      ///< Out members

  void* (*make)();  ///< default-made: every In has its default
  void* (*copy)(const void* component);
  void (*destroy)(void* component);
  void* (*make_outputs)();
  void (*destroy_outputs)(void* outputs);

  // Exactly one of the three is not nullptr.
  void (*run)(const void* component, void* outputs);
  ContainerSpec (*container)(const void* component, const void* outputs);
  void (*define)(const void* component, Pipeline& pipeline, void* outputs);
};

template <class C>
constexpr const Component* metadata_of() {
  if constexpr (requires {
                  { C::component } -> std::convertible_to<const Component&>;
                })
    return &C::component;
  else
    return nullptr;
}
template <class T>
void* make_object() {
  return new T;
}
template <class T>
void* copy_object(const void* object) {
  return new T(*static_cast<const T*>(object));
}
template <class T>
void destroy_object(void* object) {
  delete static_cast<T*>(object);
}
template <class C>
void run_component(const void* component, void* outputs) {
  if constexpr (requires(const C& c, outputs_of<C>& out) { c.run(out); })
    static_cast<const C*>(component)->run(*static_cast<outputs_of<C>*>(outputs));
  else
    static_cast<const C*>(component)->run();
}
template <class C>
ContainerSpec call_container(const void* component, const void* outputs) {
  if constexpr (requires(const C& c, const outputs_of<C>& out) { c.container(out); })
    return static_cast<const C*>(component)->container(*static_cast<const outputs_of<C>*>(outputs));
  else
    return static_cast<const C*>(component)->container();
}
template <class C>
void define_pipeline(const void* component, Pipeline& pipeline, void* outputs) {
  if constexpr (requires(const C& c, outputs_of<C>& out) { out = c.define(pipeline); })
    *static_cast<outputs_of<C>*>(outputs) = static_cast<const C*>(component)->define(pipeline);
  else
    static_cast<const C*>(component)->define(pipeline);
}

template <class C>
consteval ComponentDescriptor describe_component() {
  using Outputs = outputs_of<C>;
  ComponentDescriptor d{&spelled_type<C>,
                        &metadata_of<C>,
                        &struct_descriptor<C>,
                        &struct_descriptor<Outputs>,
                        &make_object<C>,
                        &copy_object<C>,
                        &destroy_object<C>,
                        &make_object<Outputs>,
                        &destroy_object<Outputs>,
                        nullptr,
                        nullptr,
                        nullptr};
  if constexpr (NativeComponent<C>) d.run = &run_component<C>;
  if constexpr (ContainerComponent<C>) d.container = &call_container<C>;
  if constexpr (PipelineComponent<C>) d.define = &define_pipeline<C>;
  return d;
}

template <class C>
inline constexpr ComponentDescriptor component_descriptor = describe_component<C>();

}  // namespace detail
}  // namespace mlpipe
