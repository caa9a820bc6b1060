// The builder behind the typed skin, and behind Pipeline without structs: it writes down what it is told into an
// ir::Graph, and decides nothing. What is wrong becomes a diagnostic and a handle that is known to be bad.
#pragma once

#include <exception>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "mlpipe/dsl/pipeline.hpp"
#include "mlpipe/dsl/record.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe::detail {

/// A component type as it is known in one recording.
struct ComponentType {
  std::string name;
  std::string cpp_type;
  ir::Interface interface;
  std::vector<std::size_t> input_members;  // for each input, which member of the struct it is
  bool has_configuration = false;
  struct Variant {
    ir::ComponentId id;
    void* instance;  // a copy, for comparing configurations; nullptr where there are none
  };
  std::vector<Variant> variants;  // one for each distinct configuration
};

class Recorder {
 public:
  Recorder();
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  // What Pipeline, If and the handles call.
  void add_task(const ComponentDescriptor& descriptor, const void* component, void* outputs, TaskHandle& task,
                const TaskOptions& options, const SourceLocation& at);
  void add_task(const DynamicComponent& component, const std::vector<NamedArgument>& arguments, TaskHandle& task,
                const TaskOptions& options, const SourceLocation& at);
  GroupHandle open_branches(const SourceLocation& at);
  void open_branch(ir::ScopeId branches, const Condition* condition, const GroupOptions& options,
                   const SourceLocation& at);
  GroupHandle open_loop(const Expression& items, const ResultSlot& item, const LoopOptions& options,
                        const SourceLocation& at);
  ir::TaskId add_importer(const Type& type, const Expression& uri, const ImporterOptions& options, Slot& artifact,
                          const SourceLocation& at);
  void make_exit_task(ir::TaskId id);
  TaskHandle open_handler(const TaskHandle& exit_task, const GroupOptions& options, const SourceLocation& at);
  void give_from_body(ir::ScopeId group, const std::vector<ResultSlot>& results, const SourceLocation& at);
  void close_body();
  void take_results(ir::ScopeId group, const std::vector<ResultSlot>& results);
  ir::ValueId add_input(ir::InputDefinition definition, const SourceLocation& at);
  void configure(const PipelineConfig& config, const SourceLocation& at);
  void add_output(std::string name, const Value& value, std::string description, const SourceLocation& at);
  Value find_output(ir::TaskId task, std::string_view name, const SourceLocation& at);

  /// The pipeline that is compiled: its body is recorded by `define`.
  void record_root(const ComponentDescriptor& descriptor, const void* instance);
  /// The pipeline that is compiled, without a struct.
  void begin_root(std::string name, const PipelineOptions& options, const SourceLocation& at);
  /// A component that is compiled alone, without a struct.
  void record_lone(const DynamicComponent& component);
  /// Looks for a native component of that name while recording, and stops recording there.
  void search(std::string_view native_component) {
    wanted_ = native_component;
    natives_only_ = true;
  }
  /// No `container()` is called.
  void record_natives_only() { natives_only_ = true; }
  const ComponentDescriptor* found() const { return found_; }

  Diagnostic& diagnose(Diagnostic diagnostic);
  /// Within a catch block: what was thrown while the root was recorded becomes a diagnostic.
  void report_thrown(const ComponentDescriptor& root);
  void report_read_of(const ValueRef& value);
  /// The value of that id if it belongs to this recording; none, and a diagnostic, where it does not.
  ir::ValueId resolve(const ValueRef& value, const SourceLocation& at);
  ValueRef reference(ir::ValueId id) { return {session_, id}; }

  ir::Graph graph;
  Diagnostics diagnostics;

 private:
  ComponentType& component_type(const ComponentDescriptor& descriptor);
  ir::ComponentId component_of(const ComponentDescriptor& descriptor, const void* instance, const SourceLocation& at);
  ir::ComponentId new_component(const ComponentDescriptor& descriptor, ComponentType& type, const void* instance,
                                const SourceLocation& at);
  template <class Call>
  void call_author(std::string_view function, ir::ComponentId component, const Call& call);
  void record_container(const ComponentDescriptor& descriptor, const ComponentType& type, const void* instance,
                        ir::ComponentId id);
  void record_body(const ComponentDescriptor& descriptor, const ComponentType& type, const void* instance,
                   ir::ComponentId id);
  bool is_recursion(const ComponentDescriptor& descriptor, const ComponentType& type, const void* instance,
                    const SourceLocation& at);
  void record_lone(const ComponentDescriptor& descriptor, const void* instance, ir::Interface interface);
  void add_lone_task(ir::ComponentId component, ir::Interface interface);
  ir::ComponentId dynamic_component(const DynamicComponent& component, const SourceLocation& at);

  std::optional<ir::Argument> argument_of(const Member& member, const std::string& component,
                                          const ir::InputDefinition& input, const SourceLocation& at);
  std::vector<ir::TaskArgument> arguments_of(const ComponentDescriptor& descriptor, const void* component,
                                             const SourceLocation& at);
  ir::TaskId append_task(ir::ComponentId component, std::vector<ir::TaskArgument> arguments, const TaskOptions& options,
                         const SourceLocation& at);
  std::uint32_t options_index(const TaskOptions& options, const SourceLocation& at);
  ir::TaskOptions convert(const TaskOptions& options, const SourceLocation& at);
  ir::Setting convert(const Expression* expression, const SourceLocation& at);
  ir::Argument convert(const Expression& expression, const SourceLocation& at);
  /// What an input is given; a bad value, with diagnostics, where a list or map in it is none.
  ir::Argument convert_argument(const Expression& expression, std::string_view component, std::string_view input,
                                const SourceLocation& at);
  void refuse_default(const std::string& pipeline, const std::string& input, const Slot& slot);
  bool is_whole(const Expression& expression, const std::string& what, const SourceLocation& at);
  ir::Text convert(const Text& text, const SourceLocation& at);
  ir::Segment convert(const TextSegment& segment, const SourceLocation& at);
  ir::Condition convert(const Condition& condition, const SourceLocation& at);
  ir::Condition convert(const ConditionNode& node, const SourceLocation& at);
  ir::Condition::Operand convert_operand(const Expression& expression, const SourceLocation& at);
  ir::Container convert(const ContainerSpec& spec, const SourceLocation& at);
  std::vector<ir::ContainerArgument> convert(const std::vector<ContainerArgument>& arguments, const SourceLocation& at);
  ir::ContainerArgument convert(const ContainerArgument& argument, const SourceLocation& at);
  ir::ValueId values_for(ir::GraphValue::Kind kind, std::uint32_t owner, std::size_t count);
  ir::ScopeId new_scope(ir::Scope::Kind kind, const SourceLocation& at);
  ir::ScopeId new_group(ir::Scope::Kind kind, const std::string& name, const SourceLocation& at);
  /// Makes the slot stand for the value, and the fields of a record for its fields.
  void assign(Slot& slot, void* held, const TypeInfo* type, ir::ValueId value);
  void assign(const Member& member, ir::ValueId value) { assign(*member.slot, member.value, member.type, value); }
  ir::Loop convert_items(const Expression& items, const ResultSlot& item, const SourceLocation& at);

  SessionRef session_;
  std::vector<ir::ScopeId> open_;  // innermost last
  struct Definition {              // a pipeline whose `define` is running
    const ComponentDescriptor* descriptor;
    const void* instance;
    ir::ComponentId id;
  };
  std::vector<Definition> defining_;
  std::vector<std::pair<ir::ScopeId, ir::TaskId>> exits_;  // open handlers with their exit tasks
  std::unordered_map<const ComponentDescriptor*, ComponentType> types_;
  std::vector<std::pair<const ComponentDescriptor*, void*>> copies_;       // to destroy
  std::unordered_map<std::string, std::vector<ir::ComponentId>> dynamic_;  // by name
  /// From here on `at` is the nearest place that is known.
  void come_to(const SourceLocation& at);

  SourceLocation nearest_;
  struct Thrown {  // by the author's code
    std::exception_ptr exception;
    std::string by;
    SourceLocation at;    // where the component was first used
    SourceLocation last;  // what was written last before it
  };
  Thrown thrown_;
  using Read = std::tuple<std::uint32_t, std::uint32_t, const char*>;  // value, line, file
  std::set<Read> reads_;                                               // that are reported
  std::string_view wanted_;
  bool natives_only_ = false;
  const ComponentDescriptor* found_ = nullptr;
};

}  // namespace mlpipe::detail
