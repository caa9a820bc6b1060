/// Groups of tasks: branches, loops, exit handlers, and what they give.
#pragma once

#include <initializer_list>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/dsl/condition.hpp"
#include "mlpipe/dsl/descriptor.hpp"
#include "mlpipe/dsl/dynamic.hpp"
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

/// What may be said of a branch or an exit handler.
struct GroupOptions {
  std::string name = {};  ///< kept as it is; default: condition-1, exit-handler-2, ...
};

/// What may be said of a loop.
struct LoopOptions {
  std::string name = {};  ///< kept as it is; default: for-loop-1, for-loop-2, ...
  int parallelism = 0;    ///< how many iterations run at once; 0: no limit
};

template <class R, int Depth = 1>
class Collected;

namespace detail {

template <class T>
struct list_of {
  using type = std::vector<T>;
};
template <ArtifactListType T>
struct list_of<T> {
  using type = T;  // of artifacts there are no lists of lists: the backends give all in one
};
template <class T, int Depth>
struct nested_list {
  using type = typename list_of<typename nested_list<T, Depth - 1>::type>::type;
};
template <class T>
struct nested_list<T, 0> {
  using type = T;
};

// What a body gives: nothing, an Out, a Value, or a struct of Outs.
template <class R>
struct body_result {
  using type = R;
};
template <class T, fixed_string Doc>
struct body_result<Out<T, Doc>> {
  using type = Out<T>;
};
template <class T>
struct body_result<Output<T>> {
  using type = Out<T>;
};
template <class C>
struct body_result<Task<C>> {
  using type = outputs_of<C>;
};
template <class F, class... Item>
using result_of_body = typename body_result<std::remove_cvref_t<std::invoke_result_t<F&, Item...>>>::type;

// What a loop makes of that.
template <class R>
struct collected {
  using type = Collected<R>;
};
template <>
struct collected<void> {
  using type = void;
};
template <>
struct collected<Value> {
  using type = Value;
};
template <class T>
struct collected<Out<T>> {
  using type = Out<typename list_of<T>::type>;
};
template <class R, int Depth>
struct collected<Collected<R, Depth>> {
  using type = Collected<R, Depth + 1>;
};

/// A value that goes into or comes out of a group: what it holds and of which type, within so many lists. `type` is
/// nullptr where it is a Value.
struct ResultSlot {
  Slot* slot;
  void* value;
  const TypeInfo* type;
  int lists = 0;
};

template <class R>
std::vector<ResultSlot> slots_of(R& result, int lists = 0) {
  if constexpr (std::same_as<R, Value>)
    return {{&Access::slot(result), nullptr, nullptr, lists}};
  else if constexpr (Symbolic<R>)
    return {{&Access::slot(result), &Access::value(result), &type_info<typename R::mlpipe_symbol>, lists}};
  else if constexpr (requires { R::mlpipe_depth; })
    return slots_of(Access::element(result), lists + R::mlpipe_depth);
  else {
    Member members[max_members];
    list_members<R>(&result, members);
    std::vector<ResultSlot> slots;
    for (std::size_t i = 0; i < member_count<R>; ++i) {
      if (members[i].slot != nullptr) slots.push_back({members[i].slot, members[i].value, members[i].type, lists});
    }
    return slots;
  }
}

/// The group as a whole: an if_, a loop, a handler.
struct GroupHandle {
  SessionRef session;
  ir::ScopeId scope;
};

GroupHandle open_branches(Recorder& recorder, const SourceLocation& at);
void open_branch(const GroupHandle& branches, const Condition* condition, const GroupOptions& options,
                 const SourceLocation& at);
/// `item` is filled with the item of an iteration.
GroupHandle open_loop(Recorder& recorder, const Expression& items, const ResultSlot& item, const LoopOptions& options,
                      const SourceLocation& at);
/// What the body gives, of the branch that is open or of the loop.
void give_from_body(const GroupHandle& group, const std::vector<ResultSlot>& results, const SourceLocation& at);
void close_body(const SessionRef& session) noexcept;
/// The results as values of the scope around.
void take_results(const GroupHandle& group, const std::vector<ResultSlot>& results);

/// Closes a body also where it throws.
struct BodyGuard {
  const SessionRef& session;
  ~BodyGuard() { close_body(session); }
};

template <class R, class F, class... Item>
void record_body(const GroupHandle& group, F& body, const SourceLocation& at, Item&... item) {
  const BodyGuard guard{group.session};
  if constexpr (std::is_void_v<R>)
    body(item...);
  else {
    R result = body(item...);
    give_from_body(group, slots_of(result), at);
  }
}

template <class R, class F>
void record_branch(const GroupHandle& branches, const Condition* condition, F& body, const GroupOptions& options,
                   const SourceLocation& at) {
  open_branch(branches, condition, options, at);
  record_body<R>(branches, body, at);
}

template <class R>
struct ResultMaker {  // default-initialised: an Out is not made in any other way
  R take(const GroupHandle& group) {
    R result;
    take_results(group, slots_of(result));
    return result;
  }
};

template <class T>
concept LoopConstant = ParameterType<T> && std::same_as<stored<T>, T>;
template <class S>
concept LoopList = Symbolic<S> && !without_optional<typename S::mlpipe_symbol>::optional &&
                   !std::same_as<typename element_of<typename S::mlpipe_symbol>::list, NoElement>;

// What can be looped over, and as what its items come.
template <class L>
struct loop_source;
template <LoopConstant T>
struct loop_source<std::vector<T>> {
  using item = Out<T>;
  static Expression items(const std::vector<T>& given) { return Input<std::vector<T>>(given).mlpipe_expression(); }
};
template <LoopConstant T>
struct loop_source<std::initializer_list<T>> {
  using item = Out<T>;
  static Expression items(std::initializer_list<T> given) { return loop_source<std::vector<T>>::items({given}); }
};
template <>
struct loop_source<std::initializer_list<const char*>> {
  using item = Out<std::string>;
  static Expression items(std::initializer_list<const char*> given) {
    return loop_source<std::vector<std::string>>::items({given.begin(), given.end()});
  }
};
template <LoopList S>
struct loop_source<S> {
  using item = Out<typename element_of<typename S::mlpipe_symbol>::list>;
  static Expression items(const S& given) { return given.mlpipe_expression(); }
};
template <>
struct loop_source<Value> {
  using item = Value;
  static Expression items(const Value& given) { return given.mlpipe_expression(); }
};
template <>
struct loop_source<Json> {
  using item = Value;
  static Expression items(const Json& given) { return Expression(given); }
};
template <class L>
using item_of = typename loop_source<L>::item;
template <class L>
concept LoopSource = requires {
  typename item_of<L>;
};
template <class F, class L>
concept LoopBody = LoopSource<L> && std::is_invocable_v < F&,
        item_of<L>
& > ;

template <class L>
Expression loop_items(const L& items) {
  return loop_source<L>::items(items);
}

template <class Item, class F>
auto record_loop(Recorder& recorder, const Expression& items, F& body, const LoopOptions& options,
                 const SourceLocation& at) {
  using R = result_of_body<F, Item&>;
  Item item;
  const GroupHandle loop = open_loop(recorder, items, slots_of(item).front(), options, at);
  record_body<R>(loop, body, at, item);
  if constexpr (!std::is_void_v<R>) return ResultMaker<typename collected<R>::type>().take(loop);
}

}  // namespace detail

/// What a loop gives whose body gives a struct or a task: of each output the list. `trials[&Trial::Outputs::loss]` is
/// an `Out<std::vector<double>>`.
template <class R, int Depth>
class Collected {
 public:
  static constexpr int mlpipe_depth = Depth;

  template <class T, fixed_string Doc>
  Out<typename detail::nested_list<T, Depth>::type> operator[](Out<T, Doc> R::*output) const {
    Out<typename detail::nested_list<T, Depth>::type> list;
    detail::Access::slot(list) = detail::Access::slot(element_.*output);
    return list;
  }

 private:
  friend struct detail::Access;
  R element_;  // its members stand for the lists
};

/// An if_ that may go on: `.elif_(condition, body)`, `.else_(body)`. R is what its bodies return. Only else_ gives a
/// value: without it there may be none.
template <class R>
class If {
 public:
  explicit If(detail::GroupHandle branches) : branches_(std::move(branches)) {}

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
    if constexpr (!std::is_void_v<R>) return detail::ResultMaker<R>().take(branches_);
  }
  template <class F>
  requires(!std::same_as<detail::result_of_body<F>, R>)
      detail::branches_return_different_types<R, detail::result_of_body<F>> else_(F&&, const GroupOptions& = {});

 private:
  detail::GroupHandle branches_;
};

/// An exit task that was made, and waits for the handler that takes it.
class ExitTask {
 public:
  explicit ExitTask(detail::TaskHandle handle) : mlpipe_task_(std::move(handle)) {}

 private:
  friend struct detail::Access;
  detail::TaskHandle mlpipe_task_;
};

/// An exit handler, to wait for: `.after = {handler}`.
class ExitHandler {
 public:
  explicit ExitHandler(detail::TaskHandle handle) : mlpipe_task_(std::move(handle)) {}

 private:
  friend struct detail::Access;
  detail::TaskHandle mlpipe_task_;
};

namespace detail {

ExitTask make_exit_task(const TaskHandle& task);
ExitHandler open_handler(Recorder& recorder, const TaskHandle& exit_task, const GroupOptions& options,
                         const SourceLocation& at);

}  // namespace detail
}  // namespace mlpipe
