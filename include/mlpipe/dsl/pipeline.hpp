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
#include "mlpipe/dsl/groups.hpp"
#include "mlpipe/dsl/importer.hpp"
#include "mlpipe/dsl/pipeline_config.hpp"
#include "mlpipe/dsl/task_options.hpp"

namespace mlpipe {

/// What may be said of an untyped pipeline.
struct PipelineOptions {
  std::string description = {};
  std::string display_name = {};
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
    detail::GroupHandle branches = detail::open_branches(*recorder_, at);
    detail::record_branch<R>(branches, &condition, body, options, at);
    return If<R>(std::move(branches));
  }

  /// Records the body's tasks as a loop, once: a run does them for each item, all at a time. The items: constants, or a
  /// list of the pipeline (a parameter, or artifacts). The body takes the item as an `Out<T>`; what it returns (an Out,
  /// a task, a struct of Outs) comes as lists, in the order of the items: an `Out<std::vector<T>>`, or a Collected.
  /// Untyped lists (a Value, or a Json array, whose items are of the type of the first) have a Value as item.
  template <detail::LoopSource L, detail::LoopBody<L> F>
  auto parallel_for(const L& items, F&& body, const LoopOptions& options = {},
                    SourceLocation at = SourceLocation::current()) {
    return detail::record_loop<detail::item_of<L>>(*recorder_, detail::loop_items(items), body, options, at);
  }
  template <class T, detail::LoopBody<std::initializer_list<T>> F>
  auto parallel_for(std::initializer_list<T> items, F&& body, const LoopOptions& options = {},
                    SourceLocation at = SourceLocation::current()) {
    using Items = std::initializer_list<T>;
    return detail::record_loop<detail::item_of<Items>>(*recorder_, detail::loop_items(items), body, options, at);
  }
  // What is no list, and bodies that do not take its items.
  template <class L, class F>
  requires(!detail::LoopSource<L>) detail::this_is_no_list_to_loop_over<L> parallel_for(
      const L& items, F&& body, const LoopOptions& options = {});
  template <detail::LoopSource L, class F>
  requires(!detail::LoopBody<F, L>) detail::body_of_a_loop_takes_its_item<detail::item_of<L>> parallel_for(
      const L& items, F&& body, const LoopOptions& options = {});
  template <class T, class F>
  requires(!detail::LoopBody<F, std::initializer_list<T>>)
      detail::body_of_a_loop_takes_its_item<detail::item_of<std::initializer_list<T>>> parallel_for(
          std::initializer_list<T> items, F&& body, const LoopOptions& options = {});

  /// A task for exit_handler: it runs when what that guards has ended, whether it succeeded or failed. It may have an
  /// `In<TaskFinalStatus>`, and otherwise takes constants and inputs of the pipeline.
  template <detail::ValidComponent C>
  ExitTask exit_task(const C& component, const TaskOptions& options = {},
                     SourceLocation at = SourceLocation::current()) {
    const Task<C> task = add(component, options, at);
    return detail::make_exit_task(detail::Access::task(task));
  }
  ExitTask exit_task(const DynamicComponent& component, const std::vector<NamedArgument>& arguments = {},
                     const TaskOptions& options = {}, SourceLocation at = SourceLocation::current()) {
    const DynamicTask task = add(component, arguments, options, at);
    return detail::make_exit_task(detail::Access::task(task));
  }
  /// Records the body's tasks as what the exit task guards. Only directly in a pipeline: not within a branch, a loop or
  /// another handler. What is made inside can be used inside alone.
  template <class F>
  requires std::is_void_v<std::invoke_result_t<F&>> ExitHandler
  exit_handler(const ExitTask& exit_task, F&& body, const GroupOptions& options = {},
               SourceLocation at = SourceLocation::current()) {
    const ExitHandler handler = detail::open_handler(*recorder_, detail::Access::task(exit_task), options, at);
    const detail::BodyGuard guard{detail::Access::task(handler).session};
    body();
    return handler;
  }
  template <class F>
  requires(!std::is_void_v<std::invoke_result_t<F&>>)
      detail::body_of_an_exit_handler_gives_nothing<std::invoke_result_t<F&>> exit_handler(
          const ExitTask& exit_task, F&& body, const GroupOptions& options = {});

  /// Adds a task that gives the artifact at a URI: a constant, or an input of the pipeline.
  template <ArtifactType T>
  Imported<T> importer(const Setting<std::string>& uri, const ImporterOptions& options = {},
                       SourceLocation at = SourceLocation::current()) {
    Imported<T> imported{detail::TaskHandle{}};
    detail::Access::task(imported) = detail::record_importer(*recorder_, detail::describe_type<T>(), detail::given(uri),
                                                             options, detail::Access::slot(imported), at);
    return imported;
  }
  /// The untyped form; `type` is an artifact's.
  Value importer(const Type& type, const Setting<std::string>& uri, const ImporterOptions& options = {},
                 SourceLocation at = SourceLocation::current()) {
    Value imported;
    detail::record_importer(*recorder_, type, detail::given(uri), options, detail::Access::slot(imported), at);
    return imported;
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
