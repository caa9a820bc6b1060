#include "ir/order.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <functional>
#include <queue>
#include <unordered_map>

namespace mlpipe::ir {
namespace {

// Compact, and as fast to build as to read.
using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                               boost::no_property, std::uint32_t>;

Csr make_graph(std::uint32_t nodes, const std::vector<Edge>& edges) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(edges.size());
  for (const Edge& edge : edges) pairs.emplace_back(edge.from, edge.to);
  return Csr(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), nodes);
}

template <class Visit>
void for_each_successor(const Csr& graph, std::uint32_t node, Visit&& visit) {
  const auto [first, last] = boost::adjacent_vertices(node, graph);
  std::for_each(first, last, visit);
}

// The shortest way from `start` back to itself, within its knot. There is one.
std::vector<std::uint32_t> shortest_cycle(const Csr& graph, const std::vector<std::uint32_t>& knot,
                                          std::uint32_t start) {
  std::unordered_map<std::uint32_t, std::uint32_t> before;
  std::queue<std::uint32_t> waiting;
  waiting.push(start);
  while (!before.contains(start)) {
    const std::uint32_t node = waiting.front();
    waiting.pop();
    for_each_successor(graph, node, [&](std::uint32_t next) {
      if (knot[next] == knot[start] && before.emplace(next, node).second) waiting.push(next);
    });
  }
  std::vector<std::uint32_t> cycle = {start};
  for (std::uint32_t node = before[start]; node != start; node = before[node]) cycle.push_back(node);
  std::reverse(cycle.begin() + 1, cycle.end());
  return cycle;
}

struct Discovered : boost::default_dfs_visitor {
  std::vector<std::uint32_t>* found;
  explicit Discovered(std::vector<std::uint32_t>* nodes) : found(nodes) {}
  void discover_vertex(std::uint32_t node, const Csr&) const { found->push_back(node); }
};

}  // namespace

std::vector<std::uint32_t> topological_order(std::uint32_t nodes, const std::vector<Edge>& edges) {
  const Csr graph = make_graph(nodes, edges);
  std::vector<std::uint32_t> blockers(nodes, 0);
  for (const Edge& edge : edges) ++blockers[edge.to];
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    if (blockers[node] == 0) free.push(node);
  }
  std::vector<std::uint32_t> order;
  order.reserve(nodes);
  while (!free.empty()) {
    const std::uint32_t node = free.top();
    free.pop();
    order.push_back(node);
    for_each_successor(graph, node, [&](std::uint32_t next) {
      if (--blockers[next] == 0) free.push(next);
    });
  }
  if (order.size() != nodes) order.clear();
  return order;
}

std::vector<std::vector<std::uint32_t>> find_cycles(std::uint32_t nodes, const std::vector<Edge>& edges) {
  const Csr graph = make_graph(nodes, edges);
  std::vector<std::uint32_t> knot(nodes);
  const auto knots = boost::strong_components(
      graph, boost::make_iterator_property_map(knot.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<std::uint32_t> size(knots, 0);
  for (const std::uint32_t at : knot) ++size[at];
  std::vector<bool> done(knots, false);
  std::vector<std::vector<std::uint32_t>> cycles;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    if (done[knot[node]]) continue;
    done[knot[node]] = true;
    bool in_cycle = size[knot[node]] > 1;
    for_each_successor(graph, node, [&](std::uint32_t next) { in_cycle = in_cycle || next == node; });
    if (in_cycle) cycles.push_back(shortest_cycle(graph, knot, node));
  }
  return cycles;
}

std::vector<std::uint32_t> reachable_from(std::uint32_t start, std::uint32_t nodes, const std::vector<Edge>& edges) {
  const Csr graph = make_graph(nodes, edges);
  std::vector<std::uint32_t> found;
  std::vector<boost::default_color_type> colors(nodes, boost::white_color);
  boost::depth_first_visit(graph, start, Discovered(&found),
                           boost::make_iterator_property_map(colors.begin(), boost::get(boost::vertex_index, graph)));
  return found;
}

}  // namespace mlpipe::ir
