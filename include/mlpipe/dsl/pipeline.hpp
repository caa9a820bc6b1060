/// Pipeline: what a pipeline is written into.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/dsl/component.hpp"
#include "mlpipe/dsl/condition.hpp"
#include "mlpipe/dsl/descriptor.hpp"
#include "mlpipe/dsl/dynamic.hpp"
#include "mlpipe/dsl/pipeline_config.hpp"
#include "mlpipe/dsl/task_options.hpp"

namespace mlpipe {

/// A task: the outputs of its component as values, under their own names. It is not changed after it is made.
template <class C>
class Task : public detail::outputs_of<C> {
 public:
  // Not `= default`: outputs are only made by default-initialisation.
  Task() {}  // NOLINT(modernize-use-equals-default)

 private:
  friend struct detail::Access;
  detail::TaskHandle mlpipe_task_;
};

/// What may be said of an untyped pipeline.
struct PipelineOptions {
  std::string description = {};
  std::string display_name = {};
};

/// What may be said of a branch.
struct GroupOptions {
  std::string name = {};  ///< kept as it is; default: condition-1, condition-2, ...
};

namespace detail {

// What a branch gives: nothing, an Out, a Value, or a struct of Outs.
template <class R>
struct branch_result {
  using type = R;
};
template <class T, fixed_string Doc>
struct branch_result<Out<T, Doc>> {
  using type = Out<T>;
};
template <class T>
struct branch_result<Output<T>> {
  using type = Out<T>;
};
template <class C>
struct branch_result<Task<C>> {
  using type = outputs_of<C>;
};
template <class F>
using result_of_body = typename branch_result<std::remove_cvref_t<std::invoke_result_t<F&>>>::type;

/// A value that goes into or comes out of branches; `type` is nullptr where the value is a Value.
struct BranchSlot {
  Slot* slot;
  Type (*type)();
};

template <class R>
std::vector<BranchSlot> slots_of(R& result) {
  if constexpr (std::same_as<R, Value>)
    return {{&Access::slot(result), nullptr}};
  else if constexpr (Symbolic<R>)
    return {{&Access::slot(result), &describe_type<typename R::mlpipe_symbol>}};
  else {
    Member members[max_members];
    list_members<R>(&result, members);
    std::vector<BranchSlot> slots;
    for (std::size_t i = 0; i < member_count<R>; ++i) {
      if (members[i].slot != nullptr) slots.push_back({members[i].slot, members[i].type->type});
    }
    return slots;
  }
}

/// The if_ that further branches belong to.
struct BranchesHandle {
  SessionRef session;
  ir::ScopeId scope;
};

BranchesHandle open_branches(Recorder& recorder, const SourceLocation& at);
void open_branch(const BranchesHandle& branches, const Condition* condition, const GroupOptions& options,
                 const SourceLocation& at);
void give_from_branch(const BranchesHandle& branches, const std::vector<BranchSlot>& results, const SourceLocation& at);
void close_branch(const BranchesHandle& branches) noexcept;
void take_results(const BranchesHandle& branches, const std::vector<BranchSlot>& results);

/// Closes a branch also where its body throws.
struct BranchGuard {
  const BranchesHandle& branches;
  ~BranchGuard() { close_branch(branches); }
};

template <class R, class F>
void record_branch(const BranchesHandle& branches, const Condition* condition, F& body, const GroupOptions& options,
                   const SourceLocation& at) {
  open_branch(branches, condition, options, at);
  const BranchGuard guard{branches};
  if constexpr (std::is_void_v<R>)
    body();
  else {
    R result = body();
    give_from_branch(branches, slots_of(result), at);
  }
}

}  // namespace detail

/// An if_ that may go on: `.elif_(condition, body)`, `.else_(body)`. R is what its bodies return. Only else_ gives a
/// value: without it there may be none.
template <class R>
class If {
 public:
  explicit If(detail::BranchesHandle branches) : branches_(std::move(branches)) {}

  /// A further branch, tried where the ones before it did not hold.
  template <class F>
  requires std::same_as<detail::result_of_body<F>, R> If elif_(const Condition& condition, F&& body,
                                                               const GroupOptions& options = {},
                                                               SourceLocation at = SourceLocation::current()) {
    detail::record_branch<R>(branches_, &condition, body, options, at);
    return *this;
  }
  template <class F>
  requires(!std::same_as<detail::result_of_body<F>, R>)
      detail::branches_return_different_types<R, detail::result_of_body<F>> elif_(const Condition&, F&&,
                                                                                  const GroupOptions& = {});

  /// The branch that is left; gives the value of whichever branch ran.
  template <class F>
  requires std::same_as<detail::result_of_body<F>, R> R else_(F&& body, const GroupOptions& options = {},
                                                              SourceLocation at = SourceLocation::current()) {
    detail::record_branch<R>(branches_, nullptr, body, options, at);
    if constexpr (!std::is_void_v<R>) return Result().take(branches_);
  }
  template <class F>
  requires(!std::same_as<detail::result_of_body<F>, R>)
      detail::branches_return_different_types<R, detail::result_of_body<F>> else_(F&&, const GroupOptions& = {});

 private:
  struct Result {  // default-initialised: an Out is not made in any other way
    R take(const detail::BranchesHandle& branches) {
      R result;
      detail::take_results(branches, detail::slots_of(result));
      return result;
    }
  };
  detail::BranchesHandle branches_;
};

/// What a pipeline is written into: `define` of a pipeline's struct gets one; a program without structs makes its own.
/// Writing never throws: what is wrong is recorded, and compile() reports all of it. The body of a branch records into
/// that branch.
class Pipeline {
 public:
  /// A pipeline without a struct; see `input`, `output` and `add` of a DynamicComponent.
  explicit Pipeline(std::string name, const PipelineOptions& options = {},
                    SourceLocation at = SourceLocation::current());
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  ~Pipeline();

  /// Adds a task that calls the component with the values that its members have. Gives its outputs.
  template <detail::ValidComponent C>
  Task<C> add(const C& component, const TaskOptions& options = {}, SourceLocation at = SourceLocation::current()) {
    Task<C> task;
    record_task(detail::component_descriptor<C>, &component, static_cast<detail::outputs_of<C>*>(&task),
                detail::Access::task(task), options, at);
    return task;
  }
  // What is no component: the name of what this returns says why, at the line of the call.
  template <class C>
  requires(!detail::ValidComponent<C> && !std::same_as<C, DynamicComponent>) detail::component_problem<C> add(
      const C& component, const TaskOptions& options = {}, SourceLocation at = SourceLocation::current());

  /// Adds a task of an untyped component. Names and types are checked when the pipeline is compiled.
  DynamicTask add(const DynamicComponent& component, const std::vector<NamedArgument>& arguments = {},
                  const TaskOptions& options = {}, SourceLocation at = SourceLocation::current());

  /// Records the body's tasks as a branch that runs where the condition holds. The body may return an Out, a Value, a
  /// task or a struct of Outs; `.else_` gives it.
  template <class F>
  auto if_(const Condition& condition, F&& body, const GroupOptions& options = {},
           SourceLocation at = SourceLocation::current()) {
    using R = detail::result_of_body<F>;
    detail::BranchesHandle branches = detail::open_branches(*recorder_, at);
    detail::record_branch<R>(branches, &condition, body, options, at);
    return If<R>(std::move(branches));
  }

  /// Declares an input of an untyped pipeline and gives its value.
  Value input(std::string name, Type type, InputOptions options = {}, SourceLocation at = SourceLocation::current());
  /// Says of the pipeline's runs what concerns them as wholes: `p.configure({.workspace = {.size = "5Gi"}})`. Once; and
  /// where this pipeline is a part of another, it does not count.
  void configure(const PipelineConfig& config, SourceLocation at = SourceLocation::current());

  /// Declares an output of an untyped pipeline.
  void output(std::string name, const Value& value, std::string description = {},
              SourceLocation at = SourceLocation::current());

 private:
  friend class detail::Recorder;
  friend struct detail::Access;
  explicit Pipeline(detail::Recorder& recorder) : recorder_(&recorder) {}
  void record_task(const detail::ComponentDescriptor& descriptor, const void* component, void* outputs,
                   detail::TaskHandle& task, const TaskOptions& options, const SourceLocation& at);

  detail::Recorder* recorder_;
  bool owned_ = false;
};

}  // namespace mlpipe
