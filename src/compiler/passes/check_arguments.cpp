#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "compiler/check_constant.hpp"
#include "compiler/limits.hpp"
#include "compiler/naming.hpp"
#include "compiler/passes.hpp"
#include "compiler/placeholders.hpp"
#include "compiler/scopes.hpp"
#include "compiler/shares.hpp"
#include "compiler/spec_parts.hpp"
#include "json/shown.hpp"

namespace mlpipe::compiler {
namespace {

constexpr const char* lists_come_whole = "lists of artifacts come whole, from an output or input of that type";

class Checker {
 public:
  explicit Checker(Compilation& c) : c_(c), graph_(c.graph), checked_(c.graph.components.size(), false) {}

  void check_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    if (!task.component) return;
    check_interface(task.component);
    const std::vector<ir::InputDefinition>& inputs = graph_[task.component].interface.inputs;
    auto given = task.arguments.begin();
    for (std::uint32_t i = 0; i < inputs.size(); ++i) {
      if (given != task.arguments.end() && given->input == i)
        check_argument(task, inputs[i], (given++)->argument);
      else
        check_left_out(task, inputs[i]);
    }
    check_size(id);
  }

  /// Its inputs' defaults, once.
  void check_interface(ir::ComponentId id) {
    if (checked_[id.index]) return;
    checked_[id.index] = true;
    const ir::Component& component = graph_[id];
    for (const ir::InputDefinition& input : component.interface.inputs) {
      if (!input.default_value || is_of_lone(graph_, component, input)) continue;
      const std::string what = fmt::format("the default of input `{}` of `{}`", input.name, component.name);
      check_json(input, *input.default_value, component.location, what);
      check_placeholders(component, component.location, what, *input.default_value);
    }
  }

 private:
  std::string name_input(const ir::Task& task, const ir::InputDefinition& input) const {
    return fmt::format("input `{}` of `{}`", input.name, graph_[task.component].name);
  }

  void check_left_out(const ir::Task& task, const ir::InputDefinition& input) {
    if (input.optional || input.default_value || input.type.is_filled_by_backend()) return;
    if (!can_be_given(task, input)) return;
    tell_first_use(
        task,
        c_.report(Code::missing_argument, task.location, fmt::format("{} is not given", name_input(task, input)),
                  fmt::format("it is required: give it {}, or give the component a default", a_value_of(input.type))));
  }

  void tell_first_use(const ir::Task& task, Diagnostic& diagnostic) const {
    const SourceLocation& first = graph_[task.component].location;
    if (first.line == diagnostic.line && first.file == diagnostic.file) return;  // which is shown already
    diagnostic.with(first, "the component is first used here");
  }

  // What is wrong with an input's name is said of the name, and not again of each task that could not give it.
  bool can_be_given(const ir::Task& task, const ir::InputDefinition& input) const {
    const auto& inputs = graph_[task.component].interface.inputs;
    const auto first = std::find_if(inputs.begin(), inputs.end(), [&](const auto& i) { return i.name == input.name; });
    return is_interface_name(input.name) && &*first == &input;
  }

  /// Of what is known before a run: the literal part of texts, constants in lists.
  static std::size_t known_bytes(const ir::Argument& argument) {
    std::size_t bytes = 0;
    if (const auto* json = std::get_if<Json>(&argument.content)) {
      if (!json->is_boolean() && !json->is_number()) bytes = dump(*json).size();
    } else if (const auto* text = std::get_if<ir::Text>(&argument.content)) {
      for (const ir::Segment& segment : *text) bytes += segment.text.size();
    } else if (const auto* list = std::get_if<ir::Argument::List>(&argument.content)) {
      for (const ir::Argument& item : *list) bytes += known_bytes(item);
    } else if (const auto* map = std::get_if<ir::Argument::Map>(&argument.content)) {
      for (const ir::Argument::Entry& entry : *map) bytes += entry.key.size() + known_bytes(entry.value);
    }
    return bytes;
  }

  // They travel together in one argument of the step's launcher; check_json has looked at each constant alone.
  void check_size(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    std::size_t bytes = 0;
    bool told = false;
    for (const ir::TaskArgument& argument : task.arguments) {
      const std::size_t size = known_bytes(argument.argument);
      bytes += size;
      told = told || (size > limits::argument_bytes && std::holds_alternative<Json>(argument.argument.content));
    }
    if (bytes <= limits::argument_bytes || told) return;
    c_.report(Code::text_too_long, task.location,
              fmt::format("what {} is given has {} bytes together, more than {}: {}", describe(graph_, id), bytes,
                          limits::argument_bytes, describe_largest(shares_of(task))),
              "write it to an artifact, and pass that");
  }

  std::vector<Share> shares_of(const ir::Task& task) const {
    std::vector<Share> shares;
    for (const ir::TaskArgument& given : task.arguments) {
      const std::string& name = graph_[task.component].interface.inputs[given.input].name;
      shares.push_back({fmt::format("input `{}`", name), known_bytes(given.argument)});
    }
    return shares;
  }

  static std::string a_value_of(const Type& type) {
    return type.is_artifact() ? fmt::format("the output of a task of type {}", to_string(type))
                              : fmt::format("a value of type {}", to_string(type));
  }

  void check_argument(const ir::Task& task, const ir::InputDefinition& input, const ir::Argument& argument) {
    if (input.type.is_filled_by_backend()) {
      c_.report(Code::type_mismatch, task.location,
                fmt::format("{} is {}, which only the backend gives", name_input(task, input), to_string(input.type)),
                "leave it out");
      return;
    }
    if (const auto* json = std::get_if<Json>(&argument.content)) {
      const std::string what = fmt::format("what {} is given", name_input(task, input));
      check_json(input, *json, task.location, what);
      check_placeholders(graph_[task.component], task.location, what, *json);
    } else if (const auto* value = std::get_if<ir::ValueId>(&argument.content)) {
      if (*value) check_value(task, input, *value);
    } else {
      const std::size_t before = c_.diagnostics.size();
      check_composed(task, input, argument, input.type, "");
      if (before == c_.diagnostics.size()) check_filled_in(task, input, argument);
    }
  }

  // The backend fills text in where a container's arguments are put together. A pipeline hands on what it is given as
  // it stands: only what is a value, or a placeholder of the run, as a whole comes through it.
  void check_filled_in(const ir::Task& task, const ir::InputDefinition& input, const ir::Argument& argument) {
    if (!graph_[task.component].is_pipeline() || whole_value(graph_, argument) || whole_placeholder(argument)) return;
    if (!holds_what_is_filled_in(argument)) return;
    c_.report(Code::text_for_pipeline, task.location,
              fmt::format("{} is put together of values, but `{}` is a pipeline, and Kubeflow Pipelines fills them in "
                          "for containers only",
                          name_input(task, input), graph_[task.component].name),
              "pass each value through an input of its own, and put them together at the task that uses them; or let a "
              "component put them together, and pass its output");
  }

  // (The path of the workspace is filled in anywhere.)
  static bool holds_what_is_filled_in(const ir::Argument& argument) {
    const auto in_each = [](const auto& items, const auto& part) {
      return std::any_of(items.begin(), items.end(),
                         [&](const auto& item) { return holds_what_is_filled_in(part(item)); });
    };
    if (const auto* list = std::get_if<ir::Argument::List>(&argument.content))
      return in_each(*list, [](const ir::Argument& item) -> const ir::Argument& { return item; });
    if (const auto* map = std::get_if<ir::Argument::Map>(&argument.content))
      return in_each(*map, [](const ir::Argument::Entry& entry) -> const ir::Argument& { return entry.value; });
    if (const auto* text = std::get_if<ir::Text>(&argument.content)) {
      return std::any_of(text->begin(), text->end(), [](const ir::Segment& segment) {
        return segment.kind == ir::SegmentKind::value ||
               (segment.kind == ir::SegmentKind::run && stands_alone(segment.run));
      });
    }
    return std::holds_alternative<ir::ValueId>(argument.content);
  }

  void check_json(const ir::InputDefinition& input, const Json& json, const SourceLocation& at,
                  const std::string& what) {
    if (const auto problem = check_constant(json, input.type)) {
      c_.report(problem->code, at, fmt::format("{} is {}: {}", what, problem->reason, shown(json)), problem->hint);
      return;
    }
    const std::vector<Json>& allowed = input.literals;
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), json) == allowed.end()) {
      c_.report(Code::not_a_literal, at, fmt::format("{} is {}, which is not one of its values", what, shown(json)),
                "give it " + one_of(allowed));
    }
    if (!input.item_literals.empty()) check_items(input, json, at, what);
    const bool is_small = json.is_number() || json.is_boolean();
    if (!is_small && dump(json).size() > limits::argument_bytes) {
      c_.report(Code::text_too_long, at, fmt::format("{} has more than {} bytes", what, limits::argument_bytes),
                "write it to an artifact, and pass that");
    }
  }

  void check_items(const ir::InputDefinition& input, const Json& json, const SourceLocation& at,
                   const std::string& what) {
    if (const Json* stranger = first_outside(json, input.item_literals)) {
      c_.report(Code::not_a_literal, at,
                fmt::format("{} holds {}, which is not one of its values", what, shown(*stranger)),
                "fill it with " + one_of(input.item_literals));
    }
  }

  void check_value(const ir::Task& task, const ir::InputDefinition& input, ir::ValueId value) {
    const Type& from = type_of(graph_, value);
    if (!feeds(from, input.type)) {
      c_.report(Code::type_mismatch, task.location,
                fmt::format("{} is {}, but {} is {}", name_input(task, input), to_string(input.type),
                            describe(graph_, value), to_string(from)),
                hint_for(from, input.type))
          .with(location_of(graph_, value), fmt::format("{} comes from here", describe(graph_, value)));
    } else if (may_be_absent(graph_, value) && !input.optional) {
      report_absent(task, value, fmt::format("{} is required", name_input(task, input)),
                    "give the pipeline's input a default, or make the component's input optional");
    }
  }

  void report_absent(const ir::Task& task, ir::ValueId value, const std::string& situation, std::string hint) {
    c_.report(Code::optional_to_required, task.location,
              fmt::format("{}, but {} may be absent", situation, describe(graph_, value)), std::move(hint))
        .with(location_of(graph_, value), fmt::format("{} is declared here", describe(graph_, value)));
  }

  static std::string hint_for(const Type& from, const Type& to) {
    if (from.is_artifact() && to.is_parameter())
      return "read the artifact in a component that has the value as an output";
    if (from.is_parameter() && to.is_artifact()) return "an artifact is what a component writes to a path";
    if (to.kind() == Type::string && from.is_parameter()) return "compose a string with `text(\"{}\", value)`";
    return {};
  }

  // Text, a list or a map with values in it. `where` is where in the argument it stands.
  void check_composed(const ir::Task& task, const ir::InputDefinition& input, const ir::Argument& argument,
                      const Type& type, const std::string& where) {
    const std::string what = name_input(task, input) + where;
    if (const auto* json = std::get_if<Json>(&argument.content)) {
      if (const auto problem = check_constant(*json, type)) {
        c_.report(problem->code, task.location, fmt::format("{} is given {}: {}", what, problem->reason, shown(*json)),
                  problem->hint);
      } else if (!input.item_literals.empty()) {
        check_items(input, *json, task.location, what);
      }
      check_placeholders(graph_[task.component], task.location, fmt::format("what {} is given", what), *json);
    } else if (const auto* value = std::get_if<ir::ValueId>(&argument.content)) {
      if (*value) check_item(task, what, *value, type);
    } else if (const auto* text = std::get_if<ir::Text>(&argument.content)) {
      if (type.kind() != Type::string) wrong_form(task, what, type, "text");
      check_text(task, what, *text);
    } else if (const auto* items = std::get_if<ir::Argument::List>(&argument.content)) {
      if (type.kind() != Type::list) return wrong_form(task, what, type, "a list");
      for (std::size_t i = 0; i < items->size(); ++i) {
        check_element(task, input, (*items)[i], type, fmt::format("{}, item {}", where, i));
      }
    } else {
      if (type.kind() != Type::structure) return wrong_form(task, what, type, "a map");
      for (const auto& entry : std::get<ir::Argument::Map>(argument.content)) {
        check_element(task, input, entry.value, type, fmt::format("{}, entry `{}`", where, entry.key));
      }
    }
  }

  void check_element(const ir::Task& task, const ir::InputDefinition& input, const ir::Argument& item, const Type& type,
                     const std::string& where) {
    if (type.element()) return check_composed(task, input, item, *type.element(), where);
    if (const auto* value = std::get_if<ir::ValueId>(&item.content)) {
      if (*value) check_item(task, name_input(task, input) + where, *value, type_of(graph_, *value));
    }
  }

  // Within a list or map a value stands as text: the backends can do no better. Native steps read numbers and booleans
  // back from it.
  void check_item(const ir::Task& task, const std::string& what, ir::ValueId value, const Type& type) {
    const Type& from = type_of(graph_, value);
    if (from.is_artifact() || !feeds(from, type)) {
      c_.report(Code::type_mismatch, task.location,
                fmt::format("{} is {}, but {} is {}", what, to_string(type), describe(graph_, value), to_string(from)),
                from.is_artifact() ? lists_come_whole : "")
          .with(location_of(graph_, value), fmt::format("{} comes from here", describe(graph_, value)));
    } else if (may_be_absent(graph_, value)) {
      report_absent(task, value, fmt::format("{} has to be there for the list or map around it", what),
                    "give the pipeline's input a default; backends fail where nothing can be filled in");
    } else if (from.kind() != Type::string && !is_read_back(task, from)) {
      c_.report(Code::number_in_list_as_text, task.location,
                fmt::format("{} arrives as text: {} is {}", what, describe(graph_, value), to_string(from)),
                "backends fill values into lists and maps as text; a component that makes the list keeps the type");
    }
  }

  bool is_read_back(const ir::Task& task, const Type& type) const {
    const bool plain = type.kind() == Type::integer || type.kind() == Type::number || type.kind() == Type::boolean;
    return plain && std::holds_alternative<ir::Native>(graph_[task.component].body);
  }

  void check_text(const ir::Task& task, const std::string& what, const ir::Text& text) {
    for (const ir::Segment& segment : text) {
      if (segment.kind == ir::SegmentKind::literal) {
        check_text_placeholders(graph_[task.component], task.location, fmt::format("the text for {}", what),
                                segment.text);
      }
      if (segment.kind == ir::SegmentKind::value && segment.value && type_of(graph_, segment.value).is_artifact()) {
        c_.report(Code::type_mismatch, task.location,
                  fmt::format("the text for {} holds {}, which is an artifact", what, describe(graph_, segment.value)),
                  "only parameters can stand in text")
            .with(location_of(graph_, segment.value),
                  fmt::format("{} comes from here", describe(graph_, segment.value)));
      }
      // Even where the input that is given the text is optional: what fails is to fill in the text.
      if (segment.kind == ir::SegmentKind::value && segment.value && may_be_absent(graph_, segment.value)) {
        report_absent(task, segment.value, fmt::format("the text for {} needs a value", what),
                      "give the pipeline's input a default; backends fail where nothing can be filled in");
      }
    }
  }

  void wrong_form(const ir::Task& task, const std::string& what, const Type& type, std::string_view given) {
    tell_first_use(task, c_.report(Code::type_mismatch, task.location,
                                   fmt::format("{} is {}, but is given {}", what, to_string(type), given),
                                   type.is_artifact_list() ? lists_come_whole : ""));
  }

  // `{{$.inputs.parameters['x']}}` in a string that the user wrote: fine where x is an input of the component.
  void check_placeholders(const ir::Component& component, const SourceLocation& at, const std::string& what,
                          const Json& json) {
    if (json.is_array()) {
      for (const Json& item : json.as_array()) check_placeholders(component, at, what, item);
    } else if (json.is_object()) {
      for (const Json::Member& member : json.as_object()) check_placeholders(component, at, what, member.value);
    } else if (json.is_string()) {
      check_text_placeholders(component, at, what, json.as_string());
    }
  }

  void check_text_placeholders(const ir::Component& component, const SourceLocation& at, const std::string& what,
                               std::string_view text) {
    for_each_placeholder(text, [&](const WrittenPlaceholder& found) {
      const bool stands_in_text = found.whole.size() < text.size();
      if (!found.segment || !is_known(component, *found.segment)) {
        c_.report(Code::unknown_placeholder, at,
                  fmt::format("the placeholder `{}` in {} names nothing", found.whole, what),
                  "put the value itself there: `text(\"...{}...\", value)`");
      } else if (found.segment->kind == ir::SegmentKind::run && stands_in_text && stands_alone(found.segment->run)) {
        c_.report(Code::placeholder_within_text, at,
                  fmt::format("{} holds `{}` within other text, where Kubeflow Pipelines does not replace it", what,
                              found.whole),
                  "compose it: `text(\"...{}...\", run::job_id)`");
      }
    });
  }

  // Only of a run is something filled in for a pipeline.
  static bool is_known(const ir::Component& component, const ir::Segment& segment) {
    if (segment.kind == ir::SegmentKind::run) return true;
    if (component.is_pipeline()) return false;
    if (segment.kind == ir::SegmentKind::executor_input) return true;
    const auto& inputs = component.interface.inputs;
    return segment.kind == ir::SegmentKind::input_value &&
           std::any_of(inputs.begin(), inputs.end(), [&](const auto& input) { return input.name == segment.text; });
  }

  Compilation& c_;
  const ir::Graph& graph_;
  std::vector<bool> checked_;  // by component
};

}  // namespace

void check_arguments(Compilation& c) {
  Checker checker(c);
  checker.check_interface(c.graph.root);
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) { checker.check_task(id); });
  }
}

}  // namespace mlpipe::compiler
