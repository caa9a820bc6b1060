/// Spans of time that are constants of the spec.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>

namespace mlpipe {

/// Whole seconds, or unset: any std::chrono duration that cannot hold a part of one (`90s`, `30min`, `48h`). Who writes
/// one includes <chrono>: mlpipe does not.
class Seconds {
 public:
  constexpr Seconds() = default;
  template <class D>
  requires(std::integral<typename D::rep>&& D::period::den ==
           1) constexpr Seconds(const D& duration)  // NOLINT(google-explicit-constructor): `.timeout = 30min`
      : count_(to_seconds(duration.count(), D::period::num)) {}

  constexpr const std::optional<std::int64_t>& count() const { return count_; }

 private:
  // What is beyond 64 bits is refused later, as what is beyond far less is.
  template <class Count>
  static constexpr std::int64_t to_seconds(Count count, std::int64_t factor) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const auto whole = static_cast<std::int64_t>(count);
    if (whole > most / factor) return most;
    return whole < -(most / factor) ? -most : whole * factor;
  }
  std::optional<std::int64_t> count_;
};

}  // namespace mlpipe
