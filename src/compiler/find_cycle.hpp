// A cycle in a directed graph, without recursion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mlpipe {

/// The vertices of one cycle, each before its successor; empty where there is none.
inline std::vector<std::size_t> find_cycle(const std::vector<std::vector<std::size_t>>& successors) {
  enum class State : std::uint8_t { unseen, open, done };
  std::vector<State> state(successors.size(), State::unseen);
  std::vector<std::size_t> path;
  std::vector<std::size_t> next(successors.size(), 0);  // which successor to look at
  for (std::size_t start = 0; start < successors.size(); ++start) {
    if (state[start] != State::unseen) continue;
    path.push_back(start);
    state[start] = State::open;
    while (!path.empty()) {
      const std::size_t at = path.back();
      if (next[at] == successors[at].size()) {
        state[at] = State::done;
        path.pop_back();
        continue;
      }
      const std::size_t to = successors[at][next[at]++];
      if (state[to] == State::open) {
        std::size_t first = 0;
        while (path[first] != to) ++first;
        return {path.begin() + static_cast<std::ptrdiff_t>(first), path.end()};
      }
      if (state[to] == State::unseen) {
        state[to] = State::open;
        path.push_back(to);
      }
    }
  }
  return {};
}

}  // namespace mlpipe
