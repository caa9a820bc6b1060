// From what users write (with handles) to what ir::Graph holds (with ids).
#include <fmt/format.h>

#include "dsl/concat.hpp"
#include "dsl/condition_node.hpp"
#include "dsl/recorder.hpp"
#include "ir/condition_size.hpp"

namespace mlpipe::detail {
namespace {

bool is_placeholder_of_input(ir::SegmentKind kind) {
  return kind == ir::SegmentKind::input_path || kind == ir::SegmentKind::input_uri ||
         kind == ir::SegmentKind::input_metadata;
}

bool is_placeholder_of_output(ir::SegmentKind kind) {
  return kind == ir::SegmentKind::output_path || kind == ir::SegmentKind::output_uri ||
         kind == ir::SegmentKind::output_metadata;
}

}  // namespace

ir::Segment Recorder::convert(const TextSegment& segment, const SourceLocation& at) {
  ir::Segment result;
  result.kind = segment.kind;
  result.run = segment.run;
  result.text = segment.text;
  result.key = segment.key;
  const bool of_input = is_placeholder_of_input(segment.kind);
  const bool of_output = is_placeholder_of_output(segment.kind);
  if ((segment.kind != ir::SegmentKind::value && !of_input && !of_output) || !segment.text.empty()) return result;

  result.value = resolve(segment.value, at);
  if (!result.value) return result;
  const ir::GraphValue& value = graph[result.value];
  if (value.kind == ir::GraphValue::Kind::component_input || value.kind == ir::GraphValue::Kind::component_output) {
    const ir::Interface& interface = graph.components[value.owner].interface;
    const bool is_input = value.kind == ir::GraphValue::Kind::component_input;
    const bool is_list = type_of(graph, result.value).is_artifact_list();
    result.text = is_input ? interface.inputs[value.index].name : interface.outputs[value.index].name;
    if (segment.kind == ir::SegmentKind::value) {
      if (is_list)
        result.kind = is_input ? ir::SegmentKind::input_list : ir::SegmentKind::output_list;
      else
        result.kind = is_input ? ir::SegmentKind::input_value : ir::SegmentKind::output_path;
    }
    result.value = {};
    return result;
  }
  if (segment.kind == ir::SegmentKind::value) return result;
  diagnose({Code::placeholder_out_of_place, at,
            fmt::format("the path, URI or metadata of {} is asked for while a pipeline is written",
                        describe(graph, result.value)),
            "these are for a component's `container`; pass the artifact itself to the task"});
  result.kind = ir::SegmentKind::value;
  result.value = {};
  return result;
}

ir::Text Recorder::convert(const Text& text, const SourceLocation& at) {
  ir::Text result;
  for (const TextSegment& segment : text.segments()) result.push_back(convert(segment, at));
  return result;
}

ir::Argument Recorder::convert(const Expression& expression, const SourceLocation& at) {
  switch (expression.kind) {
    case Expression::Kind::constant:
    case Expression::Kind::nothing:
      return {expression.constant};
    case Expression::Kind::value:
      return {resolve(expression.value, at)};
    case Expression::Kind::text:
      return {convert(expression.text, at)};
    case Expression::Kind::list: {
      ir::Argument::List items;
      for (const Expression& item : expression.list) items.push_back(convert(item, at));
      return {std::move(items)};
    }
    case Expression::Kind::map:
      break;
  }
  ir::Argument::Map entries;
  for (const Expression::Entry& entry : expression.map) entries.push_back({entry.key, convert(entry.value, at)});
  return {std::move(entries)};
}

ir::Argument Recorder::convert_argument(const Expression& expression, std::string_view component,
                                        std::string_view input, const SourceLocation& at) {
  const bool has_items = expression.kind == Expression::Kind::list || expression.kind == Expression::Kind::map;
  if (has_items && !is_whole(expression, fmt::format("input `{}` of component `{}`", input, component), at))
    return {ir::ValueId{}};
  return convert(expression, at);
}

bool Recorder::is_whole(const Expression& expression, const std::string& what, const SourceLocation& at) {
  bool whole = true;
  const auto check = [&](const Expression& item, const std::string& place) {
    if (item.kind != Expression::Kind::nothing) {
      whole = is_whole(item, place, at) && whole;
      return;
    }
    diagnose({Code::empty_braces, at, fmt::format("{} is `{{}}`, which says nothing", place),
              "write the value, or `empty` for an empty list or map; here, or in the default of the input"});
    whole = false;
  };
  for (std::size_t i = 0; i < expression.list.size(); ++i)
    check(expression.list[i], fmt::format("{}, item {}", what, i));
  std::set<std::string_view> keys;
  for (const Expression::Entry& entry : expression.map) {
    const std::string place = fmt::format("{}, entry `{}`", what, entry.key);
    check(entry.value, place);
    if (keys.insert(entry.key).second) continue;
    diagnose({Code::entry_given_twice, at, fmt::format("{} stands there twice", place), "give it once"});
    whole = false;
  }
  return whole;
}

ir::Setting Recorder::convert(const Expression* expression, const SourceLocation& at) {
  if (expression == nullptr) return std::nullopt;
  return convert(*expression, at);
}

ir::TaskOptions Recorder::convert(const TaskOptions& options, const SourceLocation& at) {
  ir::TaskOptions result;
  const Resources& resources = options.resources;
  const auto either = [](const auto& own, const auto& common) {
    return own.expression() ? own.expression() : common.expression();
  };
  result.display_name = convert(options.display_name.expression(), at);
  result.cpu_request = convert(either(resources.cpu_request, resources.cpu), at);
  result.cpu_limit = convert(either(resources.cpu_limit, resources.cpu), at);
  result.memory_request = convert(either(resources.memory_request, resources.memory), at);
  result.memory_limit = convert(either(resources.memory_limit, resources.memory), at);
  result.accelerator_type = convert(resources.accelerator.type.expression(), at);
  result.accelerator_count = convert(resources.accelerator.count.expression(), at);
  for (const TaskVariable& variable : options.env) {
    if (const Expression* value = variable.value.expression())
      result.env.emplace_back(variable.name, convert(*value, at));
  }
  result.caching = convert(options.caching.enabled.expression(), at);
  result.cache_key = convert(options.caching.key.expression(), at);
  result.retry_max = convert(options.retry.max.expression(), at);
  result.retry_backoff = convert(options.retry.backoff.expression(), at);
  result.retry_backoff_factor = convert(options.retry.backoff_factor.expression(), at);
  result.retry_backoff_max = convert(options.retry.backoff_max.expression(), at);
  for (const TaskRef& task : options.after) {
    const TaskHandle& handle = task.handle();
    if (handle.session.get() == session_.get()) {
      if (handle.id) result.after.emplace_back(handle.id);  // else known to be bad
      if (handle.group) result.after.emplace_back(handle.group);
    } else if (handle.session.get() == nullptr) {
      diagnose({Code::value_without_task, at, "a task is named in `after` that was never added",
                "a task is what `add` gives: `const auto task = p.add(...);`, and then `.after = {task}`"});
    } else {
      diagnose({Code::value_of_another_pipeline, at, "a task of another pipeline is named in `after`",
                "tasks wait for tasks of their own pipeline"});
    }
  }
  result.ignore_upstream_failure = options.ignore_upstream_failure;
  for (const PlatformOption& option : options.platform) {
    result.platform.push_back({option.platform, convert(option.config, at)});
    if (!option.patch.is_null()) result.platform.push_back({option.platform, {option.patch}});
  }
  return result;
}

ir::Condition::Operand Recorder::convert_operand(const Expression& expression, const SourceLocation& at) {
  if (expression.kind == Expression::Kind::value) return resolve(expression.value, at);
  if (expression.kind == Expression::Kind::constant) return expression.constant;
  diagnose({Code::bad_operand, at, "a text, list or map with values of the pipeline in it cannot be compared",
            "compare the values, or let a component put it together"});
  return ir::ValueId{};
}

ir::Condition Recorder::convert(const Condition& condition, const SourceLocation& at) {
  if (const auto problem = problem_of(condition.node().size)) {
    diagnose({Code::condition_too_large, at, *problem, "let a component decide, and test its boolean output"});
    return {ir::ConditionOp::truth, ir::ValueId{}, {}, {}};
  }
  return convert(condition.node(), at);
}

// It is known to be small: nesting is recursion, and what one level holds is gathered in the order written.
ir::Condition Recorder::convert(const ConditionNode& node, const SourceLocation& at) {
  ir::Condition result;
  result.op = node.op;
  if (node.operands[0] == nullptr) {
    result.left = convert_operand(node.left, at);
    if (node.op != ir::ConditionOp::truth) result.right = convert_operand(node.right, at);
    return result;
  }
  std::vector<const ConditionNode*> open = {&node};
  while (!open.empty()) {
    const ConditionNode* const next = open.back();
    open.pop_back();
    if (next != &node && (next->op != node.op || node.op == ir::ConditionOp::negation)) {
      result.operands.push_back(convert(*next, at));
      continue;
    }
    if (next->operands[1] != nullptr) open.push_back(next->operands[1]);
    open.push_back(next->operands[0]);
  }
  return result;
}

std::vector<ir::ContainerArgument> Recorder::convert(const std::vector<ContainerArgument>& arguments,
                                                     const SourceLocation& at) {
  std::vector<ir::ContainerArgument> result;
  for (const ContainerArgument& argument : arguments) result.push_back(convert(argument, at));
  return result;
}

ir::ContainerArgument Recorder::convert(const ContainerArgument& argument, const SourceLocation& at) {
  if (argument.concat() != nullptr) {
    if (const auto word = join_words({argument})) return convert(*word, at);
    diagnose({Code::bad_if_present, at,
              "a `concat` holds an `if_present` that gives several words, or asks for more than three inputs",
              "give one word for each answer, and ask for fewer inputs"});
    return {ir::Text{}};
  }
  const IfPresent* alternative = argument.if_present();
  if (alternative == nullptr) return {convert(argument.text(), at)};
  std::string input = alternative->input_name;
  if (input.empty()) {
    const ir::Text named = convert(text_of_slot(alternative->input, ir::SegmentKind::value, {}), at);
    if (!named.empty()) input = named.front().text;
  }
  std::vector<ir::ContainerArgument::IfPresent> one;
  one.push_back({std::move(input), convert(alternative->then, at), convert(alternative->otherwise, at)});
  return {std::move(one)};
}

ir::Container Recorder::convert(const ContainerSpec& spec, const SourceLocation& at) {
  ir::Container result;
  result.image = convert(spec.image, at);
  result.command = convert(spec.command, at);
  result.args = convert(spec.args, at);
  for (const EnvironmentVariable& variable : spec.env)
    result.env.emplace_back(variable.name, convert(variable.value, at));
  return result;
}

}  // namespace mlpipe::detail
