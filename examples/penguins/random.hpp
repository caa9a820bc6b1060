#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace penguins {

/// Random numbers that are the same on every machine and standard library (the distributions of <random> are not):
/// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }

  /// One of 0 ... count-1, each equally likely; count is at least 1.
  std::uint64_t below(std::uint64_t count) {
    const std::uint64_t unfair = (0 - count) % count;  // so many of the lowest numbers would come up once too often
    std::uint64_t number = next();
    while (number < unfair) number = next();
    return number % count;
  }

 private:
  std::uint64_t state_;
};

/// Every order equally likely (Fisher and Yates).
template <class T>
void shuffle(std::vector<T>& items, Random& random) {
  for (std::size_t left = items.size(); left > 1; --left) {
    std::swap(items[left - 1], items[static_cast<std::size_t>(random.below(left))]);
  }
}

}  // namespace penguins
