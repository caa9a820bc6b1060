/// Reflection over plain structs: how many members there are, where they are and what they are called. C++20 has none,
/// so:
/// - counting: what can be brace-initialised with n values of any type has n members. Required members make that
///   non-monotone (fewer values leave a member that cannot be left out), so count up to the first success, then to the
///   first failure;
/// - places: a structured binding of that many names;
/// - names: the compiler's own spelling of pointers to the members of an object that is declared and never defined, all
///   of one struct in one template argument, read at run time (constant evaluation would cost every user compile time).
/// Up to 64 members. What it cannot see through is told apart by problem_of<T>, so that users get a sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mlpipe::detail {

inline constexpr std::size_t max_members = 64;

/// Stands for a member of any type while members are counted.
struct any_member {
  template <class T>
  constexpr operator T() const noexcept;
};

/// Stands for a base class of T, and for nothing else.
template <class T>
struct any_base {
  template <class B>
  requires(std::is_base_of_v<B, T> && !std::is_same_v<B, T>) constexpr operator B() const noexcept;
};

template <std::size_t>
using any_member_at = any_member;

template <class T, class... A>
concept brace_constructible = requires {
  T{std::declval<A>()...};
};

template <class T, class... A>
consteval std::size_t count_after_success() {
  if constexpr (sizeof...(A) > max_members)
    return sizeof...(A);
  else if constexpr (brace_constructible<T, A..., any_member>)
    return count_after_success<T, A..., any_member>();
  else
    return sizeof...(A);
}

template <class T, class... A>
consteval std::size_t count_members() {
  if constexpr (brace_constructible<T, A...>)
    return count_after_success<T, A...>();
  else if constexpr (sizeof...(A) > max_members)
    return sizeof...(A);
  else
    return count_members<T, A..., any_member>();
}

/// The number of members of T; more than max_members: too many, or nothing that can be counted.
template <class T>
inline constexpr std::size_t member_count = count_members<T>();

/// What an In or Out takes in braces, and nothing else does.
struct braces_probe {};

// A C array is counted as several members, since braces may be left out around it; with braces there are too many
// values.
template <class T, std::size_t... Before, std::size_t... After>
consteval bool takes_braces(std::index_sequence<Before...>, std::index_sequence<After...>) {
  return requires { T{any_member_at<Before>{}..., {}, any_member_at<After>{}...}; }
  || requires { T{any_member_at<Before>{}..., {braces_probe{}}, any_member_at<After>{}...}; };
}

template <class T, std::size_t... At>
consteval bool each_takes_braces(std::index_sequence<At...>) {
  return (takes_braces<T>(std::make_index_sequence<At>{}, std::make_index_sequence<sizeof...(At) - At - 1>{}) && ...);
}

template <class T, std::size_t... Rest>
consteval bool starts_with_base(std::index_sequence<Rest...>) {
  return brace_constructible<T, any_base<T>, any_member_at<Rest>...>;
}

// One more value than there are members is too many, and so are two more: unless the last member is a C array whose
// elements cannot be left out. Of that, only up to four elements are looked for.
template <class T, std::size_t... At>
consteval bool takes_values(std::index_sequence<At...>) {
  return brace_constructible<T, any_member_at<At>...>;
}
template <class T>
consteval bool takes_more_values() {
  return takes_values<T>(std::make_index_sequence<member_count<T> + 2>{}) ||
         takes_values<T>(std::make_index_sequence<member_count<T> + 3>{});
}

template <class E, std::size_t N>
struct Gathered {
  E at[N];
};

template <std::size_t N>
using count_constant = std::integral_constant<std::size_t, N>;

#include "mlpipe/dsl/reflect_members.inc"

/// A pointer to a member, good as a template argument.
struct MemberAddress {
  const void* at = nullptr;
  constexpr MemberAddress() = default;
  template <class M>
  explicit constexpr MemberAddress(const M& member) : at(&member) {}
};

template <class T>
struct NeverDefined {
  const T value;
};

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#pragma clang diagnostic ignored "-Wundefined-internal"
#endif

template <class T>
extern const NeverDefined<T> mlpipe_external;

#ifdef __clang__
// Of an array, Clang spells ten elements, and for the others `...`: so the addresses stand in rows.
template <std::size_t N>
struct MemberRows {
  static constexpr std::size_t length = 8;
  MemberAddress at[(N + length - 1) / length][length];
};
template <std::size_t N>
constexpr MemberRows<N> spellable(const Gathered<MemberAddress, N>& members) {
  MemberRows<N> rows;
  for (std::size_t i = 0; i < N; ++i) rows.at[i / rows.length][i % rows.length] = members.at[i];
  return rows;
}
#else
template <std::size_t N>
constexpr const Gathered<MemberAddress, N>& spellable(const Gathered<MemberAddress, N>& members) {
  return members;
}
#endif

template <auto Addresses>
constexpr std::string_view spelling() {
  return __PRETTY_FUNCTION__;
}

/// The compiler's spelling of pointers to all members of T; read by member_names(). Empty for a struct without members.
template <class T>
constexpr std::string_view spelled_members() {
  if constexpr (member_count<T> == 0)
    return {};
  else
    return spelling<spellable(gather<MemberAddress>(mlpipe_external<T>.value, count_constant<member_count<T>>{}))>();
}

/// Whether each member of T is what `Is`, which is made from one, takes it for. Only types are looked at.
template <class Is, class T>
consteval bool each_member_is() {
  if constexpr (member_count<T> != 0) {
    for (const Is& member : gather<Is>(mlpipe_external<T>.value, count_constant<member_count<T>>{}).at) {
      if (!member.yes) return false;
    }
  }
  return true;
}

// The address of what a reference refers to is not known when compiling. A reference cannot be assigned to, so other
// structs are not asked.
template <class T>
consteval bool has_reference() {
  if constexpr (std::is_copy_assignable_v<T>)
    return false;
  else
    return !requires {
      typename std::bool_constant<(gather<MemberAddress>(mlpipe_external<T>.value, count_constant<member_count<T>>{}),
                                   true)>;
    };
}

#ifdef __clang__
#pragma clang diagnostic pop
#endif

enum class StructProblem { none, not_an_aggregate, base_class, too_many_members, array_or_reference };

template <class T>
consteval StructProblem find_struct_problem() {
  if constexpr (!std::is_aggregate_v<T>)
    return StructProblem::not_an_aggregate;
  else if constexpr (member_count<T> > max_members)
    return StructProblem::too_many_members;
  else if constexpr (member_count<T> == 0)
    return StructProblem::none;
  else if constexpr (starts_with_base<T>(std::make_index_sequence<member_count<T> - 1>{}))
    return StructProblem::base_class;
  else if constexpr (!each_takes_braces<T>(std::make_index_sequence<member_count<T>>{}) || takes_more_values<T>())
    return StructProblem::array_or_reference;
  else if constexpr (has_reference<T>())
    return StructProblem::array_or_reference;
  else
    return StructProblem::none;
}

/// Why T cannot be reflected, if it cannot.
template <class T>
inline constexpr StructProblem struct_problem = find_struct_problem<T>();

template <class T>
constexpr std::string_view spelled_type() {
  return __PRETTY_FUNCTION__;
}

/// The names in a spelling of spelled_members(), in the order of the members.
std::vector<std::string> member_names(std::string_view spelling);
/// The type's name in a spelling of spelled_type(), with namespaces and template arguments.
std::string_view type_name(std::string_view spelling);

}  // namespace mlpipe::detail
