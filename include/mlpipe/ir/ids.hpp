/// Strong ids: indices into the vectors of ir::Graph.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace mlpipe::ir {

/// An index that knows what it counts. A default-made one is none.
template <class Tag>
struct Id {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  std::uint32_t index = none;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t at) : index(static_cast<std::uint32_t>(at)) {}
  explicit constexpr operator bool() const { return index != none; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using ScopeId = Id<struct ScopeTag>;
using TaskId = Id<struct TaskTag>;
using ValueId = Id<struct ValueTag>;
using ComponentId = Id<struct ComponentTag>;

}  // namespace mlpipe::ir
