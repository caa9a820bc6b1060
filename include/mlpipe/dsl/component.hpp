/// What makes a struct a component: its In members, its nested `Outputs`, one body, and what it says of itself.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "mlpipe/dsl/container.hpp"
#include "mlpipe/dsl/in_out.hpp"
#include "mlpipe/task_config.hpp"

namespace mlpipe {

class Pipeline;

/// What a component says of itself: `static constexpr Component component{.name = "resize-images"};`. All may be left
/// out.
struct Component {
  std::string_view name = {};  ///< default: the type's name in kebab-case, without namespaces
  std::string_view description = {};
  std::string_view image = {};              ///< of a native component: the image that holds the program
  std::string_view display_name = {};       ///< of a pipeline
  TaskConfigPassthroughs task_config = {};  ///< what its `In<TaskConfig>` gets of its tasks' options
};

namespace detail {

struct NoOutputs {};

template <class C>
struct outputs_type {
  using type = NoOutputs;
};
template <class C>
requires requires { typename C::Outputs; }
struct outputs_type<C> {
  using type = typename C::Outputs;
};
template <class C>
using outputs_of = typename outputs_type<C>::type;

// The three bodies. `define` is asked for with a Pipeline&, which need not be complete for that.
template <class C>
concept NativeComponent = requires(const C& c, outputs_of<C>& out) {
  c.run(out);
}
|| requires(const C& c) { c.run(); };
template <class C>
concept ContainerComponent = requires(const C& c, const outputs_of<C>& out) {
  c.container(out);
}
|| requires(const C& c) { c.container(); };
template <class C>
concept PipelineComponent = requires(const C& c, Pipeline& p) {
  c.define(p);
};

template <class C>
inline constexpr int body_count = int{NativeComponent<C>} + int{ContainerComponent<C>} + int{PipelineComponent<C>};

template <class S>
inline constexpr bool is_input = false;
template <class T, fixed_string D>
inline constexpr bool is_input<In<T, D>> = true;
template <class S>
inline constexpr bool is_output = false;
template <class T, fixed_string D>
inline constexpr bool is_output<Out<T, D>> = true;

struct IsInput {
  bool yes;
  template <class M>
  explicit constexpr IsInput(const M&) : yes(is_input<M>) {}
};
struct IsOutput {
  bool yes;
  template <class M>
  explicit constexpr IsOutput(const M&) : yes(is_output<M>) {}
};

// What `run` sets has to be the caller's: an argument that dies with the call will do for a copy or a const reference.
template <class C>
concept RunTakesACopy = requires(const C& c) {
  c.run(std::declval<outputs_of<C>>());
};

// Why a struct is no component; void where it is one.
template <class C>
consteval auto find_component_problem() {
  constexpr StructProblem problem = struct_problem<C>;
  if constexpr (problem == StructProblem::base_class)
    return std::type_identity<component_has_a_base_class<C>>{};
  else if constexpr (problem == StructProblem::too_many_members)
    return std::type_identity<component_has_more_than_64_members_or_an_ill_formed_one<C>>{};
  else if constexpr (problem == StructProblem::array_or_reference)
    return std::type_identity<component_has_a_c_array_or_a_reference<C>>{};
  else if constexpr (problem == StructProblem::not_an_aggregate)
    return std::type_identity<component_is_not_an_aggregate<C>>{};
  else if constexpr (struct_problem<outputs_of<C>> != StructProblem::none)
    return std::type_identity<outputs_of_component_are_not_a_plain_struct<C>>{};
  else if constexpr (body_count<C> == 0)
    return std::type_identity<component_has_no_body<C>>{};
  else if constexpr (body_count<C> > 1)
    return std::type_identity<component_has_two_bodies<C>>{};
  else if constexpr (!each_member_is<IsOutput, outputs_of<C>>())
    return std::type_identity<outputs_of_component_have_a_member_that_is_no_Out<C>>{};
  else if constexpr (NativeComponent<C> && !each_member_is<IsInput, C>())
    return std::type_identity<native_component_has_a_member_that_is_no_In<C>>{};
  else if constexpr (RunTakesACopy<C>)
    return std::type_identity<run_takes_a_copy_of_its_outputs<C>>{};
  else
    return std::type_identity<void>{};
}
template <class C>
using component_problem = typename decltype(find_component_problem<C>())::type;

template <class C>
concept ValidComponent = std::is_void_v<component_problem<C>>;

}  // namespace detail
}  // namespace mlpipe
