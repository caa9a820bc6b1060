/// Handles to values of a pipeline that is being written.
#pragma once

#include <cstdint>
#include <utility>

#include "mlpipe/ir/ids.hpp"

namespace mlpipe::detail {

class Recorder;

/// What all handles to one recording share: they learn from it that the recording is over. One thread writes a
/// pipeline, so the count is a plain number.
struct Session {
  Recorder* recorder = nullptr;  ///< nullptr once the recording is gone
  std::uint32_t references = 0;
};

class SessionRef {
 public:
  constexpr SessionRef() noexcept = default;
  explicit SessionRef(Session* session) noexcept : session_(session) { acquire(); }
  constexpr SessionRef(const SessionRef& other) noexcept : session_(other.session_) { acquire(); }
  constexpr SessionRef(SessionRef&& other) noexcept : session_(std::exchange(other.session_, nullptr)) {}
  constexpr SessionRef& operator=(SessionRef other) noexcept {
    std::swap(session_, other.session_);
    return *this;
  }
  constexpr ~SessionRef() {
    if (session_ != nullptr && --session_->references == 0) delete session_;
  }

  /// The recorder, or nullptr where there is none any more.
  Recorder* recorder() const noexcept { return session_ == nullptr ? nullptr : session_->recorder; }
  Session* get() const noexcept { return session_; }

 private:
  constexpr void acquire() const noexcept {
    if (session_ != nullptr) ++session_->references;
  }
  Session* session_ = nullptr;
};

/// A value of the pipeline that `session` records. No id: known to be bad, and already diagnosed there. No session
/// either: no task made it, which whoever uses it says.
struct ValueRef {
  SessionRef session;
  ir::ValueId id;
};

/// A task of the pipeline that `session` records; no id and no session as with ValueRef. Or an exit handler: then it is
/// the group that has an id.
struct TaskHandle {
  SessionRef session;
  ir::TaskId id;
  ir::ScopeId group;
};

/// A pointer that copies what it points to: for members that are rarely there.
template <class T>
class Owned {
 public:
  constexpr Owned() noexcept = default;
  explicit Owned(T value) : value_(new T(std::move(value))) {}
  constexpr Owned(const Owned& other) : value_(other.value_ == nullptr ? nullptr : new T(*other.value_)) {}
  constexpr Owned(Owned&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  constexpr Owned& operator=(Owned other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  constexpr ~Owned() { delete value_; }

  const T* get() const noexcept { return value_; }
  T* get() noexcept { return value_; }

 private:
  T* value_ = nullptr;
};

}  // namespace mlpipe::detail
