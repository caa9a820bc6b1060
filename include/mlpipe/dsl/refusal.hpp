/// How this library says no at compile time. A user's mistake is an error at the user's own line, in a few lines, on
/// GCC and Clang. `static_assert` cannot do that (the error is in here), nor can constraints (all candidates are
/// listed). So:
/// - what has a return type: an overload for what does not fit, never defined, that returns a type never defined. Using
///   it is an error at the call, which names that type and so the reason: `input_of_another_type<int, std::string>`;
/// - constructors: a deleted one for what does not fit;
/// - constructors that take part in the overload resolution of another call (`add(Step{}, {.retry = {.max = "3"}})`):
///   Clang takes a deleted one there for "no function fits", and lists them all, so there it is one that fits, with an
///   error attached by `diagnose_if`. Its condition, always true, has the parameter in it, since Clang asks only for
///   such conditions at each call. (No macro: for each, Clang would print three lines more.)
///
/// The names below are what a user reads. None is ever defined. They stand in one file, since GCC says for each file
/// anew where it is included from.
#pragma once

#include "mlpipe/dsl/fixed_string.hpp"

namespace mlpipe {

template <class T, fixed_string Doc = "">
class In;  // not of this type: int, double, bool, std::string, ..., or derived from mlpipe::Artifact

template <class T, fixed_string Doc = "">
class Out;  // not of this type: as In, but never std::optional

namespace detail {

template <class T>
struct parameter_has_no_path_nor_uri;  // only artifacts have; a parameter stands for its value
template <class Wanted, class Given>
struct output_of_another_type;

template <class... Arguments>
struct not_all_arguments_are_text;  // strings, numbers, booleans and values of the pipeline are

template <class Left, class Right>
struct only_a_run_can_compute_with_these;  // compose a string with text("{}-{}", a, b); let a component compute

template <class Left, class Right>
struct these_do_not_compare;  // numbers with numbers, strings with strings, booleans with booleans; no optional
template <class... Operands>
struct not_all_operands_are_conditions;  // conditions, or booleans of the pipeline

template <class First, class This>
struct branches_return_different_types;

template <class List>
struct this_is_no_list_to_loop_over;  // a list of the pipeline is, that need not be absent; or constants, all of one
                                      // type
template <class Item>
struct body_of_a_loop_takes_its_item;  // [&](Out<double> item) { ... }
template <class Given>
struct body_of_an_exit_handler_gives_nothing;  // what it makes can be used inside alone

template <class C>
struct component_has_a_base_class;  // the members of base classes cannot be seen
template <class C>
struct component_has_more_than_64_members_or_an_ill_formed_one;
template <class C>
struct component_has_a_c_array_or_a_reference;  // use std::vector, std::array, a value
template <class C>
struct component_is_not_an_aggregate;  // no constructors, no private members, no virtual functions
template <class C>
struct outputs_of_component_are_not_a_plain_struct;  // no base class, C array, reference; at most 64 members
template <class C>
struct outputs_of_component_have_a_member_that_is_no_Out;  // a plain member would be no output, without a word
template <class C>
struct native_component_has_a_member_that_is_no_In;  // its step runs in another process, which knows only inputs
template <class C>
struct run_takes_a_copy_of_its_outputs;  // or a const reference: what it sets is lost; write `void run(Outputs&) const`
template <class C>
struct component_has_no_body;  // add `void run(Outputs&) const`, `container` or `define`
template <class C>
struct component_has_two_bodies;  // one of `run`, `container` and `define` says its kind
template <class C>
struct components_lists_what_has_no_run;  // the others need no program for their steps

}  // namespace detail
}  // namespace mlpipe
