/// Order, cycles and reachability over nodes that are numbered from 0.
#pragma once

#include <cstdint>
#include <vector>

namespace mlpipe::ir {

struct Edge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// Every node after all those that lead to it; among those that are free to go, the lowest number first. Empty where
/// there is a cycle (and where there are no nodes).
std::vector<std::uint32_t> topological_order(std::uint32_t nodes, const std::vector<Edge>& edges);

/// One cycle for each knot of nodes that reach each other, as short as there is one through the knot's lowest node,
/// which it starts with; in ascending order of these.
std::vector<std::vector<std::uint32_t>> find_cycles(std::uint32_t nodes, const std::vector<Edge>& edges);

/// The nodes that can be reached from `start`, itself included, in the order in which a depth-first walk along the
/// edges as given meets them.
std::vector<std::uint32_t> reachable_from(std::uint32_t start, std::uint32_t nodes, const std::vector<Edge>& edges);

}  // namespace mlpipe::ir
