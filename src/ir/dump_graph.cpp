#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "ir/walk.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe::ir {
namespace {

// Writes what was recorded in the order written, and what passes have filled in after it. Ids stand for what has no
// name yet: `%7` is a value, `#3` a task or scope.
class Dump {
 public:
  explicit Dump(const Graph& graph) : graph_(graph) {}

  std::string run() {
    for (const Component& component : graph_.components) {
      if (const auto* body = std::get_if<ScopeId>(&component.body))
        write_pipeline(component, *body);
      else
        write_component(component);
    }
    return std::move(text_);
  }

 private:
  template <class... Args>
  void line(fmt::format_string<Args...> text, Args&&... args) {
    text_.append(2 * depth_, ' ');
    fmt::format_to(std::back_inserter(text_), text, std::forward<Args>(args)...);
    text_ += '\n';
  }

  void write_component(const Component& component) {
    std::string_view kind = "unknown";
    if (std::holds_alternative<Native>(component.body)) kind = "native";
    if (std::holds_alternative<Container>(component.body)) kind = "container";
    line("{} {}{}", kind, component.name, place(component.location));
    ++depth_;
    write_interface(component.interface);
    if (const auto* container = std::get_if<Container>(&component.body)) write_container(*container);
    --depth_;
  }

  void write_configuration(const Configuration& given) {
    if (given.workspace) line("workspace {} {}", given.workspace->size, mlpipe::dump(given.workspace->pvc_spec_patch));
    const auto span = [this](const char* what, const std::optional<std::int64_t>& seconds) {
      if (seconds) line("{} {} s", what, *seconds);
    };
    span("ttl_after_finished", given.ttl_after_finished);
    span("ttl_after_success", given.ttl_after_success);
    span("ttl_after_failure", given.ttl_after_failure);
    span("active_deadline", given.active_deadline);
  }

  void write_pipeline(const Component& component, ScopeId body) {
    const bool is_root = graph_.root && &graph_[graph_.root] == &component;
    line("pipeline {}{}{}", component.name, is_root ? " (root)" : "", place(component.location));
    ++depth_;
    write_interface(component.interface);
    if (component.configuration) write_configuration(*component.configuration);
    walk(
        graph_, body,
        [&](ScopeId id) {
          if (id != body) enter(id);
        },
        [&](TaskId id) { write_task(id); },
        [&](ScopeId id) {
          if (id != body) leave(id);
        });
    const auto& outputs = graph_[body].outputs;
    for (std::size_t i = 0; i < outputs.size() && i < component.interface.outputs.size(); ++i) {
      line("gives {} = {}", component.interface.outputs[i].name, name(outputs[i]));
    }
    --depth_;
  }

  void write_interface(const Interface& interface) {
    for (const InputDefinition& input : interface.inputs) {
      const std::string otherwise = input.default_value ? " = " + mlpipe::dump(*input.default_value) : "";
      line("in {}: {}{}{}", input.name, to_string(input.type), input.optional ? "?" : "", otherwise);
    }
    for (const OutputDefinition& output : interface.outputs) line("out {}: {}", output.name, to_string(output.type));
  }

  void write_container(const Container& container) {
    line("image {}", text(container.image));
    for (const ContainerArgument& word : container.command) line("command {}", words(word));
    for (const ContainerArgument& word : container.args) line("arg {}", words(word));
    for (const auto& [variable, value] : container.env) line("env {}={}", variable, text(value));
  }

  void enter(ScopeId id) {
    const Scope& scope = graph_[id];
    const std::string called = scope.name.empty() ? fmt::format("#{}", id.index) : scope.name;
    if (scope.kind == Scope::Kind::branches)
      line("branches {}{}{}", called, threads(scope), place(scope.location));
    else if (scope.kind == Scope::Kind::handler)
      line("handler {}{}{}", called, threads(scope), place(scope.location));
    else if (scope.kind == Scope::Kind::loop)
      line("loop {} over {}{}{}{}", called, items(*scope.loop), limit(*scope.loop), threads(scope),
           place(scope.location));
    else
      line("branch {}{}{}{}", called, scope.condition ? " if " + text(*scope.condition) : " else", threads(scope),
           place(scope.location));
    ++depth_;
  }

  std::string items(const Loop& loop) const {
    if (const auto* value = std::get_if<ValueId>(&loop.items)) return name(*value);
    return mlpipe::dump(std::get<Json>(loop.items));
  }

  static std::string limit(const Loop& loop) {
    return loop.parallelism == 0 ? "" : fmt::format(", {} at once", loop.parallelism);
  }

  void leave(ScopeId id) {
    const Scope& scope = graph_[id];
    for (std::size_t i = 0; i < scope.results.size(); ++i) {
      std::string values;
      for (const ValueId value : scope.results[i].given) values += (values.empty() ? "" : " | ") + name(value);
      line("result {}: {} = {}", i + 1, to_string(scope.results[i].type), values);
    }
    --depth_;
  }

  void write_task(TaskId id) {
    const Task& task = graph_[id];
    const std::string called = task.component ? graph_[task.component].name : "?";
    line("{} {}: {}{}{}", task.at_exit ? "exit task" : "task", name(id), called, upstream(task.upstream),
         place(task.location));
    ++depth_;
    for (const TaskArgument& argument : task.arguments) {
      const std::string input = task.component ? graph_[task.component].interface.inputs[argument.input].name : "?";
      line("{} = {}", input, text(argument.argument));
    }
    if (task.options != 0) write_options(graph_.options_of(task));
    --depth_;
  }

  void write_options(const TaskOptions& options) {
    for_each_setting(options, [&](const char* what, const Setting& setting) {
      if (setting) line(".{} {}", what, text(*setting));
    });
    for (const auto& [variable, value] : options.env) line(".env {}={}", variable, text(value));
    for (const Child& after : options.after) line(".after {}", name(after));
    if (options.ignore_upstream_failure) line(".ignore_upstream_failure");
    for (const PlatformOption& option : options.platform) line(".{} {}", option.platform, text(option.config));
  }

  static std::string place(const SourceLocation& at) {
    if (!at) return {};
    const std::string_view file = at.file;
    return fmt::format("  # {}:{}", file.substr(file.find_last_of('/') + 1), at.line);
  }

  std::string threads(const Scope& scope) const {
    std::string result = upstream(scope.upstream);
    for (const ValueId value : scope.inflow) result += " <" + name(value);
    for (const ValueId value : scope.outflow) result += " >" + name(value);
    return result;
  }

  std::string upstream(const std::vector<Child>& children) const {
    std::string result;
    for (const Child& child : children) {
      result += (result.empty() ? " after " : ", ") + name(child);
    }
    return result;
  }

  std::string name(TaskId id) const { return graph_[id].name.empty() ? fmt::format("#{}", id.index) : graph_[id].name; }
  std::string name(ScopeId id) const {
    return graph_[id].name.empty() ? fmt::format("#{}", id.index) : graph_[id].name;
  }

  std::string name(const Child& child) const {
    return std::visit([this](auto id) { return name(id); }, child);
  }

  std::string name(ValueId id) const {
    if (!id) return "?";
    const GraphValue& value = graph_[id];
    switch (value.kind) {
      case GraphValue::Kind::pipeline_input:
        return graph_[graph_.scopes[value.owner].component].interface.inputs[value.index].name;
      case GraphValue::Kind::task_output: {
        const Task& task = graph_.tasks[value.owner];
        return name(TaskId(value.owner)) + '.' + graph_[task.component].interface.outputs[value.index].name;
      }
      case GraphValue::Kind::group_result:
        return fmt::format("{}.{}", name(ScopeId(value.owner)), value.index + 1);
      case GraphValue::Kind::loop_item:
        return name(ScopeId(value.owner)) + ".item";
      case GraphValue::Kind::field:
        return fmt::format("{}[\"{}\"]", name(ValueId(value.owner)), graph_.fields[value.index].name);
      default:
        return fmt::format("%{}", id.index);
    }
  }

  std::string text(const Text& segments) const {
    std::string result;
    for (const Segment& segment : segments) {
      if (segment.kind == SegmentKind::literal)
        result += segment.text;
      else if (segment.kind == SegmentKind::value)
        result += '{' + name(segment.value) + '}';
      else if (segment.kind == SegmentKind::run)
        result += fmt::format("{{run {}}}", static_cast<int>(segment.run));
      else
        result += fmt::format("{{{} {}{}}}", kind_name(segment.kind), segment.text,
                              segment.key.empty() ? "" : " " + segment.key);
    }
    return '"' + result + '"';
  }

  static std::string_view kind_name(SegmentKind kind) {
    static constexpr std::string_view names[] = {"literal",     "value",       "value of",       "path of",
                                                 "uri of",      "metadata of", "path to",        "uri to",
                                                 "metadata to", "run",         "executor input", "executor output"};
    return names[static_cast<std::size_t>(kind)];
  }

  std::string words(const ContainerArgument& word) const {
    if (const auto* segments = std::get_if<Text>(&word.content)) return text(*segments);
    std::string result;
    for (const auto& choice : std::get<std::vector<ContainerArgument::IfPresent>>(word.content)) {
      result += "if present " + choice.input + ':';
      for (const ContainerArgument& item : choice.then) result += ' ' + words(item);
      if (!choice.otherwise.empty()) result += " else:";
      for (const ContainerArgument& item : choice.otherwise) result += ' ' + words(item);
    }
    return result;
  }

  std::string text(const Argument& argument) const {
    if (const auto* json = std::get_if<Json>(&argument.content)) return mlpipe::dump(*json);
    if (const auto* value = std::get_if<ValueId>(&argument.content)) return name(*value);
    if (const auto* segments = std::get_if<Text>(&argument.content)) return text(*segments);
    std::string result;
    if (const auto* list = std::get_if<Argument::List>(&argument.content)) {
      for (const Argument& item : *list) result += (result.empty() ? "" : ", ") + text(item);
      return '[' + result + ']';
    }
    for (const Argument::Entry& entry : std::get<Argument::Map>(argument.content)) {
      result += (result.empty() ? "" : ", ") + entry.key + ": " + text(entry.value);
    }
    return '{' + result + '}';
  }

  std::string text(const Condition::Operand& operand) const {
    if (const auto* value = std::get_if<ValueId>(&operand)) return name(*value);
    return mlpipe::dump(std::get<Json>(operand));
  }

  // Only the first levels of what a program may have nested without end.
  std::string text(const Condition& condition, int levels = 50) const {
    using Op = Condition::Op;
    static constexpr std::string_view symbols[] = {"", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!"};
    const std::string_view symbol = symbols[static_cast<std::size_t>(condition.op)];
    if (levels == 0) return "...";
    if (condition.op == Op::truth) return text(condition.left);
    if (condition.operands.empty()) return fmt::format("{} {} {}", text(condition.left), symbol, text(condition.right));
    if (condition.op == Op::negation) return fmt::format("!({})", text(condition.operands[0], levels - 1));
    std::string result;
    for (const Condition& operand : condition.operands) {
      if (!result.empty()) result += fmt::format(" {} ", symbol);
      result += fmt::format("({})", text(operand, levels - 1));
    }
    return result;
  }

  const Graph& graph_;
  std::string text_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string dump(const Graph& graph) { return Dump(graph).run(); }

}  // namespace mlpipe::ir
