/// A value on the heap that may be absent.
#pragma once

#include <utility>

namespace mlpipe::ir {

/// Like `std::optional<T>`, but one pointer wide: for what is large and rare, and in `std::variant`s for the
/// alternatives that are much larger than the others. Copies deeply, compares by value. `T` may be incomplete where a
/// Box is declared.
template <class T>
class Box {
 public:
  Box() noexcept = default;
  Box(T value) : pointer_(new T(std::move(value))) {}
  Box(const Box& other) : pointer_(other.pointer_ ? new T(*other.pointer_) : nullptr) {}
  Box(Box&& other) noexcept : pointer_(std::exchange(other.pointer_, nullptr)) {}
  Box& operator=(Box other) noexcept {
    std::swap(pointer_, other.pointer_);
    return *this;
  }
  ~Box() { delete pointer_; }

  explicit operator bool() const noexcept { return pointer_ != nullptr; }
  bool has_value() const noexcept { return pointer_ != nullptr; }
  /// Replaces what is there by a default-made value and gives it.
  T& emplace() {
    *this = Box(T{});
    return *pointer_;
  }
  void reset() noexcept { delete std::exchange(pointer_, nullptr); }

  // As with std::optional: only where there is a value.
  T& operator*() noexcept { return *pointer_; }
  const T& operator*() const noexcept { return *pointer_; }
  T* operator->() noexcept { return pointer_; }
  const T* operator->() const noexcept { return pointer_; }

  friend bool operator==(const Box& a, const Box& b) {
    if (!a.pointer_ || !b.pointer_) return a.pointer_ == b.pointer_;
    return *a.pointer_ == *b.pointer_;
  }

 private:
  T* pointer_ = nullptr;
};

}  // namespace mlpipe::ir
