/// What a component hands on of the configuration of its tasks, instead of (or besides) having its own pod set up so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace mlpipe {

/// A part of a task's configuration.
enum class TaskConfigField : std::uint8_t {
  resources,                 ///< `.resources`: cores, memory, accelerators
  env,                       ///< `.env` of the task
  kubernetes_affinity,       ///< node and pod affinity
  kubernetes_tolerations,    ///< tolerations of nodes' taints
  kubernetes_node_selector,  ///< labels that nodes must have
  kubernetes_volumes         ///< claims, secrets and config maps that are mounted as volumes
};

/// One part that is handed on.
struct TaskConfigPassthrough {
  TaskConfigField field{};
  bool apply_to_task = false;  ///< the component's own pod has it, too

  friend constexpr bool operator==(const TaskConfigPassthrough&, const TaskConfigPassthrough&) = default;
};

/// All that are handed on, in the order written:
/// `{{TaskConfigField::resources}, {.field = TaskConfigField::env, .apply_to_task = true}}`.
class TaskConfigPassthroughs {
 public:
  constexpr TaskConfigPassthroughs() = default;
  constexpr TaskConfigPassthroughs(std::initializer_list<TaskConfigPassthrough> all) {
    for (const TaskConfigPassthrough& one : all) add(one);
  }

  /// More than there are fields are not kept: one stands there twice by then, which compiling refuses.
  constexpr void add(const TaskConfigPassthrough& one) {
    if (size_ < items_.size()) items_[size_++] = one;
  }
  constexpr bool empty() const { return size_ == 0; }
  constexpr const TaskConfigPassthrough* begin() const { return items_.data(); }
  constexpr const TaskConfigPassthrough* end() const { return items_.data() + size_; }
  constexpr bool has(TaskConfigField field) const {
    for (const TaskConfigPassthrough& one : *this) {
      if (one.field == field) return true;
    }
    return false;
  }

  friend constexpr bool operator==(const TaskConfigPassthroughs&, const TaskConfigPassthroughs&) = default;

 private:
  std::array<TaskConfigPassthrough, 7> items_{};  // one more than there are fields
  std::size_t size_ = 0;
};

}  // namespace mlpipe
