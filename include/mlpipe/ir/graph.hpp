/// ir::Graph: a pipeline as it was written. Nested scopes, tasks and values in vectors under strong ids, with the
/// places in the user's source. The DSL records it and decides nothing; the compiler's passes check it, fill in the
/// names and whatever else is marked "filled by", and assemble the PipelineSpec.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/condition_op.hpp"
#include "mlpipe/ir/ids.hpp"
#include "mlpipe/ir/placeholder.hpp"
#include "mlpipe/json.hpp"
#include "mlpipe/task_config.hpp"
#include "mlpipe/type.hpp"

namespace mlpipe::detail {
struct ComponentDescriptor;  // the C++ struct behind a native component: mlpipe/dsl/descriptor.hpp
}

namespace mlpipe::ir {

/// A piece of a text: literal, a value of the pipeline, or a placeholder that the backend replaces.
struct Segment {
  SegmentKind kind = SegmentKind::literal;
  RunPlaceholder run{};  ///< of kind `run`
  ValueId value;         ///< of kind `value`
  std::string text;      ///< the literal, or the name of the component's input or output
  std::string key;       ///< of metadata; empty: all of it

  friend bool operator==(const Segment&, const Segment&) = default;
};

using Text = std::vector<Segment>;

/// What is given to an input or a setting: a constant, a value of the pipeline, text with values in it, or a list or
/// map with such in it (where all is constant it is one Json).
struct Argument {
  struct Entry;
  using List = std::vector<Argument>;
  using Map = std::vector<Entry>;  ///< in the order written; keys unique

  std::variant<Json, ValueId, Text, List, Map> content;

  friend bool operator==(const Argument&, const Argument&);
};

struct Argument::Entry {
  std::string key;
  Argument value;

  friend bool operator==(const Entry&, const Entry&) = default;
};

inline bool operator==(const Argument& a, const Argument& b) { return a.content == b.content; }

/// One input of a component's or pipeline's interface.
struct InputDefinition {
  std::string name;
  Type type = Type::string;
  std::string description;
  bool optional = false;  ///< need not be given: it has a default, or its type is std::optional
  std::optional<Json> default_value;
  std::vector<Json> literals;       ///< the only values allowed; empty: any
  std::vector<Json> item_literals;  ///< the only ones that a list or map may hold, at any depth; empty: any

  friend bool operator==(const InputDefinition&, const InputDefinition&) = default;
};

struct OutputDefinition {
  std::string name;
  Type type = Type::string;
  std::string description;

  friend bool operator==(const OutputDefinition&, const OutputDefinition&) = default;
};

struct Interface {
  std::vector<InputDefinition> inputs;    ///< in the order written
  std::vector<OutputDefinition> outputs;  ///< in the order written

  friend bool operator==(const Interface&, const Interface&) = default;
};

/// An element of a container's command or arguments: text, or alternatives by whether an input is given.
struct ContainerArgument {
  struct IfPresent;
  std::variant<Text, std::vector<IfPresent>> content;  ///< the vector holds exactly one (a class cannot hold itself)

  friend bool operator==(const ContainerArgument&, const ContainerArgument&);
};

struct ContainerArgument::IfPresent {
  std::string input;
  std::vector<ContainerArgument> then;
  std::vector<ContainerArgument> otherwise;

  friend bool operator==(const IfPresent&, const IfPresent&) = default;
};

inline bool operator==(const ContainerArgument& a, const ContainerArgument& b) { return a.content == b.content; }

/// A component that runs an image. Its text holds no values of the pipeline, only placeholders.
struct Container {
  Text image;
  std::vector<ContainerArgument> command;
  std::vector<ContainerArgument> args;
  std::vector<std::pair<std::string, Text>> env;  ///< in the order written, names unique

  friend bool operator==(const Container&, const Container&) = default;
};

/// A component whose body is C++ in the compiling program: its step runs this program's `exec`.
struct Native {
  std::string image;  ///< Component::image; empty: the compile options say
  const mlpipe::detail::ComponentDescriptor* implementation = nullptr;

  friend bool operator==(const Native&, const Native&) = default;
};

/// What a pipeline says of its runs as wholes; only that of the one that is compiled counts. Spans of time are seconds.
struct Configuration {
  struct Workspace {
    std::string size;
    Json pvc_spec_patch;  ///< an object, or null
  };
  std::optional<Workspace> workspace;
  std::optional<std::int64_t> ttl_after_finished, ttl_after_success, ttl_after_failure, active_deadline;
  SourceLocation location;
};

/// A component that gives an artifact that is there already. Its interface: the input `uri`, an input for each value in
/// the metadata, and the output `artifact`.
struct Importer {
  std::optional<std::string> uri;  ///< a constant; none: the input says it
  Json metadata;                   ///< an object, with placeholders of the inputs in it; null: none
  bool reimport = false;
  bool download_to_workspace = false;

  friend bool operator==(const Importer&, const Importer&) = default;
};

/// What a task calls. A pipeline is a component whose body is a scope of this graph.
struct Component {
  std::string name;  ///< as its author gave it, or the type's name in kebab-case
  std::string description;
  std::string display_name;                    ///< of a pipeline
  std::optional<Configuration> configuration;  ///< of a pipeline
  ComponentId lone;                            ///< of a pipeline that was made around a component alone: that component
  TaskConfigPassthroughs task_config;          ///< what it hands on of its tasks' configuration
  Interface interface;
  std::variant<std::monostate, Native, Container, ScopeId, Importer>
      body;                                      ///< monostate: known to be bad, already diagnosed
  std::string cpp_type;                          ///< for people; empty for a DynamicComponent
  SourceLocation location;                       ///< where it was first used or made
  std::vector<SourceLocation> input_locations;   ///< by input, of an untyped pipeline: empty, or each declaration's
  std::vector<SourceLocation> output_locations;  ///< the same of outputs

  bool is_pipeline() const { return std::holds_alternative<ScopeId>(body); }
};

/// A task or a scope, in the order written.
using Child = std::variant<TaskId, ScopeId>;

/// An option: unset, a constant, a value of the pipeline, or text with values in it.
using Setting = std::optional<Argument>;

/// What one platform is told of a task, as the platform's own executor config (proto-JSON): values of the pipeline, and
/// texts, stand where the config has an InputParameterSpec.
struct PlatformOption {
  std::string platform;  ///< `kubernetes`
  Argument config;       ///< an object

  friend bool operator==(const PlatformOption&, const PlatformOption&) = default;
};

/// The options of a task. Quantities are Kubernetes quantities as text ("500m", "1.5Gi"), durations are seconds.
struct TaskOptions {
  Setting display_name;
  Setting cpu_request, cpu_limit;
  Setting memory_request, memory_limit;
  Setting accelerator_type;   ///< "nvidia.com/gpu"
  Setting accelerator_count;  ///< an integer
  std::vector<std::pair<std::string, Argument>> env;
  Setting caching;  ///< a boolean
  Setting cache_key;
  Setting retry_max;             ///< an integer
  Setting retry_backoff;         ///< integer seconds
  Setting retry_backoff_factor;  ///< a number
  Setting retry_backoff_max;     ///< integer seconds
  std::vector<Child> after;      ///< tasks, and exit handlers
  bool ignore_upstream_failure = false;
  std::vector<PlatformOption> platform;

  friend bool operator==(const TaskOptions&, const TaskOptions&) = default;
};

/// An argument of a task, for the input at `input` of its component's interface.
struct TaskArgument {
  std::uint32_t input = 0;
  Argument argument;
};

/// A call of a component.
struct Task {
  ComponentId component;
  ScopeId scope;
  ValueId first_output;                 ///< its outputs are values with consecutive ids, in the interface's order
  std::uint32_t options = 0;            ///< index into Graph::options; 0: nothing set
  std::vector<TaskArgument> arguments;  ///< by ascending input; inputs left out have none
  std::string name;                     ///< explicit, or filled by name_tasks
  bool named = false;                   ///< explicit: kept as it is, takes no part in the numbering
  bool at_exit = false;                 ///< an exit task: it runs when what it guards has ended, however that ended
  ScopeId guards;                       ///< of an exit task: its handler, none where nobody took it
  std::vector<Child> upstream;          ///< filled by order_children: the children of its scope that it waits for
  SourceLocation location;
};

/// The test of a branch, as a tree.
struct Condition {
  using Op = ConditionOp;
  using Operand = std::variant<Json, ValueId>;

  Op op = Op::truth;
  Operand left, right;
  std::vector<Condition> operands;  ///< of both and either two or more, of a negation one
};

/// What a group gives: an if_ ... else_ the value of whichever branch ran, a loop the list of what its body gave.
struct GroupResult {
  Type type = Type::string;
  std::vector<ValueId> given;  ///< one for each branch, in order; of a loop the one of its body
};

/// What a loop goes over.
struct Loop {
  std::variant<Json, ValueId> items;  ///< an array of constants, or a list of the pipeline
  Type item_type = Type::string;
  ValueId item;                  ///< the item of an iteration, as a value within the loop
  std::int64_t parallelism = 0;  ///< how many iterations run at once; 0: no limit
  std::string item_name;         ///< of constants: filled by name_groups
};

/// A body that tasks are recorded into: of a pipeline, an if_ ... elif_ ... else_ as a whole, one branch of it, a loop,
/// or what an exit handler guards.
struct Scope {
  enum class Kind : std::uint8_t { pipeline, branches, branch, loop, handler };

  Kind kind = Kind::pipeline;
  ScopeId parent;         ///< none for a pipeline's body
  ComponentId component;  ///< the pipeline that it belongs to, at any depth
  std::vector<Child> children;
  SourceLocation location;
  std::string name;                    ///< explicit, or filled by name_groups
  bool named = false;                  ///< explicit: kept as it is, takes no part in the numbering
  std::optional<Condition> condition;  ///< of a branch; else_ has none
  std::optional<Loop> loop;            ///< of a loop
  std::vector<GroupResult> results;    ///< of branches and loops
  ValueId first_result;                ///< of these: the results as values of the scope around, consecutive ids
  ValueId first_input;                 ///< of a pipeline's body: its inputs as values, consecutive ids
  std::vector<ValueId> outputs;        ///< of a pipeline's body: one for each output of its interface
  std::vector<Child> upstream;         ///< filled by order_children: the children of the scope around that it waits for
  std::vector<ValueId> inflow;         ///< filled by thread_values: what comes in from the scope around, by id
  std::vector<ValueId> outflow;        ///< filled by thread_values: what goes out to the scope around, by id
};

/// A value of a pipeline. (pipeline_spec.hpp has a `Value` already, which is KFP's.)
struct GraphValue {
  enum class Kind : std::uint8_t {
    pipeline_input,   ///< `owner` is the pipeline's body (a scope), `index` the input
    task_output,      ///< `owner` is the task, `index` the output
    group_result,     ///< `owner` is the branches or the loop, `index` the result
    loop_item,        ///< `owner` is the loop
    field,            ///< `owner` is the value that has it, `index` its place in Graph::fields
    component_input,  ///< stands for an input while a container is written: `owner` is the component, `index` the input
    component_output  ///< the same for an output
  };
  Kind kind{};
  std::uint32_t owner = 0;
  std::uint32_t index = 0;
};

/// A member of a value that is a JSON object.
struct ObjectField {
  std::string name;
  Type type = Type::string;
};

struct Graph {
  std::vector<Component> components;
  std::vector<Scope> scopes;
  std::vector<Task> tasks;
  std::vector<GraphValue> values;
  std::vector<ObjectField> fields;
  std::vector<TaskOptions> options = {TaskOptions{}};
  ComponentId root;  ///< the pipeline that is compiled
  /// Values that another one of their name makes way for: filled by the compiler.
  std::map<ValueId, std::string> renamed_values;

  Component& operator[](ComponentId id) { return components[id.index]; }
  const Component& operator[](ComponentId id) const { return components[id.index]; }
  Scope& operator[](ScopeId id) { return scopes[id.index]; }
  const Scope& operator[](ScopeId id) const { return scopes[id.index]; }
  Task& operator[](TaskId id) { return tasks[id.index]; }
  const Task& operator[](TaskId id) const { return tasks[id.index]; }
  GraphValue& operator[](ValueId id) { return values[id.index]; }
  const GraphValue& operator[](ValueId id) const { return values[id.index]; }
  const TaskOptions& options_of(const Task& task) const { return options[task.options]; }
};

/// The type of a value.
const Type& type_of(const Graph& graph, ValueId value);
/// The scope in which a value lives: its task's, the one around the branches or loop, the loop itself for its item, the
/// pipeline's body for an input. None for a component_input.
ScopeId scope_of(const Graph& graph, ValueId value);
/// The value itself, or the one that it is a field of, or a field of a field.
ValueId base_of(const Graph& graph, ValueId value);
/// Where a value was made.
SourceLocation location_of(const Graph& graph, ValueId value);
/// Where an input or output of a component's interface was declared; where that is not known, the component's place.
SourceLocation location_of_input(const Component& component, std::size_t index);
SourceLocation location_of_output(const Component& component, std::size_t index);
/// For people: "task `train`", by its component while it has no name.
std::string describe(const Graph& graph, TaskId task);
/// For people: "output `model` of task `train`", "input `epochs`".
std::string describe(const Graph& graph, ValueId value);
/// The graph as indented text, for reading: every scope, task, argument and option, in the order written.
std::string dump(const Graph& graph);

}  // namespace mlpipe::ir
